#include "project/dissolve.hpp"

#include "base/contract.hpp"
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

/// An outline of features that overlap would not be that of their union.
void refuse_overlaps(const layer::Layer& layer, const topology::Chains& chains,
                     const std::vector<FeatureGroup>& groups) {
    const auto overlaps = coverage::coverage_health(layer, chains).overlaps;
    for (const FeatureGroup& group : groups)
        for (const auto& [one, other] : overlaps)
            if (std::binary_search(group.features.begin(), group.features.end(), one) &&
                std::binary_search(group.features.begin(), group.features.end(), other))
                throw InputError(fmt::format("{}: {} and {}, both of {}, overlap",
                                             to_text(layer.source()), label_of(layer[one]),
                                             label_of(layer[other]), group.code),
                                 "regio info counts such places; mend the layer first");
}

/// Rings that run the wrong way round where they come back to a point have no outline, and neither
/// has a hole that lies outside its shell.
[[noreturn]] void refuse_self_contact(const layer::Layer& layer, const FeatureGroup& group) {
    const auto contacts = topology::find_self_contacts(layer);
    const auto contact = std::find_if(contacts.begin(), contacts.end(), [&](const auto& c) {
        return std::binary_search(group.features.begin(), group.features.end(), c.feature);
    });
    if (contact == contacts.end())
        throw InputError(fmt::format("{}: a feature of {} has a hole outside its shell",
                                     to_text(layer.source()), group.code),
                         "mend the layer first");
    throw InputError(fmt::format("{}: {}, of {}, crosses itself", to_text(layer.source()),
                                 label_of(layer[contact->feature]), group.code),
                     "regio info tells where; mend the layer first");
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
    refuse_overlaps(layer, chains, groups);
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
        if (area != twice_area(layer, group) || outline.polygons.empty())
            refuse_self_contact(layer, group);
        outline.area_m2 = layer.lattice().square_metres(area);
        outlines.push_back(std::move(outline));
    }
    return outlines;
}

} // namespace regio::project
