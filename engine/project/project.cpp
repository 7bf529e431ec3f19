#include "project/project.hpp"

#include "base/error.hpp"
#include "project/default_mergers.hpp"
#include "project/drawn_partnerships.hpp"
#include "project/drawn_regions.hpp"
#include "project/drawn_sources.hpp"
#include "project/list_and_drawing.hpp"
#include "registry/partition_regions.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace regio::project {

namespace {

void require_parts(const ProjectOptions& options) {
    if (options.municipalities.empty())
        throw InputError("no municipalities are given",
                         "name a table of them: [municipalities] or --municipalities");
    if (options.regions.empty())
        throw InputError("no regions are given", "name a list of them: [regions] or --regions");
    if (options.partnerships.empty())
        throw InputError("no partnerships are given",
                         "name a list of them: [[partnerships]] or --partnerships");
}

registry::Territory open_territory(const ProjectOptions& options, const Stage& stage,
                                   std::vector<Finding>& findings) {
    std::vector<registry::MunicipalityTable> tables;
    for (const auto& source : options.municipalities) {
        stage("reading " + source.table.source.file);
        tables.push_back(io::read_municipalities(source, findings));
    }
    registry::Mergers mergers(options.mergers ? io::read_mergers(*options.mergers)
                                              : default_mergers());
    return {std::move(tables), std::move(mergers), options.as_of, findings};
}

/// Gives the areas of the polygons to municipalities without an official figure.
void measure_areas(const nesting::Boundaries& boundaries, registry::Territory& territory) {
    for (std::size_t i = 0; i < territory.current().size(); ++i)
        if (const auto area = boundaries.area_of(registry::MunicipalityIndex(i)))
            territory.set_measured_area(registry::MunicipalityIndex(i), *area);
}

/// What is drawn, and what it lies on.
struct Ground {
    DrawnSources drawn;
    ProjectLayers layers;
    std::optional<MunicipalitySide> municipalities; ///< When something is drawn.
};

Ground open_ground(const ProjectOptions& options, const Stage& stage,
                   const registry::Territory& territory, std::vector<Finding>& findings) {
    Ground ground{.drawn = find_drawn(options, territory.as_of(), stage, findings), .layers = {}};
    ground.layers = open_project_layers(options, ground.drawn, territory, stage, findings);
    if (!ground.drawn.is_empty())
        ground.municipalities =
            municipality_side(*ground.layers.boundaries, territory.current().size(), findings);
    return ground;
}

registry::RegionPartition open_regions(const Ground& ground, const ProjectOptions& options,
                                       const Stage& stage, const registry::Territory& territory,
                                       std::vector<Finding>& findings) {
    std::vector<registry::RegionList> lists;
    for (const auto& source : ground.drawn.listed_regions) {
        stage("reading " + source.table.source.file);
        lists.push_back(io::read_regions(source, findings));
    }
    for (std::size_t i = 0; i < ground.drawn.regions.size(); ++i)
        lists.push_back(list_regions(ground.drawn.regions[i], ground.layers.regions[i],
                                     *ground.municipalities, territory, options.drawing.shares,
                                     findings));
    return registry::partition_regions(lists, territory, findings);
}

std::vector<nesting::Assessment> assess_listed(const Ground& ground, const Stage& stage,
                                               const registry::Territory& territory,
                                               const registry::RegionPartition& regions,
                                               std::vector<Finding>& findings) {
    std::vector<registry::PartnershipList> lists;
    for (const auto& source : ground.drawn.listed_partnerships) {
        stage("reading " + source.table.source.file);
        lists.push_back(io::read_partnerships(source, findings));
    }
    stage("judging the partnerships");
    std::vector<nesting::Assessment> assessments;
    for (auto& partnership : registry::resolve_partnerships(lists, territory, regions, findings))
        assessments.push_back(
            nesting::assess(std::move(partnership), regions, territory.current()));
    if (const auto& boundaries = ground.layers.boundaries)
        for (auto& assessment : assessments)
            if (assessment.partnership.is_resolved)
                assessment.area = boundaries->working_area(assessment.partnership.members);
    return assessments;
}

void add_drawn(const Ground& ground, const ProjectOptions& options, const Stage& stage,
               const registry::Territory& territory, const registry::RegionPartition& regions,
               std::vector<nesting::Assessment>& assessments, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < ground.drawn.areas.size(); ++i) {
        stage("measuring the areas of " + ground.drawn.areas[i].layer.source.file);
        auto drawn = assess_drawn(ground.drawn.areas[i], ground.layers.areas[i],
                                  {.territory = territory,
                                   .regions = regions,
                                   .boundaries = *ground.layers.boundaries,
                                   .municipalities = *ground.municipalities,
                                   .terms = options.drawing},
                                  findings);
        for (auto& assessment : drawn)
            assessment.drawing->layer = i;
        std::move(drawn.begin(), drawn.end(), std::back_inserter(assessments));
    }
    if (ground.drawn.areas.empty())
        return;
    std::stable_sort(assessments.begin(), assessments.end(),
                     [](const auto& one, const auto& other) {
                         return std::tie(one.partnership.partnership.id, one.partnership.list) <
                                std::tie(other.partnership.partnership.id, other.partnership.list);
                     });
    refuse_drawn_twice(assessments);
    compare_lists_and_drawings(territory.current(), assessments);
}

std::vector<std::string> files_of(const ProjectOptions& options) {
    std::vector<std::string> files;
    const auto add = [&](const io::TableSource& table) { files.push_back(table.source.file); };
    for (const auto& source : options.municipalities) {
        add(source.table);
        if (source.boundaries)
            files.push_back(source.boundaries->source.file);
        for (const auto& figure : {source.inhabitants, source.area})
            if (figure && figure->beside)
                add(*figure->beside);
    }
    if (options.mergers)
        add(options.mergers->table);
    for (const auto& source : options.regions) {
        add(source.table);
        if (source.names)
            add(source.names->table);
    }
    for (const auto& source : options.partnerships) {
        add(source.table);
        if (source.beside)
            add(source.beside->table);
    }
    return files;
}

} // namespace

Project open_project(const ProjectOptions& options, const Stage& stage) {
    require_parts(options);
    std::vector<Finding> findings;
    registry::Territory territory = open_territory(options, stage, findings);
    Ground ground = open_ground(options, stage, territory, findings);
    if (ground.layers.boundaries)
        measure_areas(*ground.layers.boundaries, territory);
    registry::RegionPartition regions = open_regions(ground, options, stage, territory, findings);
    auto assessments = assess_listed(ground, stage, territory, regions, findings);
    add_drawn(ground, options, stage, territory, regions, assessments, findings);
    return {.title = options.title,
            .language = options.language.value_or(Language::Dutch),
            .territory = std::move(territory),
            .regions = std::move(regions),
            .boundaries = std::move(ground.layers.boundaries),
            .crs = std::move(ground.layers.crs),
            .drawn_areas = std::move(ground.layers.areas),
            .assessments = std::move(assessments),
            .files = files_of(options),
            .findings = std::move(findings),
            .options = options};
}

} // namespace regio::project
