// The schematic boundaries in shapes/flanders, held to the laws of their generator.

#include "coverage/coverage_health.hpp"
#include "coverage/outline.hpp"
#include "generator/boundary_file.hpp"
#include "generator/schematic.hpp"
#include "kernel/box_index.hpp"
#include "kernel/predicates.hpp"
#include "project/open_layers.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/json.hpp"
#include "tests/support/real_layers.hpp"
#include "tests/support/scratch.hpp"
#include "topology/chains.hpp"
#include "topology/self_contacts.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace regio::schematic {

namespace {

using layer::FeatureId;
using layer::Layer;

const std::string kFolder = REGIO_SOURCE_DIR "/shapes/flanders";

std::string file_of(int year) {
    return kFolder + "/boundaries_" + std::to_string(year) + ".geojson";
}

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Both sets on one lattice of millimetres.
std::pair<Layer, Layer> open_both() {
    const std::array sources{test::layer_source(file_of(2019), "nis", "name"),
                             test::layer_source(file_of(2025), "nis", "name")};
    std::vector<Finding> findings;
    auto opened = project::open_layers(sources, {}, findings);
    // Nothing is found but the mark of each.
    REQUIRE(findings.size() == 2);
    for (const Finding& finding : findings)
        CHECK(finding.number == FindingNumber::BoundariesSchematic);
    CHECK(opened.crs.code() == "EPSG:31370");
    return {std::move(opened.layers[0].layer), std::move(opened.layers[1].layer)};
}

Layer open(int year) {
    return test::open_layer(test::layer_source(file_of(year), "nis", "name"));
}

std::vector<FeatureId> features_of(const Layer& layer) {
    std::vector<FeatureId> features;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        features.push_back(FeatureId(static_cast<std::uint32_t>(i)));
    return features;
}

FeatureId find(const Layer& layer, const std::string& code) {
    for (const FeatureId feature : features_of(layer))
        if (layer[feature].code == code)
            return feature;
    FAIL("there is no " << code);
    return {};
}

double area_m2(const Layer& layer, FeatureId feature) {
    return layer.lattice().square_metres(moments(layer, feature).twice_area);
}

/// The official areas of a table, by code.
std::map<std::string, double> official_m2(int year) {
    std::ifstream in(kFolder + "/municipalities_" + std::to_string(year) + ".csv");
    std::map<std::string, double> areas;
    std::string line;
    std::getline(in, line);
    REQUIRE(line == "nis,name,region_code,province,x,y,area_km2,inhabitants_2020");
    while (std::getline(in, line)) {
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, ',');)
            cells.push_back(cell);
        areas[cells.at(0)] = std::stod(cells.at(6)) * 1e6;
    }
    return areas;
}

kernel::MultiPolygon outline_of(const Layer& layer) {
    const topology::Chains chains(layer);
    return coverage::Outliner(chains).outline(features_of(layer));
}

double area_m2(const Layer& layer, const kernel::MultiPolygon& polygons) {
    return layer.lattice().square_metres(moments(polygons).twice_area);
}

} // namespace

TEST_CASE("the boundaries have the codes and names of the tables, in order of code") {
    const World world = read_world(kFolder);
    const auto [of_2019, of_2025] = open_both();
    REQUIRE(of_2019.features().size() == 300);
    REQUIRE(of_2025.features().size() == 285);
    for (std::size_t i = 0; i < 300; ++i) {
        CHECK(of_2019.features()[i].code == world.municipalities[i].code);
        CHECK(of_2019.features()[i].name == world.municipalities[i].name);
    }
    for (std::size_t i = 0; i < 285; ++i) {
        CHECK(of_2025.features()[i].code == world.merged[i].code);
        CHECK(of_2025.features()[i].name == world.merged[i].name);
    }
}

TEST_CASE("every feature is marked as schematic, and lies on whole metres") {
    for (const int year : {2019, 2025}) {
        const auto file = test::parse_json(bytes_of(file_of(year)));
        CHECK(file["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::31370");
        for (const auto& feature : file["features"]) {
            std::vector<std::string> keys;
            for (const auto& [key, value] : feature["properties"].items())
                keys.push_back(key);
            REQUIRE(keys == std::vector<std::string>{"nis", "name", "boundaries"});
            REQUIRE(feature["properties"]["boundaries"] == "schematische grenzen");
            for (const auto& polygon : feature["geometry"]["coordinates"])
                for (const auto& ring : polygon)
                    for (const auto& position : ring)
                        REQUIRE((position.size() == 2 && position[0].is_number_integer() &&
                                 position[1].is_number_integer()));
        }
    }
}

TEST_CASE("both sets of boundaries together are less than 750 kB") {
    CHECK(std::filesystem::file_size(file_of(2019)) + std::filesystem::file_size(file_of(2025)) <
          750'000);
}

TEST_CASE("every municipality is one polygon without holes that GEOS calls valid") {
    const test::GeosOracle geos;
    for (const int year : {2019, 2025}) {
        const Layer layer = open(year);
        for (const FeatureId feature : features_of(layer)) {
            INFO(label_of(layer[feature]));
            const auto polygons = test::polygons_of(layer, feature);
            REQUIRE(polygons.size() == 1);
            CHECK(polygons[0].holes.empty());
            CHECK(geos.validity(polygons).is_valid);
        }
    }
}

TEST_CASE("the boundaries are a coverage: all borders fit, nothing overlaps, Brussels is the gap") {
    for (const int year : {2019, 2025}) {
        const Layer layer = open(year);
        const auto health = coverage::coverage_health(layer, topology::Chains(layer));
        CHECK(health.overlaps.empty());
        CHECK(health.inside_other.fixed == 0);
        REQUIRE(health.gaps.size() == 1);
        CHECK(area_m2(layer, health.gaps) == Approx(161.4e6).epsilon(0.02)); // Brussels, officially
        CHECK(topology::find_self_contacts(layer).empty());
    }
}

TEST_CASE("borders meet in their ends and nowhere else") {
    const Layer layer = open(2019);
    const topology::Chains chains(layer);
    std::vector<kernel::Segment> segments;
    std::vector<kernel::Box> boxes;
    for (const auto& chain : chains.all()) {
        const auto points = chains.points(chain);
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            segments.push_back({points[i], points[i + 1]});
            boxes.push_back(kernel::box_of(points.subspan(i, 2)));
        }
    }
    REQUIRE(segments.size() > 5000);
    const kernel::BoxIndex near(boxes);
    for (std::uint32_t i = 0; i < segments.size(); ++i)
        for (const std::uint32_t j : near.find(boxes[i])) {
            const auto& [a, b] = segments[i];
            const auto& [c, d] = segments[j];
            const bool share_end = a == c || a == d || b == c || b == d;
            if (i < j)
                CHECK(kernel::contact(segments[i], segments[j]) ==
                      (share_end ? kernel::Contact::Touch : kernel::Contact::None));
        }
}

TEST_CASE("every area is within 3 % of the official one, and all together within 0.2 %") {
    for (const int year : {2019, 2025}) {
        const Layer layer = open(year);
        double sum = 0;
        double official_sum = 0;
        const auto official = official_m2(year);
        REQUIRE(official.size() == layer.features().size());
        for (const FeatureId feature : features_of(layer)) {
            INFO(label_of(layer[feature]));
            const double wanted = official.at(layer[feature].code);
            CHECK(area_m2(layer, feature) == Approx(wanted).epsilon(0.03));
            sum += area_m2(layer, feature);
            official_sum += wanted;
        }
        CHECK(sum == Approx(official_sum).epsilon(0.002));
    }
}

TEST_CASE("the boundaries of 2025 are those of 2019 dissolved by the mergers, all vertices kept") {
    const World world = read_world(kFolder);
    const auto [of_2019, of_2025] = open_both();
    const Layer dissolved = dissolve(of_2019, world);
    REQUIRE(dissolved.features().size() == of_2025.features().size());
    for (const FeatureId feature : features_of(dissolved)) {
        INFO(label_of(dissolved[feature]));
        CHECK(dissolved[feature].code == of_2025[feature].code);
        CHECK(test::normalised(test::polygons_of(dissolved, feature)) ==
              test::normalised(test::polygons_of(of_2025, feature)));
    }
}

TEST_CASE("Flanders is the mainland with Brussels as its hole, Voeren, and Baarle-Hertog") {
    const Layer layer = open(2025);
    const auto outline = outline_of(layer);
    REQUIRE(outline.size() == 3);
    std::size_t holes = 0;
    for (const auto& polygon : outline)
        holes += polygon.holes.size();
    CHECK(holes == 1);
    for (const char* code : {kVoeren, kBaarleHertog}) {
        const auto own = test::normalised(test::polygons_of(layer, find(layer, code)));
        CHECK(std::ranges::count(test::normalised(outline), own.front()) == 1);
    }
}

TEST_CASE("Baarle-Hertog is 7.5 km² south of its centre, outside the border points of Flanders") {
    const World world = read_world(kFolder);
    const auto of_2019 = open(2019);
    const FeatureId baarle = find(of_2019, kBaarleHertog);
    CHECK(area_m2(of_2019, baarle) == Approx(7.5e6).epsilon(0.02));
    const auto middle = kernel::centroid(moments(of_2019, baarle));
    const auto& lattice = of_2019.lattice();
    const double north_m =
        (middle.y + static_cast<double>(lattice.origin_y)) / lattice.units_per_metre;
    const auto& centre = world.municipalities[index(baarle)].centre;
    CHECK(north_m < centre.y - 100);
    for (const auto ring : layer::rings_of(of_2019, of_2019.parts_of(baarle).front()))
        for (const kernel::Point point : ring) {
            const kernel::Position at = lattice.position(point);
            CHECK(kernel::locate(kMetres.nearest(at), world.mainland.shell) ==
                  kernel::Location::Outside);
        }
}

TEST_CASE("the generator makes the same bytes again") {
    const test::Scratch scratch;
    const World world = read_world(kFolder);
    const Layer of_2019 = make_schematic(world);
    write_boundaries(of_2019, scratch.path("boundaries_2019.geojson"));
    write_boundaries(dissolve(of_2019, world), scratch.path("boundaries_2025.geojson"));
    // Not with ==, which would print both.
    CHECK((scratch.read("boundaries_2019.geojson") == bytes_of(file_of(2019))));
    CHECK((scratch.read("boundaries_2025.geojson") == bytes_of(file_of(2025))));
}

} // namespace regio::schematic
