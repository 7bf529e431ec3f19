#include "project/dissolve.hpp"

#include "base/error.hpp"
#include "coverage/coverage_health.hpp"
#include "coverage/outline.hpp"
#include "topology/chains.hpp"
#include "topology/self_contacts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::project {

namespace {

using layer::FeatureId;

kernel::Wide twice_area(const layer::Layer& layer, const FeatureGroup& group) {
    kernel::Wide sum = 0;
    for (const FeatureId feature : group.features)
        sum += moments(layer, feature).twice_area;
    return sum;
}

/// Says which features of the group overlap, or else that they cross themselves.
[[noreturn]] void refuse_overlap(const layer::Layer& layer, const topology::Chains& chains,
                                 const FeatureGroup& group) {
    const auto has = [&](FeatureId feature) {
        return std::binary_search(group.features.begin(), group.features.end(), feature);
    };
    std::string which = "some cross themselves";
    for (const auto& [one, other] : coverage::coverage_health(layer, chains).overlaps)
        if (has(one) && has(other)) {
            which = fmt::format("{} and {}", label_of(layer[one]), label_of(layer[other]));
            break;
        }
    throw InputError(fmt::format("{}: the features of {} overlap: {}", to_text(layer.source()),
                                 group.code, which),
                     "regio info shows all such places; mend the layer first");
}

void report_missing(const layer::Layer& layer, const FeatureGroup& group,
                    std::vector<Finding>& findings) {
    findings.push_back({.number = FindingNumber::GroupIncomplete,
                        .values = {{"group", group.code},
                                   {"members", fmt::format("{}", fmt::join(group.missing, ", "))}},
                        .source = layer.source()});
}

} // namespace

std::vector<Outline> dissolve(const layer::Layer& layer, const std::vector<FeatureGroup>& groups,
                              std::vector<Finding>& findings) {
    topology::report_self_contacts(layer, findings);
    const topology::Chains chains(layer);
    const coverage::Outliner outliner(chains);
    std::vector<Outline> outlines;
    for (const FeatureGroup& group : groups) {
        if (!group.missing.empty()) {
            report_missing(layer, group, findings);
            continue;
        }
        Outline outline{.code = group.code,
                        .name = group.name,
                        .features = group.features.size(),
                        .polygons = outliner.outline(group.features)};
        const kernel::Wide area = moments(outline.polygons).twice_area;
        if (area != twice_area(layer, group))
            refuse_overlap(layer, chains, group);
        outline.area_m2 = layer.lattice().square_metres(area);
        outlines.push_back(std::move(outline));
    }
    return outlines;
}

} // namespace regio::project
