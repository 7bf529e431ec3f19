#include "topology/monotone_runs.hpp"

#include <algorithm>

namespace regio::topology {

namespace {

/// So many edges at most make a run: where it meets another, each is looked at.
constexpr std::uint32_t kMostEdges = 8;

/// Bits for to the right, to the left, up and down.
unsigned directions_of(kernel::Point from, kernel::Point to) {
    return static_cast<unsigned>(to.x > from.x) | static_cast<unsigned>(to.x < from.x) << 1U |
           static_cast<unsigned>(to.y > from.y) << 2U | static_cast<unsigned>(to.y < from.y) << 3U;
}

bool turn_back(unsigned directions) {
    return (directions & (directions >> 1U) & 0b101U) != 0;
}

kernel::Box united(kernel::Box box, const kernel::Box& other) {
    box.include(other);
    return box;
}

} // namespace

void MonotoneRuns::add(kernel::RingView points, std::uint32_t first, std::uint32_t end) {
    list_starts(points, first, end);
    for (std::size_t i = 0; i + 1 < starts_.size(); ++i)
        runs_.push_back(
            {kernel::box_of(kernel::Segment{points[starts_[i]], points[starts_[i + 1]]}),
             starts_[i], starts_[i + 1]});
}

/// Without branches: nobody can foresee where a border turns back.
void MonotoneRuns::list_starts(kernel::RingView points, std::uint32_t first, std::uint32_t end) {
    starts_.resize(end - first + 1);
    std::size_t count = 0;
    std::uint32_t start = first;
    unsigned directions = 0;
    for (std::uint32_t e = first; e < end; ++e) {
        const unsigned direction = directions_of(points[e], points[e + 1]);
        const bool begins = turn_back(directions | direction) || e - start == kMostEdges;
        starts_[count] = start;
        count += static_cast<std::size_t>(begins);
        start = begins ? e : start;
        directions = direction | (begins ? 0U : directions);
    }
    starts_[count] = start;
    starts_.resize(count + 1);
    if (start < end)
        starts_.push_back(end);
}

void MonotoneRuns::grow_tree() {
    levels_.assign(1, {0, runs_.size()});
    boxes_.resize(2 * runs_.size() + kMostLevels);
    std::transform(runs_.begin(), runs_.end(), boxes_.begin(),
                   [](const MonotoneRun& run) { return run.box; });
    while (levels_.back().end - levels_.back().first > 1) {
        const auto [first, end] = levels_.back();
        std::size_t next = end;
        for (std::size_t i = first; i + 1 < end; i += 2)
            boxes_[next++] = united(boxes_[i], boxes_[i + 1]);
        if ((end - first) % 2 == 1)
            boxes_[next++] = boxes_[end - 1];
        levels_.push_back({end, next});
    }
}

} // namespace regio::topology
