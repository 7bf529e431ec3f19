#pragma once

#include "kernel/box.hpp"
#include "kernel/ring.hpp"
#include "topology/chains.hpp"
#include "topology/edges.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// The area that a line bounds, as the caller numbers them: a ring, a feature of some layer.
enum class Tag : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(Tag tag) {
    return static_cast<std::size_t>(tag);
}

inline constexpr Tag kNoTag{0xffffffff};

/// A piece of border, closed when it ends where it begins. Whoever crosses it leaves or enters the
/// areas of its tags.
struct Line {
    std::uint32_t first = 0; ///< Its first point among Lines::points().
    std::uint32_t count = 0; ///< Points: two or more, none equal to the one before it.
    Tag one{};
    Tag other = kNoTag; ///< Not `one`.
};

/// Lines with their points, one line after the other. What is made of them promises that around
/// every point each tag has an even number of edges; then each tag bounds an area.
class Lines {
public:
    /// Crossing a line with one tag on both sides changes nothing: such a line is left out.
    /// Preconditions: coordinates within ±kFarthest; fewer than 2³¹ points in all.
    void add(kernel::RingView points, Tag one, Tag other = kNoTag);

    /// A ring, whose first point is not repeated.
    void add_ring(kernel::RingView ring, Tag tag);

    /// The chains of a layer; the tag of a feature is its number and `first_tag`.
    void add(const topology::Chains& chains, std::uint32_t first_tag);

    [[nodiscard]] std::span<const Line> all() const noexcept { return lines_; }
    [[nodiscard]] std::span<const kernel::Point> points() const noexcept { return points_; }

    /// The edge from a point to the next has its number; that of the last point of a line is none.
    /// Precondition: there are lines.
    [[nodiscard]] topology::Edges edges() const noexcept {
        return {.line = points_, .more = {}, .breaks = breaks_};
    }

private:
    void end_line(const Line& line);

    std::vector<kernel::Point> points_;
    std::vector<Line> lines_;
    std::vector<std::uint64_t> breaks_; ///< A bit for each point, set at the last of a line.
};

} // namespace regio::arrangement
