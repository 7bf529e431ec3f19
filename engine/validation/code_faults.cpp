#include "layer/code_groups.hpp"
#include "registry/identifier.hpp"
#include "validation/feature_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace regio::validation {

namespace {

using layer::FeatureId;
using layer::Layer;

/// The first two digits of the codes of municipalities: their arrondissements, those from before
/// 2019 too.
constexpr auto kArrondissements = std::to_array<std::string_view>(
    {"11", "12", "13", "21", "23", "24", "25", "31", "32", "33", "34", "35", "36", "37", "38",
     "41", "42", "43", "44", "45", "46", "51", "52", "53", "54", "55", "56", "57", "58", "61",
     "62", "63", "64", "71", "72", "73", "81", "82", "83", "84", "85", "91", "92", "93"});

bool is_of_municipality(std::string_view code) {
    return registry::is_nis_code(code) &&
           std::find(kArrondissements.begin(), kArrondissements.end(), code.substr(0, 2)) !=
               kArrondissements.end();
}

/// A point of a feature to find it by; nothing when it has no polygon.
void locate_feature(const Layer& layer, FeatureId feature, Defect& defect) {
    const auto parts = layer.parts_of(feature);
    if (!parts.empty())
        defect.place = layer.ring(parts.front().first_ring).front();
}

Defect code_fault(const Layer& layer, FeatureId feature, FindingNumber number,
                  std::vector<FindingValue> values) {
    Defect defect = defect_of(layer, feature, number);
    defect.finding.values = std::move(values);
    locate_feature(layer, feature, defect);
    return defect;
}

Defect repeated_code(const Layer& layer, std::span<const FeatureId> features) {
    Defect defect =
        defect_of(layer, std::vector(features.begin(), features.end()), FindingNumber::CodeTwice);
    std::vector<std::string> places;
    for (const FeatureId feature : defect.features)
        places.push_back(fmt::to_string(layer[feature].fid));
    defect.finding.values = {{"code", layer[features.front()].code},
                             {"places", fmt::format("{}", fmt::join(places, ", "))}};
    locate_feature(layer, defect.features.front(), defect);
    return defect;
}

} // namespace

CodeSystem code_system_of(const Layer& layer) {
    std::size_t codes = 0;
    std::size_t of_municipalities = 0;
    for (const auto& feature : layer.features()) {
        codes += feature.code.empty() ? 0U : 1U;
        of_municipalities += is_of_municipality(feature.code) ? 1U : 0U;
    }
    const bool is_nis = codes > 0 && 10 * of_municipalities >= 9 * codes;
    return is_nis ? CodeSystem::Nis : CodeSystem::Other;
}

std::vector<Defect> find_code_faults(const Layer& layer, CodeSystem system) {
    std::vector<Defect> defects;
    const auto features = layer.features();
    if (std::all_of(features.begin(), features.end(),
                    [](const layer::Feature& feature) { return feature.code.empty(); }))
        return defects;
    for_each_code(layer, [&](std::span<const FeatureId> same) {
        const std::string& code = layer[same.front()].code;
        if (!code.empty() && same.size() > 1)
            defects.push_back(repeated_code(layer, same));
        for (const FeatureId feature : same)
            if (code.empty())
                defects.push_back(code_fault(layer, feature, FindingNumber::FeatureWithoutCode,
                                             {{"count", "1"}}));
            else if (system == CodeSystem::Nis && !registry::is_nis_code(code))
                defects.push_back(code_fault(layer, feature, FindingNumber::CodeIllFormed,
                                             {{"count", "1"}, {"codes", code}}));
    });
    return defects;
}

} // namespace regio::validation
