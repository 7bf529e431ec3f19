#include "project/area_map.hpp"

#include "base/error.hpp"
#include "map/base_map.hpp"
#include "project/boundary_source.hpp"
#include "project/drawing_map.hpp"
#include "project/surroundings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regio::project {

namespace {

using registry::MunicipalityIndex;

/// The polygons of one feature, as positions.
void append_rings(const layer::Layer& layer, layer::FeatureId feature, map::PositionRings& rings) {
    for (const auto& part : layer.parts_of(feature))
        for (const auto& ring : rings_of(layer, part)) {
            auto& positions = rings.emplace_back();
            for (const auto& point : ring)
                positions.push_back(layer.lattice().position(point));
        }
}

/// The polygons of some codes; nothing when one of them has none in the layer.
std::optional<map::PositionRings> rings_of_codes(const layer::Layer& layer,
                                                 const std::vector<registry::MergedPart>& parts) {
    map::PositionRings rings;
    for (const auto& part : parts) {
        const std::size_t before = rings.size();
        for (std::size_t i = 0; i < layer.features().size(); ++i)
            if (layer[layer::FeatureId(i)].code == part.code)
                append_rings(layer, layer::FeatureId(i), rings);
        if (rings.size() == before)
            return std::nullopt;
    }
    return rings;
}

/// Looks up former municipalities in the boundaries that a project has of other days.
class FormerBoundaries {
public:
    explicit FormerBoundaries(const Project& project) : project_(project) {}

    /// The polygons of the parts that are members and of those that are not, from one layer;
    /// empty when no layer has them all, or has them elsewhere than in `whole`.
    map::PartialMembership find(const registry::PartialMember& partial,
                                const kernel::Extent& whole) {
        map::PartialMembership membership;
        std::vector<std::string> names;
        for (const auto& part : partial.parts)
            names.push_back(part.name);
        membership.parts = fmt::format("{}", fmt::join(names, ", "));
        open();
        for (const auto& layer : layers_) {
            auto wanted = rings_of_codes(layer, partial.parts);
            auto others = rings_of_codes(layer, partial.missing);
            if (wanted && others && has_middle_in(*wanted, whole)) {
                membership.wanted = std::move(*wanted);
                membership.others = std::move(*others);
                is_schematic_ |= layer.is_schematic();
                break;
            }
        }
        return membership;
    }

    /// Whether made-up boundaries were taken.
    [[nodiscard]] bool is_schematic() const noexcept { return is_schematic_; }

private:
    static bool has_middle_in(const map::PositionRings& rings, const kernel::Extent& whole) {
        kernel::Extent own;
        for (const auto& ring : rings)
            for (const auto& position : ring)
                own.include(position);
        const double x = (own.min_x + own.max_x) / 2;
        const double y = (own.min_y + own.max_y) / 2;
        return whole.min_x <= x && x <= whole.max_x && whole.min_y <= y && y <= whole.max_y;
    }

    void open() {
        if (is_open_)
            return;
        is_open_ = true;
        const auto& tables = project_.options.municipalities;
        LatticeTerms terms = project_.options.lattice;
        terms.crs = project_.crs->wkt();
        std::vector<Finding> findings; // of another day: not what is asked about
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const auto source = boundary_source(tables[i]);
            if (i == project_.territory.current_place() || !source)
                continue;
            auto opened = open_layers(std::span(&*source, 1), terms, findings);
            layers_.push_back(std::move(opened.layers.front().layer));
        }
    }

    const Project& project_;
    bool is_open_ = false;
    bool is_schematic_ = false;
    std::vector<layer::Layer> layers_;
};

/// A municipality as it is in every map. Precondition: it lies in a region.
map::MapMunicipality ground_of(const Project& project, MunicipalityIndex municipality) {
    const auto& known = project.territory.current()[municipality];
    const auto features = project.boundaries->features_of(municipality);
    return {.code = known.code,
            .name = known.name,
            .features = {features.begin(), features.end()},
            .region = static_cast<std::size_t>(*project.regions.region_of(municipality))};
}

/// A map with regions and without municipalities.
map::AreaMap empty_map(const Project& project) {
    if (!project.boundaries)
        throw InputError("there are no polygons to draw: the municipalities come from a table",
                         "name a layer with --boundaries, or boundaries = under [municipalities]");
    map::AreaMap map{.layer = &project.boundaries->layer(),
                     .chains = &project.boundaries->chains(),
                     .language = project.language,
                     .is_schematic = project.boundaries->layer().is_schematic()};
    for (const auto& region : project.regions.all())
        map.regions.push_back({.code = region.code, .name = region.name});
    return map;
}

/// Fills the municipalities of a map.
class Collector {
public:
    Collector(const Project& project, const nesting::Assessment& assessment)
        : project_(project), partnership_(assessment.partnership), verdict_(assessment.verdict),
          former_(project) {}

    /// All municipalities in a region that have polygons, and whether these are all there are.
    bool collect(map::AreaMap& map) {
        const auto& table = project_.territory.current();
        bool is_whole = true;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const auto municipality = static_cast<MunicipalityIndex>(i);
            const auto features = project_.boundaries->features_of(municipality);
            const auto region = project_.regions.region_of(municipality);
            if (features.empty())
                is_whole = false;
            if (features.empty() && is_member(municipality))
                refuse(table[municipality]);
            if (features.empty() || !region)
                continue;
            auto& drawn = map.municipalities.emplace_back(ground_of(project_, municipality));
            drawn.role = role_of(municipality);
            drawn.partial = partial_of(municipality);
            drawn.drawn_share = drawn_share_of(municipality);
        }
        return is_whole;
    }

    /// Whether former parts come from made-up boundaries.
    [[nodiscard]] bool has_schematic_parts() const noexcept { return former_.is_schematic(); }

private:
    [[nodiscard]] bool is_member(MunicipalityIndex municipality) const {
        return std::binary_search(partnership_.members.begin(), partnership_.members.end(),
                                  municipality);
    }

    [[noreturn]] void refuse(const registry::Municipality& municipality) const {
        throw InputError(fmt::format("{}: has no polygon for {}, a member of {}",
                                     to_text(project_.boundaries->layer().source()),
                                     name_and_code(municipality), partnership_.partnership.name),
                         "take boundaries of the day of the list, or see what is wrong with this "
                         "one: regio info");
    }

    [[nodiscard]] map::Role role_of(MunicipalityIndex municipality) const {
        if (!is_member(municipality))
            return map::Role::Other;
        const auto& outsiders = verdict_.outsiders;
        const bool is_outside =
            verdict_.relation == nesting::Relation::Crosses &&
            std::find(outsiders.begin(), outsiders.end(), municipality) != outsiders.end();
        return is_outside ? map::Role::Outsider : map::Role::Member;
    }

    /// Nothing of one that is drawn in part: it is no part of a merger.
    std::optional<map::PartialMembership> partial_of(MunicipalityIndex municipality) {
        const auto* partial = registry::find_partial(partnership_, municipality);
        if (partial == nullptr || partial->drawn_share)
            return std::nullopt;
        return former_.find(*partial,
                            map::extent_of(project_.boundaries->layer(),
                                           project_.boundaries->features_of(municipality)));
    }

    [[nodiscard]] std::optional<double> drawn_share_of(MunicipalityIndex municipality) const {
        const auto* partial = registry::find_partial(partnership_, municipality);
        return partial != nullptr ? partial->drawn_share : std::nullopt;
    }

    const Project& project_;
    const registry::ResolvedPartnership& partnership_;
    const nesting::Verdict& verdict_;
    FormerBoundaries former_;
};

/// The extent of all municipalities on the map.
kernel::Extent extent_of(const map::AreaMap& map) {
    kernel::Extent extent;
    for (const auto& municipality : map.municipalities)
        extent.include(map::extent_of(*map.layer, municipality.features));
    return extent;
}

} // namespace

map::AreaMap area_map(const Project& project, const nesting::Assessment& assessment) {
    map::AreaMap map = empty_map(project);
    Collector collector(project, assessment);
    const bool is_whole = collector.collect(map);
    map.is_schematic |= collector.has_schematic_parts();
    if (assessment.drawing) {
        map.drawing = drawing_of(project, *assessment.drawing);
        map.is_schematic |= map.drawing->layer.is_schematic();
    }
    // What lies around a part of Flanders is not what lies around Flanders.
    if (is_whole)
        map.zones = surroundings(*project.crs, extent_of(map), project.language);
    if (assessment.verdict.main_region)
        map.main_region = project.regions[*assessment.verdict.main_region].name;
    return map;
}

map::AreaMap ground_map(const Project& project) {
    map::AreaMap map = empty_map(project);
    bool is_whole = true;
    for (std::size_t i = 0; i < project.territory.current().size(); ++i) {
        const auto municipality = static_cast<MunicipalityIndex>(i);
        const bool has_polygon = !project.boundaries->features_of(municipality).empty();
        is_whole &= has_polygon;
        if (has_polygon && project.regions.region_of(municipality))
            map.municipalities.push_back(ground_of(project, municipality));
    }
    if (is_whole)
        map.zones = surroundings(*project.crs, extent_of(map), project.language);
    return map;
}

} // namespace regio::project
