#include "nesting/boundaries.hpp"

#include "coverage/coverage_health.hpp"
#include "topology/self_contacts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace regio::nesting {

namespace {

using layer::FeatureId;
using registry::Area;
using registry::MunicipalityIndex;

bool is_nis_code(const std::string& code) {
    return code.size() == 5 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Findings that count things of one kind and name them.
struct Names {
    std::vector<std::string> names;

    void report(FindingNumber number, std::string_view key, std::vector<FindingValue> values,
                const SourceRef& source, std::vector<Finding>& findings) const {
        if (names.empty())
            return;
        values.push_back({"count", fmt::to_string(names.size())});
        values.push_back({std::string(key), fmt::format("{}", fmt::join(names, ", "))});
        findings.push_back({.number = number, .values = std::move(values), .source = source});
    }
};

} // namespace

Boundaries::Boundaries(layer::Layer layer, const registry::MunicipalityTable& municipalities,
                       Date as_of, std::vector<Finding>& findings)
    : layer_(std::move(layer)), chains_(layer_), graph_(chains_), features_(municipalities.size()),
      municipality_of_(layer_.features().size()) {
    match(municipalities, as_of, findings);
    check_shapes(findings);
}

void Boundaries::match(const registry::MunicipalityTable& municipalities, Date as_of,
                       std::vector<Finding>& findings) {
    Names unknown;
    Names ill_formed;
    std::size_t without_code = 0;
    for (std::size_t i = 0; i < layer_.features().size(); ++i) {
        const layer::Feature& feature = layer_[FeatureId(i)];
        const auto municipality = municipalities.find(feature.code);
        municipality_of_[i] = municipality;
        if (municipality)
            features_[static_cast<std::size_t>(*municipality)].push_back(FeatureId(i));
        else if (feature.code.empty())
            ++without_code;
        else if (!is_nis_code(feature.code))
            ill_formed.names.push_back(label_of(feature));
        else
            unknown.names.push_back(label_of(feature));
    }
    Names lacking;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        auto& features = features_[i];
        std::erase_if(features, [&](FeatureId f) { return layer_.parts_of(f).empty(); });
        if (features.empty())
            lacking.names.push_back(name_and_code(municipalities[MunicipalityIndex(i)]));
    }
    if (without_code > 0)
        findings.push_back({.number = FindingNumber::FeatureWithoutCode,
                            .values = {{"count", fmt::to_string(without_code)}},
                            .source = layer_.source()});
    ill_formed.report(FindingNumber::CodeIllFormed, "codes", {}, layer_.source(), findings);
    lacking.report(FindingNumber::MunicipalityNotInLayer, "names", {}, layer_.source(), findings);
    unknown.report(FindingNumber::LayerCodeUnknown, "names", {{"as_of", to_iso(as_of)}},
                   layer_.source(), findings);
}

void Boundaries::check_shapes(std::vector<Finding>& findings) {
    topology::report_self_contacts(layer_, findings);
    std::vector<MunicipalityIndex> doubled;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        if (features_[i].size() < 2)
            continue;
        doubled.push_back(MunicipalityIndex(i));
        std::vector<std::string> places;
        for (const FeatureId feature : features_[i])
            places.push_back(fmt::format("{}", layer_[feature].fid));
        findings.push_back({.number = FindingNumber::CodeTwice,
                            .values = {{"code", layer_[features_[i].front()].code},
                                       {"places", fmt::format("{}", fmt::join(places, ", "))}},
                            .source = layer_.source_of(features_[i].front())});
    }
    if (doubled.empty())
        return;
    for (const auto& [one, other] : coverage::coverage_health(layer_, chains_).overlaps) {
        const auto municipality = municipality_of_[index(one)];
        if (!municipality || municipality != municipality_of_[index(other)])
            continue;
        features_[static_cast<std::size_t>(*municipality)].clear();
        findings.push_back({.number = FindingNumber::FeaturesOverlap,
                            .values = {{"one", to_text(layer_.source_of(one))},
                                       {"other", to_text(layer_.source_of(other))}},
                            .source = layer_.source_of(one)});
    }
}

Area Boundaries::area_of(kernel::Wide twice_area) const {
    return Area{std::llround(layer_.lattice().square_metres(twice_area) * 1e6)};
}

std::optional<Area> Boundaries::area_of(MunicipalityIndex municipality) const {
    const auto& features = features_[static_cast<std::size_t>(municipality)];
    if (features.empty())
        return std::nullopt;
    kernel::Wide sum = 0;
    for (const FeatureId feature : features)
        sum += moments(layer_, feature).twice_area;
    return area_of(sum);
}

std::optional<WorkingArea>
Boundaries::working_area(std::span<const MunicipalityIndex> members) const {
    std::vector<FeatureId> features;
    for (const MunicipalityIndex member : members) {
        const auto& own = features_[static_cast<std::size_t>(member)];
        if (own.empty())
            return std::nullopt;
        features.insert(features.end(), own.begin(), own.end());
    }
    if (features.empty())
        return std::nullopt;
    WorkingArea area;
    for (const auto& parts : graph_.pieces(features)) {
        Piece piece;
        kernel::Wide sum = 0;
        for (const layer::PartId part : parts) {
            sum += moments(layer_, layer_[part]).twice_area;
            piece.municipalities.push_back(*municipality_of_[index(layer_[part].feature)]);
        }
        std::sort(piece.municipalities.begin(), piece.municipalities.end());
        const auto repeated = std::unique(piece.municipalities.begin(), piece.municipalities.end());
        piece.municipalities.erase(repeated, piece.municipalities.end());
        piece.area = area_of(sum);
        area.pieces.push_back(std::move(piece));
    }
    std::stable_sort(area.pieces.begin(), area.pieces.end(), [](const Piece& a, const Piece& b) {
        return a.area != b.area ? a.area > b.area : a.municipalities < b.municipalities;
    });
    return area;
}

} // namespace regio::nesting
