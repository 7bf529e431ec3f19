#include "project/dissolve.hpp"

#include "base/error.hpp"
#include "coverage/coverage_health.hpp"
#include "coverage/outline.hpp"
#include "topology/chains.hpp"
#include "topology/misplaced_rings.hpp"
#include "topology/self_contacts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::project {

namespace {

using layer::FeatureId;

/// Why no outline can be made of a feature.
struct Fault {
    FeatureId feature;
    std::string what;
};

/// Edges that cross, and rings that lie where they should not.
std::vector<Fault> find_faults(const layer::Layer& layer, std::vector<Finding>& findings) {
    const auto contacts = topology::find_self_contacts(layer);
    topology::report_self_contacts(layer, contacts, findings);
    const auto misplaced = topology::find_misplaced_rings(layer);
    topology::report_misplaced_rings(layer, misplaced, findings);
    std::vector<Fault> faults;
    for (const auto& contact : contacts)
        if (contact.kind == topology::SelfContactKind::Cross) {
            const kernel::Position place = layer.lattice().position(contact.place);
            faults.push_back({contact.feature,
                              fmt::format("crosses itself near {:.3f} {:.3f}", place.x, place.y)});
        }
    for (const FeatureId feature : misplaced)
        faults.push_back({feature, "has a ring where it should not lie"});
    return faults;
}

void refuse_faults(const layer::Layer& layer, const FeatureGroup& group,
                   const std::vector<Fault>& faults) {
    for (const auto& [feature, what] : faults)
        if (std::binary_search(group.features.begin(), group.features.end(), feature))
            throw InputError(fmt::format("{}: {} {}; it is of {}",
                                         to_text(layer.source_of(feature)),
                                         label_of(layer[feature]), what, group.code),
                             "regio info shows all such places; mend the layer first");
}

/// An outline of features that overlap would not be that of their union. Precondition: the layer is
/// that of the group.
void refuse_overlaps(const layer::Layer& layer, const topology::Chains& chains,
                     const std::string& group) {
    if (layer.features().size() < 2)
        return;
    const auto overlaps = coverage::find_overlaps(layer, chains);
    if (!overlaps.empty())
        throw InputError(fmt::format("{}: overlaps feature {}; both are of {}",
                                     to_text(layer.source_of(overlaps.front().first)),
                                     layer[overlaps.front().second].fid, group),
                         "regio info counts such places; mend the layer first");
}

/// The features of a group by themselves, so that each border finds its partner among them.
Outline outline_of(const layer::Layer& layer, const FeatureGroup& group) {
    const layer::Layer members = select(layer, group.features);
    const topology::Chains chains(members);
    refuse_overlaps(members, chains, group.code);
    std::vector<FeatureId> all;
    for (std::size_t i = 0; i < members.features().size(); ++i)
        all.push_back(FeatureId(i));
    Outline outline{.code = group.code,
                    .name = group.name,
                    .features = all.size(),
                    .polygons = coverage::Outliner(chains).outline(all)};
    outline.area_m2 = layer.lattice().square_metres(moments(outline.polygons).twice_area);
    return outline;
}

} // namespace

std::vector<Outline> dissolve(const layer::Layer& layer, const std::vector<FeatureGroup>& groups,
                              std::vector<Finding>& findings) {
    const auto faults = find_faults(layer, findings);
    std::vector<Outline> outlines;
    for (const FeatureGroup& group : groups) {
        if (!group.missing.empty()) {
            report_incomplete(layer, group, findings);
            continue;
        }
        refuse_faults(layer, group, faults);
        outlines.push_back(outline_of(layer, group));
    }
    return outlines;
}

} // namespace regio::project
