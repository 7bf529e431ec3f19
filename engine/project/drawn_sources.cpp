#include "project/drawn_sources.hpp"

#include "arrangement/repair.hpp"
#include "base/contract.hpp"
#include "base/error.hpp"
#include "project/boundary_source.hpp"

#include <fmt/format.h>

namespace regio::project {

namespace {

void refuse_without_polygons(const DrawnSources& drawn) {
    throw InputError(
        fmt::format("{}: holds drawn areas, and the municipalities have no polygons to lay them on",
                    drawn.first_file()),
        "name a layer with --boundaries, or boundaries = under [municipalities]; where the layer "
        "has a row for each municipality, name its field with member =, --member or "
        "--region-member");
}

void find_regions(const ProjectOptions& options, Date as_of, DrawnSources& drawn) {
    std::string left_out;
    for (const auto& source : options.regions)
        if (!io::is_drawn(source))
            drawn.listed_regions.push_back(source);
        else if (contains(source.period, as_of))
            drawn.regions.push_back({.source = source, .layer = io::drawn_region_layer(source)});
        else
            left_out = source.table.source.file;
    if (drawn.listed_regions.empty() && drawn.regions.empty())
        throw InputError(
            fmt::format("{}: the drawn regions do not hold on {}", left_out, to_iso(as_of)),
            "drawn regions cannot be carried over: give those of the day, or another from = and "
            "to =");
}

} // namespace

const std::string& DrawnSources::first_file() const {
    REGIO_EXPECTS(!is_empty());
    return areas.empty() ? regions.front().layer.source.file : areas.front().layer.source.file;
}

DrawnSources find_drawn(const ProjectOptions& options, Date as_of, const Stage& stage,
                        std::vector<Finding>& findings) {
    DrawnSources drawn;
    find_regions(options, as_of, drawn);
    for (const auto& source : options.partnerships)
        if (io::is_drawn(source)) {
            stage("reading " + source.table.source.file);
            drawn.areas.push_back(io::read_drawn_areas(source, findings));
        } else {
            drawn.listed_partnerships.push_back(source);
        }
    return drawn;
}

ProjectLayers open_project_layers(const ProjectOptions& options, const DrawnSources& drawn,
                                  const registry::Territory& territory, const Stage& stage,
                                  std::vector<Finding>& findings) {
    const auto source = boundary_source(options.municipalities[territory.current_place()]);
    if (!source && !drawn.is_empty())
        refuse_without_polygons(drawn);
    if (!source)
        return {};
    std::vector<io::LayerSource> sources = {*source};
    for (const auto& areas : drawn.areas)
        sources.push_back(areas.layer);
    for (const auto& regions : drawn.regions)
        sources.push_back(regions.layer);
    for (const auto& layer : sources)
        stage("reading the polygons of " + layer.source.file);
    auto opened = open_layers(sources, options.lattice, findings);
    ProjectLayers layers{.boundaries =
                             nesting::Boundaries(std::move(opened.layers.front().layer),
                                                 territory.current(), territory.as_of(), findings),
                         .crs = opened.crs,
                         .areas = {},
                         .regions = {}};
    for (std::size_t i = 1; i < opened.layers.size(); ++i)
        (i <= drawn.areas.size() ? layers.areas : layers.regions)
            .push_back(arrangement::mended(std::move(opened.layers[i].layer), findings));
    return layers;
}

} // namespace regio::project
