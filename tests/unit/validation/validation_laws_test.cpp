// The laws of validation on random layers, and gaps against GEOS.

#include "coverage/unite.hpp"
#include "kernel/edge_index.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/random_overlaps.hpp"
#include "tests/support/validated.hpp"
#include "topology/adjacency.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

namespace regio::validation {

namespace {

using test::Shapes;
using test::Validated;

/// Features that overlap and leave gaps, most of which cross in no lattice point.
Shapes rough_shapes(std::uint32_t seed) {
    return test::random_overlaps(
               seed, {.features = 5, .most_points = 6, .size = 6, .step = 1000, .jitter = 300})
        .first;
}

/// Cells of a grid, over others that are moved by a few units: borders cross in lattice points.
Shapes shapes_of_cells(std::uint32_t seed) {
    Shapes shapes = test::random_coverage(seed);
    for (auto& shape : test::random_coverage(seed + 1000)) {
        for (auto& polygon : shape.polygons) {
            for (auto& point : polygon.shell)
                point = {point.x + 3, point.y + 4};
            for (auto& hole : polygon.holes)
                for (auto& point : hole)
                    point = {point.x + 3, point.y + 4};
        }
        shape.code += "'";
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

std::vector<std::string> lines_of(const Validated& validated) {
    std::vector<std::string> lines;
    for (const Defect& defect : validated.defects)
        lines.push_back(test::line_of(validated.layer, defect));
    return lines;
}

Shapes moved(Shapes shapes, kernel::Point by) {
    const auto move = [&](kernel::Ring& ring) {
        for (auto& point : ring)
            point = {point.x + by.x, point.y + by.y};
    };
    for (auto& shape : shapes)
        for (auto& polygon : shape.polygons) {
            move(polygon.shell);
            for (auto& hole : polygon.holes)
                move(hole);
        }
    return shapes;
}

/// The areas of all features, less what of their union and of their overlaps is in them: 0 but for
/// rounding. In square metres.
double missing_area(const Validated& validated) {
    double area = 0;
    for (std::size_t i = 0; i < validated.layer.features().size(); ++i)
        area += static_cast<double>(moments(validated.layer, layer::FeatureId(i)).twice_area) / 2;
    const auto together = coverage::area_under(topology::Chains(validated.layer));
    area -= static_cast<double>(moments(together).twice_area) / 2;
    for (const Defect& overlap : validated.of(FindingNumber::FeaturesOverlap))
        area -= static_cast<double>(overlap.features.size() - 1) * *overlap.area_m2;
    return area;
}

/// The lengths of all rings, in metres.
double border(const layer::Layer& layer) {
    topology::Length length;
    for (std::size_t ring = 0; ring < layer.ring_count(); ++ring) {
        const auto first = layer.first_point(layer::RingId(ring));
        const auto end = layer.first_point(layer::RingId(ring + 1));
        length += topology::length_of(layer.points().subspan(first, end - first));
    }
    return length.metres(layer.lattice());
}

/// The lengths of the borders that one side alone walks, in metres.
double one_sided_border(const layer::Layer& layer) {
    const topology::Chains chains(layer);
    topology::Length length;
    for (const auto& chain : chains.all())
        if (chain.right == layer::kNoPart)
            length += topology::length_of(chains.points(chain));
    return length.metres(layer.lattice());
}

/// The border of what features cover together, in metres.
double border_of_union(const layer::Layer& layer) {
    const auto together = coverage::area_under(topology::Chains(layer));
    topology::Length length;
    for (const auto ring : kernel::rings_of(together))
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto [a, b] = kernel::edge(ring, i);
            length += topology::length_of(std::array{a, b});
        }
    return length.metres(layer.lattice());
}

kernel::MultiPolygon gaps_of(const Validated& validated) {
    kernel::MultiPolygon gaps;
    for (const Defect& gap : validated.of(FindingNumber::GapBetweenFeatures))
        gaps.push_back(std::get<kernel::Polygon>(gap.shape));
    return test::normalised(gaps);
}

} // namespace

TEST_CASE("features are their union and their overlaps, exactly where borders cross in points") {
    for (const std::uint32_t seed : test::seeds(60)) {
        INFO("seed " << seed);
        CHECK(missing_area(Validated(shapes_of_cells(seed))) == 0);
    }
}

TEST_CASE("features are their union and their overlaps up to half a unit along their borders") {
    std::size_t overlaps = 0;
    for (const std::uint32_t seed : test::seeds(150)) {
        INFO("seed " << seed);
        const Validated validated(rough_shapes(seed));
        overlaps += validated.of(FindingNumber::FeaturesOverlap).size();
        CHECK(std::abs(missing_area(validated)) <= 0.7072 * border(validated.layer));
    }
    CHECK(overlaps > 100);
}

TEST_CASE("gaps are what GEOS's union encloses and does not hold") {
    const test::GeosOracle geos;
    std::size_t gaps = 0;
    for (const std::uint32_t seed : test::seeds(120)) {
        INFO("seed " << seed);
        const Shapes shapes = shapes_of_cells(seed);
        std::vector<kernel::MultiPolygon> features;
        for (const auto& shape : shapes)
            features.push_back(shape.polygons);
        const Validated validated(shapes);
        const auto found = gaps_of(validated);
        CHECK(geos.are_equal(found, geos.gaps_of(features)));
        gaps += found.size();
    }
    CHECK(gaps > 50);
}

TEST_CASE("what only one side walks is the border of the union, or unmatched on both sides") {
    double unmatched = 0;
    for (const std::uint32_t seed : test::seeds(60)) {
        INFO("seed " << seed);
        const Validated validated(test::without_straight_vertices(test::random_coverage(seed)));
        double length = 0;
        for (const Defect& border : validated.of(FindingNumber::BorderUnmatched))
            length += *border.length_m;
        CHECK(one_sided_border(validated.layer) == border_of_union(validated.layer) + 2 * length);
        CHECK(validated.of(FindingNumber::FeaturesOverlap).empty());
        unmatched += length;
    }
    CHECK(unmatched > 1000);
}

TEST_CASE("a larger tolerance takes nothing away, and makes errors warnings") {
    for (const std::uint32_t seed : test::seeds(60)) {
        INFO("seed " << seed);
        const Shapes shapes = rough_shapes(seed);
        std::vector<std::string> before;
        std::size_t errors_before = 0;
        for (const double tolerance : {0.0, 10.0, 500.0, 1e6}) {
            Validated validated(shapes, {.tolerance_m = tolerance});
            const auto errors = std::count_if(
                validated.defects.begin(), validated.defects.end(),
                [](const Defect& defect) { return defect.severity == Severity::Error; });
            for (Defect& defect : validated.defects) {
                const bool is_misfit = defect.finding.number == FindingNumber::GapBetweenFeatures ||
                                       defect.finding.number == FindingNumber::FeaturesOverlap;
                if (is_misfit && tolerance == 1e6)
                    CHECK(defect.severity == Severity::Warning);
                defect.severity = Severity::Info;
            }
            auto lines = lines_of(validated);
            std::sort(lines.begin(), lines.end());
            if (tolerance > 0) {
                CHECK(lines == before);
                CHECK(static_cast<std::size_t>(errors) <= errors_before);
            }
            before = std::move(lines);
            errors_before = static_cast<std::size_t>(errors);
        }
    }
}

TEST_CASE("moving a layer by a lattice vector moves the places of its defects and nothing else") {
    constexpr kernel::Point kBy{-123457, 7654321};
    for (const std::uint32_t seed : test::seeds(60)) {
        INFO("seed " << seed);
        const Shapes shapes = seed % 2 == 0 ? rough_shapes(seed) : test::random_rubbish(seed);
        const Validated here(shapes);
        Validated there(moved(shapes, kBy));
        for (Defect& defect : there.defects)
            if (defect.place)
                defect.place = {defect.place->x - kBy.x, defect.place->y - kBy.y};
        CHECK(lines_of(there) == lines_of(here));
    }
}

TEST_CASE("no order of features changes their defects") {
    for (const std::uint32_t seed : test::seeds(60)) {
        INFO("seed " << seed);
        Shapes shapes = seed % 2 == 0 ? rough_shapes(seed) : test::random_rubbish(seed);
        const Validated validated(shapes);
        test::Dice dice(seed);
        for (std::size_t i = shapes.size(); i > 1; --i)
            std::swap(shapes[i - 1],
                      shapes[static_cast<std::size_t>(dice.roll(0, static_cast<int>(i) - 1))]);
        CHECK(lines_of(Validated(shapes)) == lines_of(validated));
    }
}

} // namespace regio::validation
