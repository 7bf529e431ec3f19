#include "tests/fuzz/arrangement_laws.hpp"

#include "arrangement/arrangement.hpp"
#include "arrangement/repair.hpp"
#include "coverage/dissolve.hpp"
#include "coverage/partition.hpp"
#include "kernel/edge_index.hpp"
#include "nesting/shape_verdict.hpp"
#include "tests/fuzz/edge_walks.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "topology/overlap.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

namespace regio::fuzz {

namespace {

using arrangement::Arrangement;
using arrangement::FaceId;
using arrangement::GroupId;
using arrangement::kNoGroup;
using arrangement::LabelId;
using arrangement::Members;
using arrangement::Tag;
using coverage::Piece;
using kernel::MultiPolygon;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using topology::Chains;

/// How far twice an area may be off along borders of this length, of which each point moves by half
/// a unit in x and in y at most: that much on the outer side and around the ends.
double margin(double length) {
    return 2 * std::sqrt(0.5) * length + 4;
}

std::string breach_of_validity(const MultiPolygon& area) {
    static const test::GeosOracle geos;
    const auto validity = geos.validity(area);
    if (!validity.is_valid)
        return "an area is not valid by GEOS: " + validity.reason;
    const auto layer = test::layer_of(test::Shapes{{.code = "area", .polygons = area}});
    if (!arrangement::find_faulty(layer).empty())
        return "an area is not valid by our own rules";
    return {};
}

/// Two layers and the faces of both.
struct Overlay {
    Overlay(const Layer& one, const Layer& other)
        : layers{&one, &other}, a(one), b(other), members(std::array{&a, &b}),
          all(arrangement::arrange(std::array{&a, &b})) {}

    [[nodiscard]] double length_of(Tag tag) const {
        const auto member = members.member(tag);
        return test::perimeter_of(*layers[member.layer], member.feature);
    }

    [[nodiscard]] Wide twice_area_of(Tag tag) const {
        const auto member = members.member(tag);
        return moments(*layers[member.layer], member.feature).twice_area;
    }

    [[nodiscard]] bool is_in(FaceId face, std::uint32_t layer) const {
        const auto tags = all.tags(face);
        return std::any_of(tags.begin(), tags.end(),
                           [&](Tag tag) { return members.member(tag).layer == layer; });
    }

    std::array<const Layer*, 2> layers;
    Chains a, b;
    Members members;
    Arrangement all;
};

/// Twice the areas of the faces of each feature, and of each pair of one of either layer.
struct FaceSums {
    std::map<Tag, Wide> features;
    std::map<std::pair<Tag, Tag>, Wide> pairs;
};

FaceSums sums_of(const Overlay& overlay) {
    FaceSums sums;
    const Tag first_of_b{overlay.members.first_tag(1)};
    for (std::uint32_t face = 0; face < overlay.all.face_count(); ++face)
        for (const Tag one : overlay.all.tags(FaceId{face})) {
            sums.features[one] += overlay.all.twice_area(FaceId{face});
            for (const Tag other : overlay.all.tags(FaceId{face}))
                if (one < first_of_b && other >= first_of_b)
                    sums.pairs[{one, other}] += overlay.all.twice_area(FaceId{face});
        }
    return sums;
}

std::string breach_of_sums(const Overlay& overlay) {
    FaceSums sums = sums_of(overlay);
    const auto is_off = [](Wide faces, double area, double most) {
        return std::abs(static_cast<double>(faces) - area) > most;
    };
    for (std::uint32_t i = 0; i < overlay.members.first_tag(2); ++i)
        if (is_off(sums.features[Tag{i}], static_cast<double>(overlay.twice_area_of(Tag{i})),
                   margin(overlay.length_of(Tag{i}))))
            return fmt::format("faces do not add up to feature {}", i);
    for (const auto& pair : topology::overlap(overlay.a, overlay.b, {.threads = 1})) {
        const Tag one = overlay.members.tag({0, pair.a});
        const Tag other = overlay.members.tag({1, pair.b});
        if (is_off(sums.pairs[{one, other}], pair.area.twice_area(),
                   margin(overlay.length_of(one) + overlay.length_of(other))))
            return fmt::format("faces do not add up to what features {} and {} share", index(one),
                               index(other));
        sums.pairs.erase({one, other});
    }
    for (const auto& [pair, twice_area] : sums.pairs)
        if (is_off(twice_area, 0,
                   margin(overlay.length_of(pair.first) + overlay.length_of(pair.second))))
            return "faces lie in two features that share nothing";
    return {};
}

std::string breach_of_common_borders(const std::vector<MultiPolygon>& areas) {
    EdgeWalks walks;
    for (const MultiPolygon& area : areas)
        for (const auto& [edge, times] : walks_of(area))
            walks[edge] += times;
    for (const auto& [edge, times] : walks)
        if (times > 1)
            return "two areas lie on one side of an edge";
    return {};
}

Wide twice_area_in(const std::vector<Piece>& pieces, const arrangement::Member& member) {
    Wide sum = 0;
    for (const Piece& piece : pieces)
        if (std::find(piece.features.begin(), piece.features.end(), member) != piece.features.end())
            sum += moments(piece.polygons).twice_area;
    return sum;
}

std::string breach_of_union(const MultiPolygon& area, const Layer& layer,
                            const coverage::FeatureList& group) {
    static const test::GeosOracle geos;
    std::vector<MultiPolygon> members;
    double length = 0;
    for (const FeatureId feature : group) {
        members.push_back(test::polygons_of(layer, feature));
        // Rings that touch themselves are none to GEOS, and it refuses some of their unions.
        if (!geos.validity(members.back()).is_valid)
            return {};
        length += test::perimeter_of(layer, feature);
    }
    const double united = 2 * geos.union_area(members);
    const double ours = static_cast<double>(moments(area).twice_area);
    // GEOS works in doubles, and adds areas up in them.
    if (std::abs(ours - united) > margin(length) + 1e-12 * united)
        return fmt::format("a union has twice the area {}, and by GEOS {}", ours, united);
    return {};
}

/// The features of both.
Layer joined(const Layer& a, const Layer& b) {
    Layer both(a.source(), a.lattice());
    for (const Layer* const layer : {&a, &b})
        for (std::size_t i = 0; i < layer->features().size(); ++i) {
            both.add_feature(layer->features()[i]);
            add_parts(*layer, FeatureId(i), both);
        }
    return both;
}

bool is_inside(nesting::ShapeRelation relation) {
    return relation == nesting::ShapeRelation::Exact || relation == nesting::ShapeRelation::Within;
}

std::string breach_of_tolerance(const MultiPolygon& excess, const MultiPolygon& container,
                                const kernel::Lattice& lattice, double size_m) {
    if (container.empty())
        return {};
    const kernel::EdgeIndex borders(container);
    bool was_inside = false;
    for (const double tolerance_m : {0.0, size_m / 50, size_m / 5, 2 * size_m}) {
        const auto verdict = nesting::judge_shape(excess, borders, lattice,
                                                  {.tolerance_m = tolerance_m,
                                                   .part_resolution_m = size_m / 100,
                                                   .depth_resolution_m = size_m / 1000});
        if (was_inside && verdict.relation == nesting::ShapeRelation::Outside)
            return "a larger tolerance turns inside to outside";
        if (verdict.depth.least_m > verdict.depth.greatest_m)
            return "the depth lies between no bounds";
        was_inside = is_inside(verdict.relation);
    }
    return {};
}

/// The larger side of the box around two layers, in metres. Precondition: one has a point.
double size_m(const Layer& one, const Layer& other) {
    kernel::Box box;
    for (const Layer* const layer : {&one, &other})
        for (const auto& point : layer->points())
            box.include(point);
    const double units = std::max(static_cast<double>(box.max.x) - box.min.x,
                                  static_cast<double>(box.max.y) - box.min.y);
    return units / one.lattice().units_per_metre;
}

} // namespace

std::string breach_of_arrangement(const Layer& a, const Layer& b) {
    const Overlay overlay(a, b);
    const auto areas = overlay.all.partition();
    for (const MultiPolygon& area : areas)
        if (auto broken = breach_of_validity(area); !broken.empty())
            return broken;
    if (auto broken = breach_of_common_borders(areas); !broken.empty())
        return broken;
    return breach_of_sums(overlay);
}

std::string breach_of_partition(const Layer& a, const Layer& b) {
    using Kind = coverage::PartitionKind;
    const Chains one(a);
    const Chains other(b);
    const std::array layers = {&one, &other};
    const auto all = partition(layers, Kind::Union);
    const auto clipped = partition(layers, Kind::Clip);
    const auto rest = partition(layers, Kind::Difference);
    for (const auto* const pieces : {&clipped, &rest})
        for (const Piece& piece : *pieces)
            if (auto broken = breach_of_validity(piece.polygons); !broken.empty())
                return broken;
    for (std::uint32_t i = 0; i < a.features().size(); ++i) {
        const arrangement::Member member{0, FeatureId{i}};
        if (twice_area_in(all, member) !=
            twice_area_in(clipped, member) + twice_area_in(rest, member))
            return fmt::format("clip and difference do not add up to feature {}", i);
    }
    for (const Piece& piece : partition(layers, Kind::Intersection))
        if (std::none_of(all.begin(), all.end(), [&](const Piece& other_piece) {
                return other_piece.features == piece.features &&
                       other_piece.polygons == piece.polygons;
            }))
            return "a piece of the intersection is none of the union";
    return {};
}

std::string breach_of_dissolve(const Layer& a, const Layer& b) {
    const Layer layer = joined(a, b);
    // Each feature is in two of three groups.
    std::vector<coverage::FeatureList> groups(3);
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        for (std::size_t group = 0; group < groups.size(); ++group)
            if (i % 3 != group)
                groups[group].push_back(FeatureId(i));
    const auto dissolved = coverage::dissolve(layer, groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (auto broken = breach_of_validity(dissolved[i].area); !broken.empty())
            return broken;
        if (auto broken = breach_of_union(dissolved[i].area, layer, groups[i]); !broken.empty())
            return broken;
    }
    return {};
}

std::string breach_of_shape_verdict(const Layer& a, const Layer& b) {
    const Overlay overlay(a, b);
    const std::size_t faces = overlay.all.face_count();
    std::vector<bool> is_container(faces);
    for (std::size_t face = 0; face < faces; ++face)
        is_container[face] = overlay.is_in(FaceId(face), 0);
    const MultiPolygon container = overlay.all.outline(is_container);
    for (std::size_t i = 0; i < b.features().size(); ++i) {
        const Tag drawn = overlay.members.tag({1, FeatureId(i)});
        std::vector<bool> is_outside(faces);
        for (std::size_t face = 0; face < faces; ++face) {
            const auto tags = overlay.all.tags(FaceId(face));
            is_outside[face] =
                !is_container[face] && std::find(tags.begin(), tags.end(), drawn) != tags.end();
        }
        if (auto broken = breach_of_tolerance(overlay.all.outline(is_outside), container,
                                              a.lattice(), size_m(a, b));
            !broken.empty())
            return broken;
    }
    return {};
}

} // namespace regio::fuzz
