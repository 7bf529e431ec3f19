#include "base/error.hpp"
#include "coverage/coverage_health.hpp"
#include "generator/schematic.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/scratch.hpp"
#include "topology/chains.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace regio::schematic {

namespace {

/// Nine municipalities on 20 by 20 km around a hole, of which two are one later.
World nine() {
    World world;
    world.mainland =
        test::polygons_of("POLYGON((10000 10000, 10000 30000, 30000 30000, 30000 10000),"
                          "(19000 19000, 21000 19000, 21000 21000, 19000 21000))")
            .front();
    for (std::int32_t row = 0; row < 3; ++row)
        for (std::int32_t column = 0; column < 3; ++column) {
            const std::string number = std::to_string(row * 3 + column);
            world.municipalities.push_back(
                {.code = "1000" + number,
                 .name = "Number " + number,
                 .centre = {13'000 + 7000 * column, 13'000 + 7000 * row + 300 * column},
                 .area_m2 = 44'000'000,
                 .intended_m2 = 44'000'000});
        }
    for (std::uint16_t i = 1; i < 9; ++i)
        world.merged.push_back({.code = world.municipalities[i].code,
                                .name = world.municipalities[i].name,
                                .parts = {Owner{i}}});
    world.merged.front().parts = {Owner{0}, Owner{1}};
    return world;
}

std::string fault_of(const std::string& folder) {
    try {
        (void)read_world(folder);
    } catch (const InputError& error) {
        return error.what();
    }
    return "none";
}

/// The tables of Flanders in a folder where one of them has another text.
std::string fault_with(const std::string& file, const std::string& text) {
    const test::Scratch scratch;
    for (const char* name : {"municipalities_2019.csv", "municipalities_2025.csv", "mergers.csv",
                             "outline.csv", "places.csv"})
        std::filesystem::copy_file(std::string(REGIO_SOURCE_DIR "/shapes/flanders/") + name,
                                   scratch.path(name));
    scratch.write(file, text);
    const std::string fault = fault_of(scratch.path("."));
    return fault.substr(fault.find("./") + 2);
}

constexpr const char* kHeader = "nis,name,x,y,area_km2\n";

} // namespace

TEST_CASE("a small world gets a coverage with the areas it asks for") {
    const World world = nine();
    const auto layer = make_schematic(world);
    REQUIRE(layer.features().size() == 9);
    const auto health = coverage::coverage_health(layer, topology::Chains(layer));
    CHECK(health.overlaps.empty());
    CHECK(health.inside_other.fixed == 0);
    CHECK(health.gaps.size() == 1);
    kernel::Wide sum = 0;
    for (const layer::Part& part : layer.parts())
        sum += moments(layer, part).twice_area;
    for (std::uint32_t i = 0; i < 9; ++i)
        CHECK(static_cast<double>(moments(layer, layer::FeatureId{i}).twice_area) ==
              Approx(static_cast<double>(sum) / 9).epsilon(0.003));
}

TEST_CASE("the same world gets the same boundaries") {
    const auto one = make_schematic(nine());
    const auto other = make_schematic(nine());
    CHECK(std::ranges::equal(one.points(), other.points()));
}

TEST_CASE("dissolving keeps all vertices but those between what is merged") {
    const World world = nine();
    const auto layer = make_schematic(world);
    const auto merged = dissolve(layer, world);
    REQUIRE(merged.features().size() == 8);
    CHECK(moments(merged, layer::FeatureId{0}).twice_area ==
          moments(layer, layer::FeatureId{0}).twice_area +
              moments(layer, layer::FeatureId{1}).twice_area);
    for (std::uint32_t i = 1; i < 8; ++i)
        CHECK(test::polygons_of(merged, layer::FeatureId{i}) ==
              test::polygons_of(layer, layer::FeatureId{i + 1}));
}

TEST_CASE("a municipality that there is no room for is named") {
    World world = nine();
    world.municipalities[4].area_m2 = world.municipalities[4].intended_m2 = 1000;
    CHECK_THROWS_WITH(make_schematic(world), "Number 4 (10004) gets 0 polygons");
}

TEST_CASE("what is missing in the tables is said with its place") {
    CHECK(fault_of("/nowhere").find("/nowhere/municipalities_2019.csv") != std::string::npos);
    CHECK(fault_with("municipalities_2019.csv", std::string(kHeader) + "11001,A,12.5,1,11\n") ==
          "municipalities_2019.csv:2: \"12.5\" is not a coordinate in whole metres");
    CHECK(fault_with("municipalities_2019.csv", std::string(kHeader) + "11001,A,1,1,much\n") ==
          "municipalities_2019.csv:2: \"much\" is not an area in square kilometres");
    CHECK(fault_with("municipalities_2019.csv",
                     std::string(kHeader) + "11001,A,1,1,1\n11001,A,1,1,1\n") ==
          "municipalities_2019.csv: 11001 stands there twice");
    CHECK(fault_with("municipalities_2025.csv", std::string(kHeader) + "99999,B,1,1,11\n") ==
          "municipalities_2025.csv:2: \"99999\" is not what the mergers make of the "
          "municipalities of 2019");
    CHECK(fault_with("municipalities_2025.csv", std::string(kHeader) + "11001,A,1,1,11\n") ==
          "municipalities_2025.csv: lacks 11002");
    CHECK(fault_with("places.csv", "nis,place,x,y,area_km2,reason\n1,A,1,1,1,none\n") ==
          "places.csv:2: \"1\" is not the code of a municipality of 2019");
    CHECK(fault_with("places.csv", "nis,place,x,y,area_km2,reason\n11001,A,1,1,20,none\n") ==
          "places.csv:2: \"20\" is not less than the whole municipality has");
    CHECK(fault_with("outline.csv", "part,ring,order,x,y\nmain,inner,0,1,1\n") ==
          "outline.csv:2: \"main inner\" is not a part of the outline");
}

TEST_CASE("a municipality is meant to have the middle of both editions of official areas") {
    const World world = read_world(REGIO_SOURCE_DIR "/shapes/flanders");
    const auto& aartselaar = world.municipalities.front();
    CHECK(aartselaar.code == "11001");
    CHECK(aartselaar.area_m2 == 11'030'000);
    CHECK(aartselaar.intended_m2 == 11'025'000);
}

} // namespace regio::schematic
