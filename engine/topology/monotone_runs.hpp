#pragma once

#include "kernel/box.hpp"
#include "kernel/ring.hpp"
#include "kernel/segment_box.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

/// A few edges that follow each other and turn back neither in x nor in y, so that no two of them
/// meet but where one ends and the next begins, and the box around them is that around their ends.
struct MonotoneRun {
    kernel::Box box;
    std::uint32_t first = 0; ///< Edge.
    std::uint32_t end = 0;
};

/// Edges as monotone runs under a tree of boxes, in the order in which they were added: two halves
/// of a line share little more than a point, so that those of its runs that meet are found without
/// sorting them (as with the monotone chains of JTS, which come from Park and Shin, "A sweepline
/// algorithm for polygonal chain intersection", 2002). Buffers are kept from one use to the next.
class MonotoneRuns {
public:
    void clear() noexcept { runs_.clear(); }

    /// Adds edges that follow each other: edge i goes from point i to the next. Preconditions:
    /// none is without length; they come after those added before.
    void add(kernel::RingView points, std::uint32_t first, std::uint32_t end);

    /// Calls with every two runs whose boxes meet, once, the one added first before the other.
    /// Returns false, without having called with all, where that would take too long: where runs
    /// lie across many others.
    template <typename Visit>
    [[nodiscard]] bool for_each_meeting(const Visit& visit) {
        grow_tree();
        pairs_left_ = kMostPairs * runs_.size();
        for (std::size_t level = 0; level + 1 < levels_.size(); ++level)
            for (std::size_t i = 0; i + 1 < size_of(level); i += 2)
                if (!kernel::is_apart(box(level, i), box(level, i + 1)) &&
                    !visit_meeting(level, i, i + 1, visit))
                    return false;
        return true;
    }

private:
    /// Pairs of boxes with others below them that may meet, for each run.
    static constexpr std::size_t kMostPairs = 16;

    /// Boxes of a tree beyond twice its leaves: one a level, where the number of boxes is odd.
    static constexpr std::size_t kMostLevels = 64;

    void list_starts(kernel::RingView points, std::uint32_t first, std::uint32_t end);
    void grow_tree();

    [[nodiscard]] std::size_t size_of(std::size_t level) const {
        return levels_[level].end - levels_[level].first;
    }

    [[nodiscard]] const kernel::Box& box(std::size_t level, std::size_t i) const {
        return boxes_[levels_[level].first + i];
    }

    /// Two boxes that meet: what meets below them.
    template <typename Visit>
    bool visit_meeting(std::size_t level, std::size_t one, std::size_t other, const Visit& visit) {
        if (level == 0) {
            visit(runs_[one], runs_[other]);
            return true;
        }
        if (pairs_left_ == 0)
            return false;
        --pairs_left_;
        const std::size_t below = level - 1;
        const std::size_t end = std::min(2 * other + 2, size_of(below));
        for (std::size_t i = 2 * one; i < 2 * one + 2; ++i)
            for (std::size_t j = 2 * other; j < end; ++j)
                if (!kernel::is_apart(box(below, i), box(below, j)) &&
                    !visit_meeting(below, i, j, visit))
                    return false;
        return true;
    }

    /// Where the boxes of a level stand.
    struct Level {
        std::size_t first;
        std::size_t end;
    };

    std::vector<MonotoneRun> runs_;
    std::vector<std::uint32_t> starts_; ///< Of the runs of a line, and the end.
    std::vector<kernel::Box> boxes_;    ///< Of the runs, then of two each, and so on.
    std::vector<Level> levels_;
    std::size_t pairs_left_ = 0;
};

} // namespace regio::topology
