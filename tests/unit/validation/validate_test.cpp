// Each kind of defect, with its place and size.

#include "layer/rounding.hpp"
#include "tests/support/validated.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace regio::validation {

namespace {

using test::Validated;

/// All defects but information, a line each.
std::vector<std::string> faults_of(const Validated& validated) {
    std::vector<std::string> lines;
    for (const Defect& defect : validated.defects)
        if (defect.severity != Severity::Info)
            lines.push_back(test::line_of(validated.layer, defect));
    return lines;
}

std::vector<std::string> faults_of(const std::string& text, const ValidationTerms& terms = {}) {
    return faults_of(Validated(text, terms));
}

std::vector<std::string> lines_of(const Validated& validated, FindingNumber number) {
    std::vector<std::string> lines;
    for (const Defect& defect : validated.of(number))
        lines.push_back(test::line_of(validated.layer, defect));
    return lines;
}

using Lines = std::vector<std::string>;

const std::string kNeighbours =
    "a: POLYGON((0 0, 10 0, 10 10, 0 10))\nb: POLYGON((10 0, 20 0, 20 10, 10 10))";

/// Four strips around a gap of 4 by 3.
const std::string kStrips = "a: POLYGON((0 0, 10 0, 10 3, 0 3))\n"
                            "b: POLYGON((0 3, 3 3, 3 6, 0 6))\n"
                            "c: POLYGON((7 3, 10 3, 10 6, 7 6))\n"
                            "d: POLYGON((0 6, 3 6, 7 6, 10 6, 10 9, 0 9))";

} // namespace

TEST_CASE("neighbours that share their border and an empty layer have no defects") {
    CHECK(Validated(kNeighbours).defects.empty());
    CHECK(Validated("").defects.empty());
}

TEST_CASE("an enclosed place in no feature is a gap, with its neighbours and its width") {
    const std::string strips =
        "a: POLYGON((0 0, 10 0, 10 3, 7 3, 3 3, 0 3))" + kStrips.substr(kStrips.find('\n'));
    const Validated validated(strips);
    CHECK(faults_of(validated) == Lines{"R440 error at 5 5 of a | b | c | d: 12.000 m2, - m, "
                                        "3.000 m wide"});
    CHECK(std::get<kernel::Polygon>(validated.defects.front().shape).shell.size() == 4);
    CHECK(message(validated.defects.front().finding, Language::English) ==
          "gap of 12.000 m², 3.000 m at its widest, at 5.000 5.000, between a, b, c, d");
}

TEST_CASE("a bay that is open to the outside is no gap, nor is the space between two islands") {
    CHECK(faults_of("a: POLYGON((0 0, 9 0, 9 9, 6 9, 6 3, 3 3, 3 9, 0 9))\n"
                    "b: POLYGON((20 0, 29 0, 29 9))")
              .empty());
}

TEST_CASE("a gap has the islands in it for a hole") {
    const Validated validated("a: POLYGON((0 0, 30 0, 30 30, 0 30), (5 5, 5 25, 25 25, 25 5))\n"
                              "b: POLYGON((10 10, 20 10, 20 20, 10 20))");
    const auto gaps = validated.of(FindingNumber::GapBetweenFeatures);
    REQUIRE(gaps.size() == 1);
    CHECK(gaps.front().area_m2 == 300);
    CHECK(std::get<kernel::Polygon>(gaps.front().shape).holes.size() == 1);
}

TEST_CASE("what lies in two features is an overlap, and in three another one") {
    const Validated validated("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                              "b: POLYGON((8 0, 18 0, 18 10, 8 10))\n"
                              "c: POLYGON((9 0, 12 0, 12 -5, 9 -5))\n"
                              "d: POLYGON((4 0, 9 0, 9 4, 4 4))");
    CHECK(lines_of(validated, FindingNumber::FeaturesOverlap) ==
          Lines{"R417 error at 6 2 of a | d: 16.000 m2, - m, 4.000 m wide",
                "R417 error at 9 7 of a | b: 16.000 m2, - m, 2.000 m wide",
                "R417 error at 9 1 of a | b | d: 4.000 m2, - m, 1.000 m wide"});
}

TEST_CASE("gaps and overlaps are errors when they are wider than the tolerance") {
    const std::string overlap = "a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                "b: POLYGON((8 0, 18 0, 18 10, 8 10))";
    CHECK(Validated(overlap, {.tolerance_m = 1.9}).defects.front().severity == Severity::Error);
    CHECK(Validated(overlap, {.tolerance_m = 2}).defects.front().severity == Severity::Warning);
    CHECK(Validated(overlap, {.tolerance_m = 2.1}).defects.front().severity == Severity::Warning);
}

TEST_CASE("a border with other vertices on its two sides is unmatched, once for each line") {
    const Validated validated("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                              "b: POLYGON((10 0, 20 0, 20 10, 10 10, 10 7, 10 4))");
    CHECK(faults_of(validated) == Lines{"R441 warning at 10 0 of a | b: - m2, 10.000 m, - m wide"});
    CHECK(std::get<std::vector<kernel::Point>>(validated.defects.front().shape).size() == 4);
    CHECK(lines_of(Validated(kStrips), FindingNumber::BorderUnmatched) ==
          Lines{"R441 warning at 0 3 of a | b: - m2, 3.000 m, - m wide",
                "R441 warning at 7 3 of a | c: - m2, 3.000 m, - m wide"});
}

TEST_CASE("a border is unmatched too where what lies between vanishes on the lattice") {
    const Validated validated("a: POLYGON((0 0, 1000 1, 1000 100, 0 100))\n"
                              "b: POLYGON((0 0, 0 -100, 1000 -100, 1000 1, 600 1, 400 0))");
    CHECK(lines_of(validated, FindingNumber::BorderUnmatched) ==
          Lines{"R441 warning at 0 0 of a | b: - m2, 1000.005 m, - m wide"});
    CHECK(validated.of(FindingNumber::GapBetweenFeatures).empty());
    CHECK(validated.of(FindingNumber::FeaturesOverlap).empty());
}

TEST_CASE("edges that cross and a ring that touches itself are told with their places") {
    CHECK(faults_of("a: POLYGON((0 0, 10 10, 10 0, 0 10))") ==
          Lines{"R406 error at 5 5 of a: - m2, - m, - m wide"});
    CHECK(faults_of("a: POLYGON((0 0, 10 0, 5 5, 10 10, 0 10, 5 5))") ==
          Lines{"R408 warning at 5 5 of a: - m2, - m, - m wide"});
}

TEST_CASE("a spike is told once, with its tip and its length") {
    const Validated validated("a: POLYGON((0 0, 10 0, 10 5, 17 5, 10 5, 10 10, 0 10))");
    CHECK(faults_of(validated) == Lines{"R445 error at 17 5 of a: - m2, 7.000 m, - m wide"});
}

TEST_CASE("edges of two parts that run over each other are no spike") {
    const Validated validated(
        "a: MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10)), ((10 2, 20 2, 20 8, 10 8)))");
    CHECK(faults_of(validated) == Lines{"R407 error at 10 0 of a: - m2, - m, - m wide"});
}

TEST_CASE("a part that is there twice is a ring that is, and no more") {
    const Validated validated(
        "a: MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10)), ((10 10, 0 10, 0 0, 10 0)))");
    CHECK(faults_of(validated) == Lines{"R443 error at 0 0 of a: 100.000 m2, - m, - m wide"});
}

TEST_CASE("a part in another part and a hole outside its shell are misplaced") {
    CHECK(faults_of("a: MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10)), ((2 2, 4 2, 4 4, 2 4)))") ==
          Lines{"R420 error at 2 2 of a: 4.000 m2, - m, - m wide"});
    CHECK(faults_of("a: POLYGON((0 0, 10 0, 10 10, 0 10), (20 0, 20 2, 22 2, 22 0))") ==
          Lines{"R420 error at 20 0 of a: 4.000 m2, - m, - m wide"});
}

TEST_CASE("a feature with the polygon of another one is told, whatever its rings begin with") {
    const Validated validated("b: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                              "c: POLYGON((0 0, 10 0, 10 9, 0 10))\n"
                              "a: POLYGON((10 10, 0 10, 0 0, 10 0))");
    CHECK(lines_of(validated, FindingNumber::FeatureTwice) ==
          Lines{"R444 error at 0 0 of a | b: 100.000 m2, - m, - m wide"});
}

TEST_CASE("vertices that fall on the one before them are counted at their place") {
    layer::RawLayer raw = test::raw_layer_of(test::read_shapes(kNeighbours));
    const kernel::Position near{10.2, 10.1};
    raw.positions.last().insert(raw.positions.last().begin() + 3, {near, near});
    raw.rings[0].count += 2;
    raw.rings[1].first += 2;
    std::vector<Finding> findings;
    const auto layer = layer::round_to(raw, test::kUnits, findings);
    const auto defects = find_repeated_vertices({.raw = raw, .rounded = layer});
    REQUIRE(defects.size() == 1);
    CHECK(message(defects.front().finding, Language::English) ==
          "a: vertex is there 3 times in a row, at 10.000 10.000");
}

TEST_CASE("a ring that runs the other way is told, and a layer in which most do once") {
    const std::string one_turned = "a: POLYGON((0 0, 10 0, 10 10, 0 10), (2 2, 4 2, 4 4, 2 4))\n"
                                   "b: POLYGON((10 0, 20 0, 20 10, 10 10))";
    const Validated one(one_turned);
    const auto turned = one.of(FindingNumber::RingRunsOtherWay);
    REQUIRE(turned.size() == 1);
    CHECK(test::line_of(one.layer, turned.front()) == "R446 info at 2 2 of a: - m2, - m, - m wide");
    CHECK(turned.front().finding.source.ring == 1);
    const Validated shapefile(one_turned, {.shells = ShellDirection::Clockwise});
    const auto most = shapefile.of(FindingNumber::RingRunsOtherWay);
    REQUIRE(most.size() == 1);
    CHECK(most.front().features.empty());
    CHECK(message(most.front().finding, Language::English) ==
          "rings that run the other way than is usual in this format: 2 of 3, at 0.000 0.000");
}

TEST_CASE("a vertex that is repeated is one defect, wherever the ring begins") {
    test::Shapes shapes = test::read_shapes("a: POLYGON((0 0, 10 0, 10 0, 10 0, 10 10, 0 10))");
    auto& shell = shapes.front().polygons.front().shell;
    for (std::size_t start = 0; start < shell.size(); ++start) {
        CAPTURE(start);
        CHECK(lines_of(Validated(shapes), FindingNumber::VertexRepeated) ==
              Lines{"R442 info at 10 0 of a: - m2, - m, - m wide"});
        CHECK(message(Validated(shapes).of(FindingNumber::VertexRepeated).front().finding,
                      Language::English) == "a: vertex is there 3 times in a row, at 10.000 0.000");
        std::rotate(shell.begin(), shell.begin() + 1, shell.end());
    }
}

TEST_CASE("a part is far away when no leap of the width of the main part reaches it") {
    const std::string near = "a: MULTIPOLYGON(((0 0, 30 0, 30 40, 0 40)), ((75 0, 76 0, 76 1)), "
                             "((120 0, 121 0, 121 1)))";
    const FarAway anywhere{.least_m = 0};
    CHECK(Validated(near, {.far_away = anywhere}).defects.empty());
    const Validated far("a: MULTIPOLYGON(((0 0, 30 0, 30 40, 0 40)), ((81 0, 83 0, 83 1)))",
                        {.far_away = anywhere});
    CHECK(lines_of(far, FindingNumber::PartFarAway) ==
          Lines{"R447 info at 81 0 of a: 1.000 m2, 51.000 m, - m wide"});
    CHECK(Validated("a: MULTIPOLYGON(((0 0, 30 0, 30 40, 0 40)), ((81 0, 83 0, 83 1)))")
              .defects.empty());
}

TEST_CASE("codes that are missing, twice or no NIS code are told; in other systems any text does") {
    const auto squares = [](const std::vector<std::string>& codes) {
        test::Shapes shapes;
        for (const auto& code : codes) {
            const auto x = static_cast<std::int32_t>(20 * shapes.size());
            shapes.push_back({code, {{{{x, 0}, {x + 9, 0}, {x + 9, 9}}, {}}}});
        }
        return Validated(shapes);
    };
    CHECK(faults_of(squares({"11001", "11001", "", "11002", "11004", "11005", "11007", "11008",
                             "11009", "11013", "11016", "1101"})) ==
          Lines{"R412 error at 40 0 of : - m2, - m, - m wide",
                "R413 warning at 220 0 of 1101: - m2, - m, - m wide",
                "R414 warning at 0 0 of 11001 | 11001: - m2, - m, - m wide"});
    CHECK(faults_of(squares({"REFREG01", "REFREG02", "x"})).empty());
    CHECK(faults_of(squares({"", ""})).empty());
}

TEST_CASE("what is lost on reading is told of its feature") {
    layer::RawLayer raw = test::raw_layer_of(test::read_shapes(kNeighbours));
    raw.features.push_back({.code = "c", .name = {}, .fid = 3});
    raw.remnants.push_back({layer::FeatureId{2}, {7, 8}});
    raw.collections.push_back(layer::FeatureId{1});
    std::vector<Finding> findings = {{.number = FindingNumber::GeometryMissing,
                                      .values = {{"name", "c"}},
                                      .source = {.file = "laag.gpkg", .fid = 3}},
                                     {.number = FindingNumber::GeometryOfOtherKind,
                                      .values = {{"name", "c"}, {"kinds", "POINT"}},
                                      .source = {.file = "laag.gpkg", .fid = 3}},
                                     {.number = FindingNumber::LayerTransformed}};
    const auto layer = layer::round_to(raw, test::kUnits, findings);
    std::vector<std::string> lines;
    for (const Defect& defect : find_geometry_faults({.raw = raw, .rounded = layer}, findings))
        lines.push_back(test::line_of(layer, defect));
    CHECK(lines == Lines{"R401 error at - of c: - m2, - m, - m wide",
                         "R402 error at 7 8 of c: - m2, - m, - m wide",
                         "R448 warning at 10 0 of b: - m2, - m, - m wide"});
}

} // namespace regio::validation
