#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "io/partnership_reader.hpp"
#include "io/territory_reader.hpp"
#include "project/options.hpp"
#include "project/project.hpp"

#include <optional>
#include <vector>

namespace regio::project {

/// Regions that are polygons, and the layer that has them.
struct DrawnRegionSource {
    io::RegionsSource source;
    io::LayerSource layer;
};

/// What of a project is drawn, each in the order of the options, and what is left to be read as
/// tables.
struct DrawnSources {
    std::vector<io::DrawnAreas> areas;
    std::vector<DrawnRegionSource> regions; ///< That hold on the day that is asked about.
    std::vector<io::PartnershipsSource> listed_partnerships;
    std::vector<io::RegionsSource> listed_regions;

    [[nodiscard]] bool is_empty() const noexcept { return areas.empty() && regions.empty(); }
    /// For messages. Precondition: something is drawn.
    [[nodiscard]] const std::string& first_file() const;
};

/// Parts the sources and reads what layers of drawn areas say of them. Drawn regions of another day
/// are left out: they have no codes that mergers could carry over. Throws InputError as the readers
/// do, and when drawn regions are all there are and none holds on the day.
[[nodiscard]] DrawnSources find_drawn(const ProjectOptions& options, Date as_of, const Stage& stage,
                                      std::vector<Finding>& findings);

/// The polygons of a project on one lattice.
struct ProjectLayers {
    std::optional<nesting::Boundaries> boundaries;
    std::optional<io::Crs> crs;
    std::vector<layer::Layer> areas;   ///< As DrawnSources::areas; faulty features are repaired.
    std::vector<layer::Layer> regions; ///< As DrawnSources::regions; likewise.
};

/// Opens the layer of the municipalities and all that is drawn, and finds the municipalities in it.
/// Nothing is opened when the municipalities have no polygons and nothing is drawn. Findings as
/// open_layers(), Boundaries and arrangement::repaired(). Throws InputError as open_layers() does,
/// and when something is drawn and the municipalities have no polygons.
[[nodiscard]] ProjectLayers open_project_layers(const ProjectOptions& options,
                                                const DrawnSources& drawn,
                                                const registry::Territory& territory,
                                                const Stage& stage, std::vector<Finding>& findings);

} // namespace regio::project
