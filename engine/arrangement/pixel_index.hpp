#pragma once

#include "kernel/box.hpp"
#include "kernel/predicates.hpp"

#include <span>
#include <vector>

namespace regio::arrangement {

/// Finds the hot pixels that a segment passes through: a k-d tree of their lattice points (Bentley,
/// Multidimensional binary search trees used for associative searching, 1975), searched along the
/// segment and not in its box, so that a long slanting one costs no more than what it meets. Safe
/// to ask from several threads.
class PixelIndex {
public:
    /// Precondition: no point is there twice.
    explicit PixelIndex(std::vector<kernel::Point> pixels);

    /// All that the segment passes through, in the order in which it does: its ends come first and
    /// last when they are hot. The vector is kept between calls.
    void find(const kernel::Segment& segment, std::vector<kernel::Point>& found) const;

private:
    std::vector<kernel::Point> pixels_; ///< A median, with a subtree on either side.
    kernel::Box box_;
};

} // namespace regio::arrangement
