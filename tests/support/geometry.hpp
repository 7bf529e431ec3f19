#pragma once

#include "kernel/polygon.hpp"
#include "layer/layer.hpp"
#include "layer/polygons_of.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regio::test {

/// A feature to be: its code and where it lies.
struct Shape {
    std::string code;
    kernel::MultiPolygon polygons;

    friend bool operator==(const Shape&, const Shape&) = default;
};
using Shapes = std::vector<Shape>;

/// The lattice of tests: a unit is a metre, so that numbers in texts are lattice units.
inline constexpr kernel::Lattice kUnits{.units_per_metre = 1};

/// Features of a text, one a line: "code: POLYGON((0 0, 10 0, 10 10, 0 10))".
Shapes read_shapes(std::string_view text);

layer::Layer layer_of(const Shapes& shapes);

/// The layer of such a text.
layer::Layer layer_of(std::string_view text);

/// The shell of "POLYGON((…))", as it runs.
kernel::Ring ring_of(std::string_view wkt);
kernel::MultiPolygon polygons_of(std::string_view wkt);

std::string to_wkt(kernel::RingView line); ///< "LINESTRING(0 0, 10 0)", nothing repeated.
std::string to_wkt(const kernel::MultiPolygon& polygons);

/// The same form that read_shapes() reads.
std::string to_text(const Shapes& shapes);

using layer::polygons_of;

/// Of each of some features, in their order.
std::vector<kernel::MultiPolygon> polygons_of(const layer::Layer& layer,
                                              std::span<const layer::FeatureId> features);

/// The length of all rings of a feature, in units.
double perimeter_of(const layer::Layer& layer, layer::FeatureId feature);

/// All edges of rings and lines, with how often each is walked.
using EdgeCounts = std::map<std::pair<kernel::Point, kernel::Point>, int>;
void count_edges(kernel::RingView ring, EdgeCounts& counts);
EdgeCounts edges_of(const kernel::MultiPolygon& polygons);

/// Rings at their least point, shells counter-clockwise, holes clockwise, all in order: what two
/// ways to write an area down have in common.
kernel::MultiPolygon normalised(kernel::MultiPolygon polygons);

} // namespace regio::test
