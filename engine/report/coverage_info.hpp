#pragma once

#include "kernel/position.hpp"
#include "layer/layer.hpp"
#include "topology/self_contacts.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace regio::report {

/// The polygons of a layer, counted.
struct PolygonsInfo {
    kernel::Extent extent; ///< In metres; empty when there are no polygons.
    double unit_m = 0;     ///< Of the lattice.
    std::size_t features_with = 0;
    std::size_t features_without = 0;
    std::size_t parts = 0;
    std::size_t holes = 0;
    std::size_t vertices = 0; ///< The first of a ring is not counted again.
    double area_m2 = 0;       ///< The exact sum over features, rounded once.
    layer::Provenance provenance = layer::Provenance::Given;
};

struct GapsInfo {
    std::size_t count = 0;
    double area_m2 = 0;
    double largest_m2 = 0;
    std::optional<kernel::Position> largest_at; ///< Its centroid; nothing when there are none.
};

/// Places where features meet themselves in one way: how many, and the first five.
struct ContactsInfo {
    struct Place {
        std::string feature;
        kernel::Position at;
    };
    std::size_t count = 0;
    std::vector<Place> first;
};

/// How well the features of a layer fit together.
struct CoverageInfo {
    std::size_t edges = 0; ///< Each border once.
    std::size_t one_sided_edges = 0;
    double one_sided_m = 0;
    double inside_other_m = 0; ///< Of which in another feature.
    GapsInfo gaps;             ///< Where borders cross they enclose none.
    std::size_t overlaps = 0;  ///< Pairs of features.
    std::vector<std::pair<std::string, std::string>> first_overlaps; ///< Five at most.
    ContactsInfo crossing;
    ContactsInfo doubled;
    ContactsInfo touching;

    /// Whether borders may cross, so that gaps may be missing.
    [[nodiscard]] bool may_cross() const { return overlaps > 0 || crossing.count > 0; }
};

[[nodiscard]] PolygonsInfo polygons_info(const layer::Layer& layer);

/// Precondition: `contacts` are those of the layer.
[[nodiscard]] CoverageInfo coverage_info(const layer::Layer& layer,
                                         std::span<const topology::SelfContact> contacts);

} // namespace regio::report
