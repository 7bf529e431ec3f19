#pragma once

#include "io/partnership_reader.hpp"
#include "layer/layer.hpp"
#include "nesting/drawing.hpp"
#include "nesting/verdict.hpp"
#include "project/municipality_side.hpp"
#include "registry/region.hpp"
#include "registry/territory.hpp"

#include <vector>

namespace regio::project {

/// What drawn areas are held against.
struct DrawingGround {
    const registry::Territory& territory;
    const registry::RegionPartition& regions;
    const nesting::Boundaries& boundaries;
    const MunicipalitySide& municipalities;
    const nesting::DrawingTerms& terms;
};

/// Judges the drawn working areas of a list: features with one id, which hold on the day of the
/// territory, are united; their members are told by share (nesting::drawn_members()), judged as
/// those of lists are, and their shape is held against their container (nesting::container_of()).
///
/// One of which a feature has no polygon is unresolved (R326); so is one of which a part lies in no
/// polygon that a municipality without polygons may fill (R327). Findings with the partnerships:
/// also R307, R311, R318, R319, R328-R332. `findings` gets R312 for features that say nothing.
/// In the order of the list.
[[nodiscard]] std::vector<nesting::Assessment> assess_drawn(const io::DrawnAreas& drawn,
                                                            const layer::Layer& layer,
                                                            const DrawingGround& ground,
                                                            std::vector<Finding>& findings);

} // namespace regio::project
