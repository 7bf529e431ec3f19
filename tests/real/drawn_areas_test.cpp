// Drawn areas: members by share, and what lies outside, on real layers.

#include "coverage/overlap_table.hpp"
#include "io/table.hpp"
#include "nesting/drawn_members.hpp"
#include "nesting/shape_verdict.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace regio::test {

namespace {

using layer::FeatureId;
using layer::Layer;
using nesting::CoveredShare;
using nesting::DrawnMembers;
using registry::MunicipalityIndex;

io::LayerSource flemish(const std::string& file) {
    auto source = layer_source(file, "nis");
    source.where = {{.field = "region", .values = {"VL"}}};
    return source;
}

/// Municipalities and areas drawn over them, on one lattice.
struct Drawing {
    Layer municipalities;
    Layer areas;
    coverage::OverlapTable table;
    /// Every feature is a municipality of its own.
    std::vector<std::optional<MunicipalityIndex>> municipality_of;
};

Drawing open_drawing(const std::string& municipalities, const std::string& areas) {
    const std::vector<io::LayerSource> sources = {flemish(municipalities),
                                                  layer_source(areas, "code")};
    std::vector<Finding> findings;
    auto opened = project::open_layers(sources, {}, findings);
    Drawing drawing{.municipalities = std::move(opened.layers[0].layer),
                    .areas = std::move(opened.layers[1].layer),
                    .table = {},
                    .municipality_of = {}};
    drawing.table = coverage::overlap_table(coverage::overlap_side(drawing.municipalities),
                                            coverage::overlap_side(drawing.areas));
    for (std::size_t i = 0; i < drawing.municipalities.features().size(); ++i)
        drawing.municipality_of.emplace_back(MunicipalityIndex(i));
    return drawing;
}

std::vector<DrawnMembers> drawn_members(const Drawing& drawing) {
    return nesting::drawn_members(drawing.table, drawing.municipality_of);
}

FeatureId feature_of(MunicipalityIndex municipality) {
    return FeatureId(static_cast<std::size_t>(municipality));
}

FeatureId find(const Layer& layer, const std::string& code) {
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (layer[FeatureId(i)].code == code)
            return FeatureId(i);
    throw std::runtime_error("no feature " + code);
}

/// Members, partial members and slivers of each drawn area, by its code.
using CountsByArea = std::map<std::string, std::array<std::size_t, 3>>;

CountsByArea counts_by_area(const Drawing& drawing, const std::vector<DrawnMembers>& drawn) {
    CountsByArea counts;
    for (const DrawnMembers& area : drawn)
        counts[drawing.areas[area.area].code] = {area.members.size(), area.partial.size(),
                                                 area.slivers.size()};
    return counts;
}

/// What GEOS says of the share of every municipality that a list names.
void check_shares(const Drawing& drawing, const kernel::MultiPolygon& area,
                  const std::vector<CoveredShare>& shares) {
    // Nine digits in doubles of sixteen, over a perimeter of a hundred kilometres at most.
    constexpr double kBound = 1e-6;
    const GeosOracle geos;
    for (const CoveredShare& share : shares) {
        const auto municipality =
            polygons_of(drawing.municipalities, feature_of(share.municipality));
        CAPTURE(drawing.municipalities[feature_of(share.municipality)].name);
        CHECK(
            share.share() ==
            Approx(geos.overlap_area(municipality, area) / geos.area(municipality)).margin(kBound));
    }
}

} // namespace

TEST_CASE("wildlife zones have members, partial members and slivers") {
    if (!real_data_there())
        return;
    const Drawing drawing = open_drawing("municipalities/2025.gpkg", "zones/faunabeheerzones.gpkg");
    const auto drawn = drawn_members(drawing);
    REQUIRE(drawn.size() == 10);
    CHECK(counts_by_area(drawing, drawn) == CountsByArea{{"1", {38, 10, 3}},
                                                         {"2", {17, 12, 4}},
                                                         {"3", {30, 18, 6}},
                                                         {"4", {29, 17, 2}},
                                                         {"5", {25, 12, 5}},
                                                         {"6", {33, 26, 7}},
                                                         {"7", {19, 15, 8}},
                                                         {"8", {10, 10, 1}},
                                                         {"9", {21, 8, 3}},
                                                         {"10", {1, 0, 0}}});
    for (const std::size_t zone : {0U, 4U, 9U}) {
        CAPTURE(drawing.areas[drawn[zone].area].code);
        const auto area = polygons_of(drawing.areas, drawn[zone].area);
        check_shares(drawing, area, drawn[zone].members);
        check_shares(drawing, area, drawn[zone].partial);
        check_shares(drawing, area, drawn[zone].slivers);
    }
}

TEST_CASE("every municipality of 2024 lies in its region by its share alone") {
    if (!real_data_there())
        return;
    const Drawing drawing = open_drawing("municipalities/2024.gpkg", "zones/refreg.gpkg");
    io::Table facts({.source = {.file = data_file("../facts/municipalities_2024.csv"), .layer = {}},
                     .where = {}});
    const auto nis = facts.fields().require("nis");
    const auto region_code = facts.fields().require("region_code");
    std::map<std::string, std::string> expected;
    while (facts.next())
        expected[std::string(facts.cell(nis))] = std::string(facts.cell(region_code));
    REQUIRE(expected.size() == 300);
    const auto regions = nesting::assign_by_share(drawing.table, drawing.municipality_of,
                                                  drawing.municipality_of.size());
    REQUIRE(regions.size() == 300);
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const std::string& code = drawing.municipalities[FeatureId(i)].code;
        CAPTURE(code);
        REQUIRE(regions[i].has_value());
        CHECK(drawing.areas[regions[i]->region].code == expected.at(code));
        CHECK_FALSE(regions[i]->is_doubtful);
    }
}

TEST_CASE("Lendelede lies as far outside Midwest as GEOS measures") {
    if (!real_data_there())
        return;
    const Drawing drawing = open_drawing("municipalities/2025.gpkg", "zones/refreg.gpkg");
    const auto lendelede =
        polygons_of(drawing.municipalities, find(drawing.municipalities, "34025"));
    const auto midwest = polygons_of(drawing.areas, find(drawing.areas, "REFREG10"));
    const kernel::Lattice& lattice = drawing.areas.lattice();
    const auto verdict =
        nesting::judge_shape(lendelede, kernel::EdgeIndex(midwest), lattice, {.tolerance_m = 100});
    CHECK(verdict.relation == nesting::ShapeRelation::Outside);
    CHECK_FALSE(verdict.is_fragile);
    REQUIRE(verdict.parts.size() == 1);
    const auto& part = verdict.parts[0];
    const GeosOracle geos;
    // In millimetres, of which a position in metres holds a thousandth.
    const kernel::Position deepest{
        part.deepest.x * lattice.units_per_metre - static_cast<double>(lattice.origin_x),
        part.deepest.y * lattice.units_per_metre - static_cast<double>(lattice.origin_y)};
    const double depth_m = geos.distance(deepest, midwest) * lattice.unit_m();
    CHECK(depth_m >= part.depth.least_m - 1e-6);
    CHECK(depth_m <= part.depth.greatest_m + 1e-6);
    constexpr double kTolerance = 50;
    const double radius = geos.inscribed_radius(lendelede, kTolerance);
    CHECK(2 * radius * lattice.unit_m() <= part.greatest_width.greatest_m);
    CHECK(2 * (radius + kTolerance) * lattice.unit_m() >= part.greatest_width.least_m);
    CHECK(part.area_m2 == Approx(geos.area(lendelede) * lattice.unit_m() * lattice.unit_m()));
}

} // namespace regio::test
