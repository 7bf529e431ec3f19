#pragma once

#include "kernel/predicates.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// The closed line that a segment is of, as the caller numbers them: a ring, a feature.
enum class Tag : std::uint32_t {};

/// A segment of a closed line.
struct TaggedSegment {
    kernel::Segment segment;
    Tag tag{};
};

/// Edges that meet in ends only, each there once and from its lesser end to its greater one, in
/// order; with the lines that cross over when one crosses the edge.
class NodedEdges {
public:
    [[nodiscard]] std::span<const kernel::Segment> edges() const noexcept { return edges_; }

    /// The tags whose lines walk the edge an odd number of times, in order; one at least.
    [[nodiscard]] std::span<const Tag> tags_of(std::size_t edge) const;

    /// Building, in order of edges. Precondition: there are tags.
    void add(const kernel::Segment& edge, std::span<const Tag> tags);

private:
    std::vector<kernel::Segment> edges_;
    std::vector<std::size_t> end_tag_; ///< Of each edge, in tags_.
    std::vector<Tag> tags_;
};

/// Cuts segments where they meet and moves what they are made of to lattice points: every segment
/// runs through the centres of the hot pixels that it passes through (Hobby, Practical segment
/// intersection with finite precision output, 1999). Pixels are hot where a segment ends and where
/// two cross. No point of a segment moves by more than half a unit in x and in y. Edges that a line
/// walks to and fro vanish from it. An edge can run closer than half a unit to a point that it did
/// not come near before, so doing it again can move edges again; none ever crosses.
///
/// Laws: 1. edges share ends at most; 2. around every point an even number of edges has a tag, when
/// its segments close; 3. no order and no direction of the segments changes anything; 4. a
/// translation by a lattice vector commutes with it.
/// Precondition: every segment is longer than a point.
[[nodiscard]] NodedEdges snap_round(std::span<const TaggedSegment> segments);

} // namespace regio::arrangement
