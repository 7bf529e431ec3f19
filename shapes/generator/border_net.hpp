#pragma once

#include "generator/cell_grid.hpp"
#include "kernel/box.hpp"
#include "kernel/predicates.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regio::schematic {

enum class VertexId : std::uint32_t {};
enum class BorderId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(VertexId id) {
    return static_cast<std::size_t>(id);
}
[[nodiscard]] constexpr std::size_t index(BorderId id) {
    return static_cast<std::size_t>(id);
}

/// A line with the same owner on its left and the same on its right all along. It begins and ends
/// in a node where several meet, or it is closed and ends where it begins.
struct Border {
    Owner left{};
    Owner right{};
    std::vector<VertexId> line;

    [[nodiscard]] bool is_closed() const { return line.front() == line.back(); }
    [[nodiscard]] bool is_outer() const { return left == kOutside || right == kOutside; }
};

/// Borders that may be bent, on the lattice of whole metres.
///
/// Laws: 1. borders meet in their ends and nowhere else, and none meets itself: a change that would
/// break this is refused; 2. no change takes a line over a vertex, so what lies left and right of a
/// border stays there; 3. between each changed segment and every other one there are `clearance_m`,
/// where they share an end between the other end of either and the other segment: no slivers and no
/// spikes.
///
/// All questions are answered exactly (kernel/predicates.hpp).
class BorderNet {
public:
    /// Everything will lie in the box.
    BorderNet(const kernel::Box& box, std::int32_t clearance_m);

    VertexId add_vertex(kernel::Point point);
    /// Precondition: law 1 holds afterwards.
    BorderId add_border(Owner left, Owner right, std::vector<VertexId> line);

    [[nodiscard]] std::span<const Border> borders() const noexcept { return borders_; }
    [[nodiscard]] const Border& operator[](BorderId id) const { return borders_[index(id)]; }
    [[nodiscard]] std::size_t vertex_count() const noexcept { return vertices_.size(); }
    [[nodiscard]] kernel::Point point(VertexId id) const { return vertices_[index(id)].point; }
    [[nodiscard]] std::vector<kernel::Point> points(BorderId id) const;

    /// Moves a vertex; false, and nothing is changed, when a law forbids it.
    bool try_move(VertexId vertex, kernel::Point to);

    /// Puts a vertex between those at `place` and `place + 1` of the line; likewise.
    bool try_insert(BorderId border, std::size_t place, kernel::Point point);

    /// Takes out the vertex at `place`, which is no end of the line; likewise.
    bool try_remove(BorderId border, std::size_t place);

private:
    struct Vertex {
        kernel::Point point;
        std::vector<VertexId> neighbours;
    };

    /// A segment by its ends.
    struct Link {
        VertexId a{};
        VertexId b{};
    };

    [[nodiscard]] kernel::Segment segment(Link link) const;
    void add(Link link);
    void remove(Link link);
    /// Whether the segment may be there, beside all that are.
    [[nodiscard]] bool is_free(Link link) const;
    [[nodiscard]] bool is_clear(Link link, Link other) const;
    /// Whether no vertex but the corners lies in the triangle or on it.
    [[nodiscard]] bool is_empty(std::span<const VertexId, 3> corners) const;
    /// The segments whose boxes may meet this one; some more than once.
    void find_near(const kernel::Box& box) const;
    [[nodiscard]] kernel::Box buckets_of(const kernel::Box& box) const;
    [[nodiscard]] std::vector<Link>& bucket(std::int32_t column, std::int32_t row);

    kernel::Box box_;
    std::int32_t clearance_m_;
    std::int32_t columns_;
    std::vector<Vertex> vertices_;
    std::vector<Border> borders_;
    std::vector<std::vector<Link>> buckets_; ///< Of squares over the box.
    mutable std::vector<Link> near_;         ///< Kept between questions.
};

} // namespace regio::schematic
