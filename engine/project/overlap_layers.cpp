#include "project/overlap_layers.hpp"

#include "arrangement/repair.hpp"
#include "base/error.hpp"
#include "layer/code_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <tuple>

namespace regio::project {

namespace {

using coverage::OverlapSide;
using layer::FeatureId;
using layer::Layer;
using layer::Regrouping;

/// The groups that the layer has all members of.
std::vector<Regrouping> complete_groups(const Layer& layer, const std::vector<FeatureGroup>& groups,
                                        std::vector<Finding>& findings) {
    std::vector<Regrouping> complete;
    for (const FeatureGroup& group : groups)
        if (group.missing.empty())
            complete.push_back({.feature = {.code = group.code, .name = group.name, .fid = -1},
                                .members = group.features});
        else
            report_incomplete(layer, group, findings);
    return complete;
}

/// "; of ivio it lacks 36007, 36010": why the first group is not complete.
std::string example_of(const std::vector<FeatureGroup>& groups) {
    constexpr std::size_t kMost = 5;
    if (groups.empty())
        return {};
    const auto& missing = groups.front().missing;
    const std::span shown(missing.data(), std::min(missing.size(), kMost));
    return fmt::format("; of {} it lacks {}{}", groups.front().code, fmt::join(shown, ", "),
                       shown.size() < missing.size() ? " …" : "");
}

OverlapSide side_of_groups(const Layer& layer, const GroupTable& table,
                           std::vector<Finding>& findings) {
    const auto groups = group_by_table(layer, table, findings);
    const auto complete = complete_groups(layer, groups, findings);
    if (complete.empty())
        throw InputError(fmt::format("{}: there is no group that {} has all members of{}",
                                     table.table.source.file, to_text(layer.source()),
                                     example_of(groups)),
                         "is the table of the layer's day, and are the fields the right ones?");
    return coverage::overlap_side(layer, complete);
}

OverlapSide side_of(Layer layer, const OverlapSource& source, std::vector<Finding>& findings) {
    layer = arrangement::mended(std::move(layer), findings);
    if (source.members)
        return side_of_groups(layer, *source.members, findings);
    report_codes(layer, findings);
    return coverage::overlap_side(std::move(layer));
}

/// What is wrong with the code of features, all of them that have it.
void report_code(std::span<const FeatureId> features, const Layer& layer,
                 std::vector<Finding>& findings) {
    const std::string& code = layer[features.front()].code;
    if (code.empty()) {
        findings.push_back({.number = FindingNumber::FeatureWithoutCode,
                            .values = {{"count", fmt::to_string(features.size())}},
                            .source = layer.source()});
    } else if (features.size() > 1) {
        std::vector<std::int64_t> places;
        for (const FeatureId feature : features)
            places.push_back(layer[feature].fid);
        findings.push_back(
            {.number = FindingNumber::CodeTwice,
             .values = {{"code", code}, {"places", fmt::format("{}", fmt::join(places, ", "))}},
             .source = layer.source_of(features.front())});
    }
}

/// Two layers of one file complain of the same.
void tell_once(std::vector<Finding>& findings) {
    std::stable_sort(
        findings.begin(), findings.end(), [](const Finding& one, const Finding& other) {
            return std::tie(one.number, one.source) < std::tie(other.number, other.source);
        });
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
}

} // namespace

OverlapLayers open_overlap_layers(const std::array<OverlapSource, 2>& sources,
                                  const LatticeTerms& terms, std::vector<Finding>& findings) {
    const std::array layers = {sources[0].layer, sources[1].layer};
    OpenedLayers opened = open_layers(layers, terms, findings);
    const auto prepared = [&](std::size_t i) {
        OpenedLayer& layer = opened.layers[i];
        const std::size_t features = layer.layer.features().size();
        return OverlapLayer{.side = side_of(std::move(layer.layer), sources[i], findings),
                            .own_crs = layer.own_crs,
                            .transformation = std::move(layer.transformation),
                            .features_read = features};
    };
    OverlapLayers result{
        .crs = opened.crs, .lattice = opened.lattice, .layers = {prepared(0), prepared(1)}};
    tell_once(findings);
    return result;
}

void report_codes(const Layer& layer, std::vector<Finding>& findings) {
    for_each_code(layer, [&](std::span<const FeatureId> features) {
        report_code(features, layer, findings);
    });
}

} // namespace regio::project
