#include "base/error.hpp"
#include "project/overlap_layers.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace regio::project {

namespace {

using layer::FeatureId;

/// A layer of squares of ten metres in a row, with these codes.
std::string squares(const std::string& codes) {
    std::string table = "nis,naam,WKT\n";
    int x = 70000;
    for (const char code : codes) {
        table += fmt::format(
            "{0},v{0},\"POLYGON (({1} 190000, {2} 190000, {2} 190010, {1} 190010, {1} 190000))\"\n",
            code == '-' ? ' ' : code, x, x + 10);
        x += 10;
    }
    return table;
}

/// Two layers in a folder, opened.
struct Opened {
    explicit Opened(const std::string& a, const std::string& b, const std::string& members = {}) {
        const test::Scratch folder;
        folder.write("a.csv", a);
        folder.write("b.csv", b);
        std::array<OverlapSource, 2> sources;
        sources[0].layer = {.source = {.file = folder.path("a.csv")}, .crs = "EPSG:31370"};
        sources[1].layer = {.source = {.file = folder.path("b.csv")}, .crs = "EPSG:31370"};
        if (!members.empty()) {
            folder.write("leden.csv", members);
            sources[0].members =
                GroupTable{.table = {.source = {.file = folder.path("leden.csv")}}};
        }
        layers = open_overlap_layers(sources, {}, findings);
    }

    [[nodiscard]] std::size_t count(FindingNumber number) const {
        return static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(),
                          [&](const Finding& finding) { return finding.number == number; }));
    }

    [[nodiscard]] const layer::Layer& a() const { return layers->layers[0].side.layer; }

    std::vector<Finding> findings;
    std::optional<OverlapLayers> layers;
};

} // namespace

TEST_CASE("two layers are opened on one lattice, each with its features") {
    const Opened opened(squares("12"), squares("345"));
    CHECK(opened.findings.empty());
    CHECK(opened.layers->layers[0].features_read == 2);
    CHECK(opened.layers->layers[1].side.layer.features().size() == 3);
    CHECK(opened.a().lattice() == opened.layers->layers[1].side.layer.lattice());
    CHECK_FALSE(opened.layers->layers[0].side.cover.has_value());
}

TEST_CASE("a table of members makes a feature of each group, with the name that it gives") {
    const Opened opened(squares("123"), squares("1"),
                        "kbo,vereniging,nis\nx,Ix,1\nx,Ix,2\ny,Y,2\ny,Y,3\n");
    REQUIRE(opened.a().features().size() == 2);
    CHECK(opened.a()[FeatureId{0}].code == "x");
    CHECK(opened.a()[FeatureId{1}].name == "Y");
    CHECK(opened.a().parts_of(FeatureId{1}).size() == 2);
    CHECK(opened.layers->layers[0].features_read == 3);
    CHECK(opened.layers->layers[0].side.cover.has_value());
}

TEST_CASE("a group that lacks a member is left out and reported") {
    const Opened opened(squares("12"), squares("1"), "kbo,nis\nx,1\nx,9\ny,2\n");
    REQUIRE(opened.a().features().size() == 1);
    CHECK(opened.a()[FeatureId{0}].code == "y");
    CHECK(opened.count(FindingNumber::GroupIncomplete) == 1);
}

TEST_CASE("a table of which no group is complete is refused") {
    CHECK_THROWS_AS(Opened(squares("12"), squares("1"), "kbo,nis\nx,1\nx,9\n"), InputError);
}

TEST_CASE("features without a code and codes that are there twice are reported, not for groups") {
    const Opened opened(squares("11-"), squares("2"));
    CHECK(opened.count(FindingNumber::CodeTwice) == 1);
    CHECK(opened.count(FindingNumber::FeatureWithoutCode) == 1);
    const Opened groups(squares("11-"), squares("2"), "kbo,nis\nx,1\n");
    CHECK(groups.findings.empty());
    CHECK(groups.a().parts_of(FeatureId{0}).size() == 2);
}

TEST_CASE("a feature that crosses itself is repaired before it is measured") {
    const Opened opened("nis,WKT\n1,\"POLYGON ((70000 190000, 70010 190010, 70010 190000, 70000 "
                        "190010, 70000 190000))\"\n",
                        squares("2"));
    CHECK(opened.count(FindingNumber::FeatureRepaired) == 1);
    CHECK(opened.a().lattice().square_metres(moments(opened.a(), FeatureId{0}).twice_area) == 50);
}

TEST_CASE("what is wrong in a file that is both layers is told once") {
    const test::Scratch folder;
    folder.write("a.csv", squares("11"));
    OverlapSource source;
    source.layer = {.source = {.file = folder.path("a.csv")}, .crs = "EPSG:31370"};
    std::vector<Finding> findings;
    static_cast<void>(open_overlap_layers({source, source}, {}, findings));
    CHECK(findings.size() == 1);
}

} // namespace regio::project
