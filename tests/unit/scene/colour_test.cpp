#include "scene/colour.hpp"

#include <catch2/catch.hpp>

namespace regio::scene {

TEST_CASE("a colour is written as six hexadecimal digits") {
    CHECK(to_hex(rgb(0x0072b2)) == "#0072b2");
    CHECK(to_hex(rgb(0xffffff)) == "#ffffff");
    CHECK(to_hex({}) == "#000000");
}

TEST_CASE("contrast runs from 1 to 21, whichever colour comes first") {
    CHECK(contrast(rgb(0x000000), rgb(0xffffff)) == Approx(21));
    CHECK(contrast(rgb(0xffffff), rgb(0x000000)) == Approx(21));
    CHECK(contrast(rgb(0x0072b2), rgb(0x0072b2)) == Approx(1));
}

TEST_CASE("contrast is that of WCAG for known pairs") {
    // #767676 is the lightest grey that text may have on white, by the 4.5 of level AA.
    CHECK(contrast(rgb(0x767676), rgb(0xffffff)) == Approx(4.54).margin(0.005));
    CHECK(contrast(rgb(0x777777), rgb(0xffffff)) == Approx(4.48).margin(0.005));
    CHECK(contrast(rgb(0x0000ff), rgb(0xffffff)) == Approx(8.59).margin(0.005));
    CHECK(contrast(rgb(0xff0000), rgb(0xffffff)) == Approx(4.00).margin(0.005));
}

} // namespace regio::scene
