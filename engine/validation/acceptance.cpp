#include "validation/acceptance.hpp"

#include "kernel/place_text.hpp"

#include <algorithm>
#include <cmath>

namespace regio::validation {

namespace {

using layer::Layer;

bool has(const Acceptance& acceptance, const Layer& layer, const Defect& defect) {
    if (acceptance.number != defect.finding.number ||
        acceptance.place.has_value() != defect.place.has_value())
        return false;
    if (!defect.place)
        return acceptance.codes == feature_texts(layer, defect).codes;
    const auto place = layer.lattice().position(*defect.place);
    return std::hypot(place.x - acceptance.place->x, place.y - acceptance.place->y) <=
           acceptance.radius_m;
}

Finding not_found(const Acceptance& acceptance) {
    return {
        .number = FindingNumber::AcceptedNotFound,
        .values = {{"number", label(acceptance.number)},
                   {"place", acceptance.place ? place_text(*acceptance.place) : acceptance.codes}},
        .source = acceptance.source};
}

} // namespace

std::vector<Finding> accept(const Layer& layer, std::span<const Acceptance> accepted,
                            std::vector<Defect>& defects) {
    std::vector<bool> is_used(accepted.size());
    for (Defect& defect : defects)
        for (std::size_t i = 0; i < accepted.size(); ++i) {
            if (!has(accepted[i], layer, defect))
                continue;
            is_used[i] = true;
            if (!defect.is_accepted)
                defect.why = accepted[i].why;
            defect.is_accepted = true;
        }
    std::stable_partition(defects.begin(), defects.end(),
                          [](const Defect& defect) { return !defect.is_accepted; });
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < accepted.size(); ++i)
        if (!is_used[i])
            findings.push_back(not_found(accepted[i]));
    return findings;
}

} // namespace regio::validation
