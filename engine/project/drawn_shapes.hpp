#pragma once

#include "kernel/polygon.hpp"
#include "layer/layer.hpp"
#include "nesting/container.hpp"
#include "nesting/drawing.hpp"
#include "project/project.hpp"

#include <map>
#include <vector>

namespace regio::project {

/// The polygons of drawings, and what of them lies outside their containers. They are found again,
/// because a project keeps the measures of thousands of drawings and the polygons of none; a
/// container is made once.
class DrawnShapes {
public:
    /// Preconditions: the project outlives this; it has boundaries wherever it has drawings.
    explicit DrawnShapes(const Project& project) : project_(project) {}

    /// The outline of a drawing of the project: what its features cover together, without borders
    /// between them.
    [[nodiscard]] kernel::MultiPolygon outline_of(const nesting::Drawing& drawing) const;

    /// What of a drawing lies outside its container, in the order that ExcessPart::place counts in;
    /// nothing where no shape was judged.
    [[nodiscard]] kernel::MultiPolygon excess_of(const nesting::Drawing& drawing);

private:
    [[nodiscard]] layer::Layer judged_area(const nesting::Drawing& drawing) const;
    const nesting::Container& container_of(const nesting::Drawing& drawing);

    const Project& project_;
    std::map<std::vector<registry::RegionIndex>, nesting::Container> containers_;
};

} // namespace regio::project
