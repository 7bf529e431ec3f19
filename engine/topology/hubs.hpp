#pragma once

#include "kernel/shift.hpp"
#include "topology/edge_grid.hpp"
#include "topology/walk.hpp"

#include <cstdint>
#include <vector>

namespace regio::topology {

/// What changes at an end of an edge that is a hub of the other layer: the edge comes to lie in a
/// feature so many times more.
struct HubStep {
    std::uint32_t edge = 0;
    bool is_at_end = false; ///< Of the edge; else at its beginning.
    layer::FeatureId feature{};
    std::int32_t times = 0;
};

/// Points in which many edges of a layer end (EdgeGrid::hubs()). An edge of the other layer that
/// ends there too would cross a large part of them, all in that point. What it crosses is told by
/// its direction alone, so all edges are sorted around the point and the changes added up from one
/// to the next: crossings of edges that have a hub in common are left out, and steps take their
/// place.
///
/// Law: the sums are the same with and without hubs.
class Hubs {
public:
    Hubs(const Walk& walk, const Walk& other, const EdgeGrid& grid_of_other);

    /// Whether the two edges have a hub in common.
    [[nodiscard]] bool join(const kernel::Segment& one, const kernel::Segment& other) const;

    /// The steps of each walk, in the order of its edges.
    [[nodiscard]] const std::vector<HubStep>& steps() const noexcept { return steps_; }
    [[nodiscard]] const std::vector<HubStep>& steps_of_other() const noexcept {
        return steps_of_other_;
    }

private:
    [[nodiscard]] bool is_hub(kernel::Point point) const;

    std::vector<kernel::Point> points_; ///< Ascending.
    std::vector<HubStep> steps_;
    std::vector<HubStep> steps_of_other_;
};

} // namespace regio::topology
