#include "project/project.hpp"

#include "base/error.hpp"
#include "io/layer_reader.hpp"
#include "project/boundary_source.hpp"
#include "project/default_mergers.hpp"
#include "registry/partition_regions.hpp"

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

/// Reads the polygons, and gives their areas to municipalities without an official figure.
std::optional<nesting::Boundaries>
open_boundaries(const ProjectOptions& options, const Stage& stage, registry::Territory& territory,
                std::optional<io::Crs>& crs, std::vector<Finding>& findings) {
    const auto source = boundary_source(options.municipalities[territory.current_place()]);
    if (!source)
        return std::nullopt;
    stage("reading the polygons of " + source->source.file);
    auto opened = open_layers(std::span(&*source, 1), options.lattice, findings);
    crs = opened.crs;
    nesting::Boundaries boundaries(std::move(opened.layers.front().layer), territory.current(),
                                   territory.as_of(), findings);
    for (std::size_t i = 0; i < territory.current().size(); ++i)
        if (const auto area = boundaries.area_of(registry::MunicipalityIndex(i)))
            territory.set_measured_area(registry::MunicipalityIndex(i), *area);
    return boundaries;
}

registry::RegionPartition open_regions(const ProjectOptions& options, const Stage& stage,
                                       const registry::Territory& territory,
                                       std::vector<Finding>& findings) {
    std::vector<registry::RegionList> lists;
    for (const auto& source : options.regions) {
        stage("reading " + source.table.source.file);
        lists.push_back(io::read_regions(source, findings));
    }
    return registry::partition_regions(lists, territory, findings);
}

std::vector<nesting::Assessment> assess_all(const ProjectOptions& options, const Stage& stage,
                                            const registry::Territory& territory,
                                            const registry::RegionPartition& regions,
                                            const std::optional<nesting::Boundaries>& boundaries,
                                            std::vector<Finding>& findings) {
    std::vector<registry::PartnershipList> lists;
    for (const auto& source : options.partnerships) {
        stage("reading " + source.table.source.file);
        lists.push_back(io::read_partnerships(source, findings));
    }
    stage("judging the partnerships");
    std::vector<nesting::Assessment> assessments;
    for (auto& partnership : registry::resolve_partnerships(lists, territory, regions, findings))
        assessments.push_back(
            nesting::assess(std::move(partnership), regions, territory.current()));
    if (boundaries)
        for (auto& assessment : assessments)
            if (assessment.partnership.is_resolved)
                assessment.area = boundaries->working_area(assessment.partnership.members);
    return assessments;
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
    std::optional<io::Crs> crs;
    auto boundaries = open_boundaries(options, stage, territory, crs, findings);
    registry::RegionPartition regions = open_regions(options, stage, territory, findings);
    auto assessments = assess_all(options, stage, territory, regions, boundaries, findings);
    return {.title = options.title,
            .language = options.language.value_or(Language::Dutch),
            .territory = std::move(territory),
            .regions = std::move(regions),
            .boundaries = std::move(boundaries),
            .crs = std::move(crs),
            .assessments = std::move(assessments),
            .files = files_of(options),
            .findings = std::move(findings),
            .options = options};
}

} // namespace regio::project
