#pragma once

#include "kernel/polygon.hpp"
#include "layer/layer.hpp"
#include "nesting/drawing.hpp"
#include "project/project.hpp"

#include <span>
#include <vector>

namespace regio::project {

/// The polygons of drawings, and what of them lies outside their containers. They are found again,
/// because a project keeps the measures of thousands of drawings and the polygons of none.
class DrawnShapes {
public:
    /// Preconditions: the project outlives this; it has boundaries wherever it has drawings.
    explicit DrawnShapes(const Project& project) : project_(project) {}

    /// The outline of a drawing of the project: what its features cover together, without borders
    /// between them.
    [[nodiscard]] kernel::MultiPolygon outline_of(const nesting::Drawing& drawing) const;

    /// What of each drawing lies outside its container, in the order that ExcessPart::place counts
    /// in; nothing where no shape was judged. Each container is made once, and drawings are cut on
    /// all cores.
    [[nodiscard]] std::vector<kernel::MultiPolygon>
    excesses_of(std::span<const nesting::Drawing* const> drawings) const;

private:
    [[nodiscard]] layer::Layer judged_area(const nesting::Drawing& drawing) const;

    const Project& project_;
};

} // namespace regio::project
