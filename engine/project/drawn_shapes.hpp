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

    /// The area of a drawing of the project, as the one feature of a layer.
    [[nodiscard]] layer::Layer area_of(const nesting::Drawing& drawing) const;

    /// What of this area lies outside the container of the drawing, in the order that
    /// ExcessPart::place counts in; nothing where no shape was judged.
    [[nodiscard]] kernel::MultiPolygon excess_of(const nesting::Drawing& drawing,
                                                 const layer::Layer& area);

private:
    const nesting::Container& container_of(const nesting::Drawing& drawing);

    const Project& project_;
    std::map<std::vector<registry::RegionIndex>, nesting::Container> containers_;
};

} // namespace regio::project
