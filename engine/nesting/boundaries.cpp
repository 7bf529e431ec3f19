#include "nesting/boundaries.hpp"

#include "base/name_key.hpp"
#include "base/sorted.hpp"
#include "coverage/coverage_health.hpp"
#include "registry/identifier.hpp"
#include "topology/misplaced_rings.hpp"
#include "topology/self_contacts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace regio::nesting {

namespace {

using layer::FeatureId;
using registry::Area;
using registry::MunicipalityIndex;

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

/// Whether two names can be meant for one municipality: one holds the other, as in "Stad Izegem" or
/// "Waimes#Weismes", or one is missing.
bool may_be_same_name(const std::string& one, const std::string& other) {
    const std::string a = name_key(one);
    const std::string b = name_key(other);
    return a.empty() || b.empty() || a.find(b) != std::string::npos ||
           b.find(a) != std::string::npos;
}

/// Surveys of one municipality differ by a percent, schematic borders by a few.
bool differ_much(Area one, Area other) {
    return 10 * std::abs(one.mm2 - other.mm2) > std::max(one.mm2, other.mm2);
}

} // namespace

Boundaries::Boundaries(layer::Layer layer, const registry::MunicipalityTable& municipalities,
                       Date as_of, std::vector<Finding>& findings)
    : layer_(std::move(layer)), chains_(layer_), graph_(chains_), features_(municipalities.size()),
      municipality_of_(layer_.features().size()) {
    part_areas_.reserve(layer_.parts().size());
    for (const layer::Part& part : layer_.parts())
        part_areas_.push_back(moments(layer_, part).twice_area);
    match(municipalities, as_of, findings);
    check_shapes(findings);
    compare(municipalities, findings);
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
        else if (!registry::is_nis_code(feature.code))
            ill_formed.names.push_back(label_of(feature));
        else
            unknown.names.push_back(label_of(feature));
    }
    Names lacking;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        auto& features = features_[i];
        // What is left when one of several polygons is lost would pass for the whole.
        if (std::any_of(features.begin(), features.end(),
                        [&](FeatureId f) { return layer_.parts_of(f).empty(); }))
            features.clear();
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

/// What the layer and the table say of one municipality should agree.
void Boundaries::compare(const registry::MunicipalityTable& municipalities,
                         std::vector<Finding>& findings) const {
    Names other_name;
    Names other_area;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        const auto& municipality = municipalities[MunicipalityIndex(i)];
        for (const FeatureId feature : features_[i])
            if (!may_be_same_name(layer_[feature].name, municipality.name))
                other_name.names.push_back(fmt::format("{} ({}): {}", municipality.name,
                                                       municipality.code, layer_[feature].name));
        const auto area = area_of(MunicipalityIndex(i));
        if (area && municipality.figures.area && differ_much(*area, *municipality.figures.area))
            other_area.names.push_back(name_and_code(municipality));
    }
    other_name.report(FindingNumber::LayerNameContradicts, "names", {}, layer_.source(), findings);
    other_area.report(FindingNumber::LayerAreaContradicts, "names", {}, layer_.source(), findings);
}

void Boundaries::check_shapes(std::vector<Finding>& findings) {
    topology::report_self_contacts(layer_, findings);
    const auto misplaced = topology::find_misplaced_rings(layer_);
    topology::report_misplaced_rings(layer_, misplaced, findings);
    for (const FeatureId feature : misplaced)
        forget(municipality_of_[index(feature)]);
    for (std::size_t i = 0; i < features_.size(); ++i)
        if (const auto area = twice_area(features_[i]); area <= 0 || !is_plausible(area))
            features_[i].clear();
    for (std::size_t i = 0; i < features_.size(); ++i)
        if (features_[i].size() > 1)
            check_doubled(MunicipalityIndex(i), findings);
    check_borders(findings);
}

/// Several features of one municipality are its parts, unless they overlap.
void Boundaries::check_doubled(MunicipalityIndex municipality, std::vector<Finding>& findings) {
    const auto features = features_[static_cast<std::size_t>(municipality)];
    std::vector<std::string> places;
    for (const FeatureId feature : features)
        places.push_back(fmt::format("{}", layer_[feature].fid));
    findings.push_back({.number = FindingNumber::CodeTwice,
                        .values = {{"code", layer_[features.front()].code},
                                   {"places", fmt::format("{}", fmt::join(places, ", "))}},
                        .source = layer_.source_of(features.front())});
    const layer::Layer own = select(layer_, features);
    for (const auto& [one, other] : coverage::find_overlaps(own, topology::Chains(own))) {
        forget(municipality);
        findings.push_back({.number = FindingNumber::FeaturesOverlap,
                            .values = {{"one", to_text(own.source_of(one))},
                                       {"other", to_text(own.source_of(other))}},
                            .source = own.source_of(one)});
    }
}

/// What hangs together is told by shared borders: where they do not fit, pieces are too many.
void Boundaries::check_borders(std::vector<Finding>& findings) {
    const double metres = coverage::length_inside_others(layer_, chains_).metres(layer_.lattice());
    borders_fit_ = metres == 0;
    if (!borders_fit_)
        findings.push_back({.number = FindingNumber::BordersDoNotFit,
                            .values = {{"length", fmt::format("{:.3f}", metres / 1000)}},
                            .source = layer_.source()});
}

void Boundaries::forget(std::optional<MunicipalityIndex> municipality) {
    if (municipality)
        features_[static_cast<std::size_t>(*municipality)].clear();
}

kernel::Wide Boundaries::twice_area(std::span<const FeatureId> features) const {
    kernel::Wide sum = 0;
    for (const FeatureId feature : features)
        sum += moments(layer_, feature).twice_area;
    return sum;
}

/// No municipality is larger than 10 000 km²; square millimetres of such areas fit 64 bits.
bool Boundaries::is_plausible(kernel::Wide twice_area) const {
    constexpr double kMost_m2 = 1e10;
    return layer_.lattice().square_metres(twice_area) <= kMost_m2;
}

Area Boundaries::area_of(kernel::Wide twice_area) const {
    return Area{std::llround(layer_.lattice().square_metres(twice_area) * 1e6)};
}

std::optional<Area> Boundaries::area_of(MunicipalityIndex municipality) const {
    const auto& features = features_[static_cast<std::size_t>(municipality)];
    if (features.empty())
        return std::nullopt;
    return area_of(twice_area(features));
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
    const auto pieces = graph_.pieces(features);
    if (pieces.size() > 1 && !borders_fit_)
        return std::nullopt;
    WorkingArea area;
    for (const auto& parts : pieces) {
        Piece piece;
        kernel::Wide sum = 0;
        for (const layer::PartId part : parts) {
            sum += part_areas_[index(part)];
            piece.municipalities.push_back(*municipality_of_[index(layer_[part].feature)]);
        }
        sort_and_unite(piece.municipalities);
        piece.area = area_of(sum);
        area.pieces.push_back(std::move(piece));
    }
    std::stable_sort(area.pieces.begin(), area.pieces.end(), [](const Piece& a, const Piece& b) {
        return a.area != b.area ? a.area > b.area : a.municipalities < b.municipalities;
    });
    return area;
}

} // namespace regio::nesting
