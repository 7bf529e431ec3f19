#include "validation/defect.hpp"

#include "base/contract.hpp"
#include "kernel/place_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace regio::validation {

using layer::FeatureId;
using layer::Layer;

Severity weight_of(FindingNumber number) {
    switch (number) {
    case FindingNumber::GeometryMissing:
    case FindingNumber::GeometryOfOtherKind:
    case FindingNumber::CoordinateNotFinite:
    case FindingNumber::RingCrosses:
    case FindingNumber::RingDoubled:
    case FindingNumber::RingMisplaced:
    case FindingNumber::RingTwice:
    case FindingNumber::RingSpike:
    case FindingNumber::FeatureTwice:
    case FindingNumber::FeatureWithoutCode:
        return Severity::Error;
    case FindingNumber::RingTouches:
        return Severity::Warning;
    default:
        return kind_of(number).severity;
    }
}

Defect defect_of(const Layer& layer, FeatureId feature, FindingNumber number) {
    Defect defect = defect_of(layer, std::vector{feature}, number);
    defect.finding.values.push_back({"name", label_of(layer[feature])});
    return defect;
}

Defect defect_of(const Layer& layer, std::vector<FeatureId> features, FindingNumber number) {
    REGIO_EXPECTS(!features.empty());
    std::sort(features.begin(), features.end(), [&](FeatureId one, FeatureId other) {
        const auto key = [&](FeatureId id) {
            return std::tie(layer[id].code, layer[id].name, layer[id].fid);
        };
        return key(one) < key(other);
    });
    Finding finding{.number = number, .values = {}, .source = layer.source_of(features.front())};
    return {.finding = std::move(finding),
            .severity = weight_of(number),
            .features = std::move(features)};
}

void locate(const Layer& layer, kernel::Point place, Defect& defect) {
    defect.place = place;
    defect.finding.values.push_back({"place", place_text(layer.lattice().position(place))});
}

std::string names_of(const Layer& layer, std::span<const FeatureId> features) {
    std::vector<std::string> names;
    for (const FeatureId feature : features)
        names.push_back(label_of(layer[feature]));
    return fmt::format("{}", fmt::join(names, ", "));
}

FeatureTexts feature_texts(const Layer& layer, const Defect& defect) {
    std::vector<std::string> codes;
    std::vector<std::string> names;
    std::vector<std::string> fids;
    for (const FeatureId feature : defect.features) {
        codes.push_back(layer[feature].code);
        names.push_back(layer[feature].name);
        fids.push_back(fmt::to_string(layer[feature].fid));
    }
    const auto joined = [](const std::vector<std::string>& texts) {
        return fmt::format("{}", fmt::join(texts, " | "));
    };
    return {.codes = joined(codes), .names = joined(names), .fids = joined(fids)};
}

std::string metres_text(double metres) {
    return fmt::format("{:.3f}", metres);
}

std::string square_metres_text(double square_metres) {
    return fmt::format("{:.3f}", square_metres);
}

} // namespace regio::validation
