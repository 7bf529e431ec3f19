#include "generator/patches.hpp"
#include "tests/support/cell_map.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace regio::schematic {

namespace {

std::string mended(const std::string& map) {
    CellGrid grid = test::grid_of(map);
    mend_patches(grid, 26);
    return test::to_text(grid);
}

} // namespace

TEST_CASE("patches hang together by sides, the largest comes first") {
    const auto patches = find_patches(test::grid_of("aab\n"
                                                    "bba\n"
                                                    "bbb\n"),
                                      Owner{0});
    REQUIRE(patches.size() == 2);
    CHECK(patches[0].size() == 2);
    CHECK(patches[1].size() == 1);
    CHECK(find_patches(test::grid_of("aa\n"), Owner{1}).empty());
}

TEST_CASE("what is mended already stays as it is") {
    const std::string map = "aabb\n"
                            "aabb\n"
                            "ccbb\n"
                            "cc..\n";
    CHECK(mended(map) == map);
}

TEST_CASE("a lesser patch goes to who has most sides along it") {
    CHECK(mended("aaaaaa\n"
                 "aaaaaa\n"
                 "bbbbaa\n"
                 "baabbb\n"
                 "baabbb\n"
                 "bbbbbb\n") == "aaaaaa\n"
                                "aaaaaa\n"
                                "bbbbaa\n"
                                "bbbbbb\n"
                                "bbbbbb\n"
                                "bbbbbb\n");
}

TEST_CASE("an owner that meets itself in a corner only is joined there") {
    CellGrid grid = test::grid_of("bbaa\n"
                                  "bbaa\n"
                                  "aabb\n"
                                  "aabb\n");
    mend_patches(grid, 2);
    CHECK(find_patches(grid, Owner{0}).size() == 1);
    CHECK(find_patches(grid, Owner{1}).size() == 1);
}

TEST_CASE("a spur one cell wide is cut off") {
    CHECK(mended("aabaa\n"
                 "aabaa\n"
                 "bbbbb\n"
                 "bbbbb\n") == "aaaaa\n"
                               "aaaaa\n"
                               "bbbbb\n"
                               "bbbbb\n");
}

TEST_CASE("what is apart from the rest is not given away") {
    const std::string map = "aa.bb.aa\n"
                            "aa.bb.aa\n";
    CHECK(mended(map) == map);
}

} // namespace regio::schematic
