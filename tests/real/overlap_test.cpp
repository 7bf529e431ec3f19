// Overlaps of real layers: what is known of them, what GEOS says, and the laws.

#include "coverage/outline.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "topology/overlap.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace regio::test {

namespace {

using Catch::WithinAbs;
using kernel::Point;
using layer::FeatureId;
using layer::Layer;
using topology::Chains;
using topology::OverlapPair;

constexpr double kSquareKilometre = 1e6;

/// How far GEOS may be off, for each edge of the two features: it computes with coordinates of nine
/// digits, in doubles of sixteen.
constexpr double kSquareMillimetresPerEdge = 1;

/// Two layers of one job.
struct Pair {
    Layer a;
    Layer b;
    Chains chains_of_a{a};
    Chains chains_of_b{b};

    [[nodiscard]] std::vector<OverlapPair>
    overlaps(const topology::OverlapTerms& terms = {}) const {
        return topology::overlap(chains_of_a, chains_of_b, terms);
    }
};

Pair open_pair(const io::LayerSource& a, const io::LayerSource& b) {
    std::vector<Finding> findings;
    const std::vector<io::LayerSource> sources = {a, b};
    auto opened = project::open_layers(sources, {}, findings);
    return {.a = std::move(opened.layers[0].layer), .b = std::move(opened.layers[1].layer)};
}

io::LayerSource flemish(const std::string& file) {
    auto source = layer_source(file, "nis");
    source.where = {{.field = "region", .values = {"VL"}}};
    return source;
}

/// Pairs of more than a square metre, and those of them that are less than a fiftieth of the
/// smaller feature.
struct Sums {
    std::size_t pairs = 0;
    double km2 = 0;
    std::size_t slivers = 0;
    double slivers_km2 = 0;
};

Sums sums(const Pair& pair) {
    constexpr double kSliver = 0.02;
    const auto& lattice = pair.a.lattice();
    const auto own_a = topology::twice_areas(pair.chains_of_a);
    const auto own_b = topology::twice_areas(pair.chains_of_b);
    Sums sums;
    for (const OverlapPair& overlap : pair.overlaps()) {
        const double m2 = overlap.area.twice_area() / 2 * lattice.unit_m() * lattice.unit_m();
        if (m2 <= 1)
            continue;
        ++sums.pairs;
        sums.km2 += m2 / kSquareKilometre;
        if (m2 >= kSliver * lattice.square_metres(
                                std::min(own_a[index(overlap.a)], own_b[index(overlap.b)])))
            continue;
        ++sums.slivers;
        sums.slivers_km2 += m2 / kSquareKilometre;
    }
    return sums;
}

void check_transpose(const Pair& pair, const std::vector<OverlapPair>& expected) {
    auto transposed = topology::overlap(pair.chains_of_b, pair.chains_of_a);
    for (OverlapPair& one : transposed)
        std::swap(one.a, one.b);
    std::sort(transposed.begin(), transposed.end(), [](const auto& one, const auto& other) {
        return std::pair(one.a, one.b) < std::pair(other.a, other.b);
    });
    CHECK((transposed == expected));
}

void check_laws(const Pair& pair) {
    const auto expected = pair.overlaps();
    check_transpose(pair, expected);
    CHECK((pair.overlaps({.threads = 1, .cells_per_edge = 0.2}) == expected));
    CHECK((pair.overlaps({.threads = 7, .cells_per_edge = 5}) == expected));
    for (const OverlapPair& one : expected)
        CHECK(one.area.twice_area() / 2 > -topology::error_bound(one));
}

/// Each feature of `a` whole in one of `b`, exactly; none of those without area.
void check_nesting(const Pair& pair) {
    const auto own = topology::twice_areas(pair.chains_of_a);
    std::vector<bool> is_met(own.size());
    for (const OverlapPair& one : pair.overlaps()) {
        CHECK_FALSE(is_met[index(one.a)]);
        is_met[index(one.a)] = true;
        CHECK((one.area == kernel::AreaSum(own[index(one.a)])));
    }
    for (std::size_t i = 0; i < own.size(); ++i)
        CHECK(is_met[i] == (own[i] != 0));
}

/// The features with the same beginning of their code as one feature, which has it as code.
Layer dissolved(const Layer& layer, std::size_t characters) {
    std::map<std::string, std::vector<FeatureId>> groups;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        groups[layer[FeatureId(i)].code.substr(0, characters)].push_back(FeatureId(i));
    const Chains chains(layer);
    const coverage::Outliner outliner(chains);
    Layer result(layer.source(), layer.lattice());
    for (const auto& [code, members] : groups) {
        result.add_feature({.code = code});
        add_parts(outliner.outline(members), result);
    }
    return result;
}

Layer moved(const Layer& layer, Point by) {
    Layer result(layer.source(), layer.lattice());
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        result.add_feature(layer[FeatureId(i)]);
        for (const auto& part : layer.parts_of(FeatureId(i))) {
            result.add_part();
            for (const auto ring : rings_of(layer, part)) {
                kernel::Ring points(ring.begin(), ring.end());
                for (Point& point : points)
                    point = {point.x + by.x, point.y + by.y};
                result.add_ring(points);
            }
        }
    }
    return result;
}

std::size_t edges_of_feature(const kernel::MultiPolygon& polygons) {
    std::size_t edges = 0;
    for (const auto& polygon : polygons) {
        edges += polygon.shell.size();
        for (const auto& hole : polygon.holes)
            edges += hole.size();
    }
    return edges;
}

} // namespace

TEST_CASE("the Flemish municipalities of 2025 nest in the reference regions exactly") {
    if (!real_data_there())
        return;
    const Pair pair =
        open_pair(flemish("municipalities/2025.gpkg"), layer_source("zones/refreg.gpkg", "code"));
    const Sums found = sums(pair);
    CHECK(found.pairs == 285);
    CHECK(found.slivers == 0);
    CHECK_THAT(found.km2, WithinAbs(13'626.114, 0.0005));
    check_laws(pair);
    check_nesting(pair);
}

TEST_CASE("the municipalities of 2024 leave slivers in the regions of 2025") {
    if (!real_data_there())
        return;
    const Pair pair =
        open_pair(flemish("municipalities/2024.gpkg"), layer_source("zones/refreg.gpkg", "code"));
    const Sums found = sums(pair);
    CHECK(found.pairs == 521);
    CHECK(found.slivers == 221);
    CHECK_THAT(found.slivers_km2, WithinAbs(3.4, 0.05));
    check_laws(pair);
}

TEST_CASE("one coverage digitised twice overlaps in slivers") {
    if (!real_data_there())
        return;
    const Pair pair = open_pair(flemish("municipalities/2018.gpkg"),
                                layer_source("municipalities/2018_osm2015.gpkg", "nis"));
    const Sums found = sums(pair);
    CHECK(found.pairs == 2'023);
    CHECK(found.slivers == 1'712);
    CHECK_THAT(found.slivers_km2, WithinAbs(60.4, 0.05));
    check_laws(pair);
}

TEST_CASE("areas of municipalities in regions of another survey are those of GEOS") {
    if (!real_data_there())
        return;
    const Pair pair = open_pair(flemish("municipalities/2018.gpkg"),
                                layer_source("zones/provincie.gpkg", "code"));
    const GeosOracle geos;
    for (const OverlapPair& overlap : pair.overlaps()) {
        const auto one = polygons_of(pair.a, overlap.a);
        const auto other = polygons_of(pair.b, overlap.b);
        const auto edges = static_cast<double>(edges_of_feature(one) + edges_of_feature(other));
        INFO(label_of(pair.a[overlap.a]) << " and " << label_of(pair.b[overlap.b]));
        CHECK_THAT(overlap.area.twice_area() / 2,
                   WithinAbs(geos.overlap_area(one, other), edges * kSquareMillimetresPerEdge));
    }
}

TEST_CASE("quarters overlap the reference regions by the laws") {
    if (!real_data_there())
        return;
    check_laws(open_pair(layer_source("fine/wijken_ggw7_2025.gpkg", "code"),
                         layer_source("zones/refreg.gpkg", "code")));
}

TEST_CASE("the municipalities overlap themselves in their diagonal alone") {
    if (!real_data_there())
        return;
    const Layer layer = open_layer(layer_source("municipalities/2025.gpkg", "nis"));
    check_nesting({.a = layer, .b = layer});
}

TEST_CASE("the municipalities overlap themselves moved one way as moved the other way") {
    if (!real_data_there())
        return;
    const Layer layer = open_layer(layer_source("municipalities/2025.gpkg", "nis"));
    const Point by = {1'234'567, -89};
    const Pair there = {.a = layer, .b = moved(layer, by)};
    const Pair back = {.a = moved(layer, {-by.x, -by.y}), .b = layer};
    check_laws(there);
    const auto pairs = there.overlaps();
    const auto same = back.overlaps();
    REQUIRE(pairs.size() == same.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        CHECK((std::pair(pairs[i].a, pairs[i].b) == std::pair(same[i].a, same[i].b)));
        CHECK(std::abs((pairs[i].area - same[i].area).twice_area() / 2) <=
              topology::error_bound(pairs[i]) + topology::error_bound(same[i]));
    }
}

TEST_CASE("the French communes nest in their departments exactly") {
    if (!real_data_there())
        return;
    const Layer communes = open_layer(layer_source("scale/fr_communes_2018.gpkg", "code"));
    check_nesting({.a = communes, .b = dissolved(communes, 2)});
}

} // namespace regio::test
