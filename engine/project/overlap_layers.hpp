#pragma once

#include "base/finding.hpp"
#include "coverage/overlap_table.hpp"
#include "project/grouping.hpp"
#include "project/open_layers.hpp"

#include <array>
#include <optional>
#include <vector>

namespace regio::project {

/// A layer that is to be measured against another.
struct OverlapSource {
    io::LayerSource layer;
    std::optional<GroupTable> members; ///< Groups of its features are measured, not they.
};

/// It is there, repaired, and where a table says so with a feature for each group.
struct OverlapLayer {
    coverage::OverlapSide side;
    io::Crs own_crs;
    std::optional<Transformation> transformation; ///< Nothing: it was in the working CRS.
    std::size_t features_read = 0;                ///< Of the layer itself, not the groups.
};

struct OverlapLayers {
    io::Crs crs;
    kernel::Lattice lattice;
    std::array<OverlapLayer, 2> layers;
};

/// Opens two layers in one CRS and on one lattice, as open_layers() does, and makes them fit to be
/// measured: faulty features are repaired (R427); with a table of members, each group becomes a
/// feature, and one that lacks a member is left out (R418). Findings also as of open_layers() and
/// group_by_table(), and of layers without a table R412 and R414; each is told once, in order of
/// number and place. Throws InputError as those do, and when there is no complete group.
[[nodiscard]] OverlapLayers open_overlap_layers(const std::array<OverlapSource, 2>& sources,
                                                const LatticeTerms& terms,
                                                std::vector<Finding>& findings);

/// Features without a code (R412), and codes on several features (R414): what is said of them in a
/// table can only be told apart by their places in the layer.
void report_codes(const layer::Layer& layer, std::vector<Finding>& findings);

} // namespace regio::project
