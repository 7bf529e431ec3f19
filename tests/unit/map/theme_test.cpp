#include "map/theme.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

namespace regio::map {

namespace {

using scene::Colour;
using scene::contrast;

constexpr double kText = 4.5; ///< Success criterion 1.4.3 of WCAG 2.1.
constexpr double kLine = 3;   ///< Success criterion 1.4.11.

const Theme kTheme;

/// All that names are written on and lines are drawn over.
std::vector<Colour> grounds() {
    return {kTheme.white,       kTheme.land,        kTheme.member.fill, kTheme.outsider.fill,
            kTheme.former.fill, kTheme.excess.fill, kTheme.abroad,      kTheme.wallonia,
            kTheme.brussels,    kTheme.sea};
}

} // namespace

TEST_CASE("texts can be read on every ground") {
    for (const Colour ground : grounds()) {
        INFO(to_hex(ground));
        CHECK(contrast(kTheme.ink, ground) >= kText);
        CHECK(contrast(kTheme.quiet_ink, ground) >= kText);
    }
    CHECK(contrast(kTheme.sea_ink, kTheme.sea) >= kText);
}

TEST_CASE("borders of areas, regions and municipalities can be seen on every ground") {
    for (const Colour ground : grounds()) {
        INFO(to_hex(ground));
        CHECK(contrast(kTheme.area.colour, ground) >= kLine);
        CHECK(contrast(kTheme.region.colour, ground) >= kLine);
        CHECK(contrast(kTheme.municipality.colour, ground) >= kLine);
        CHECK(contrast(kTheme.leader.colour, ground) >= kLine);
    }
    CHECK(contrast(kTheme.area.colour, kTheme.area_casing.colour) >= kLine);
    CHECK(contrast(kTheme.region.colour, kTheme.region_casing.colour) >= kLine);
}

// Members are told from other municipalities by the outline of the area; those that lie outside
// their region are told from them by their hatch.
TEST_CASE("the hatch of members outside the main region can be seen on its fill") {
    CHECK(contrast(kTheme.outsider.lines, kTheme.outsider.fill) >= kLine);
}

TEST_CASE("the hatch and edge of excess can be seen on its fill, and the edge beside its lines") {
    CHECK(contrast(kTheme.excess.lines, kTheme.excess.fill) >= kLine);
    CHECK(contrast(kTheme.excess_edge.colour, kTheme.excess.fill) >= kLine);
    CHECK(contrast(kTheme.excess_edge.colour, kTheme.land) >= kLine);
    // Its sides run along the outline and the border of a region, which cover half of their width.
    CHECK(kTheme.least_excess_mm >
          (kTheme.area.width_mm + kTheme.region.width_mm) / 2 + kTheme.excess_edge.width_mm);
}

TEST_CASE("classes of members differ in the angle, the crossing or the spacing of their hatch") {
    const std::vector<const HatchedFill*> fills{&kTheme.member, &kTheme.outsider, &kTheme.former,
                                                &kTheme.excess};
    for (const auto* one : fills)
        for (const auto* other : fills)
            if (one != other)
                CHECK((one->angle_degrees != other->angle_degrees ||
                       one->is_crossed != other->is_crossed));
}

TEST_CASE(
    "the widths of municipal, regional and outer borders go up in steps, casings around them") {
    CHECK(kTheme.municipality.width_mm * 2 <= kTheme.region.width_mm);
    CHECK(kTheme.region.width_mm * 1.3 <= kTheme.area.width_mm);
    CHECK(kTheme.region_casing.width_mm > kTheme.region.width_mm);
    CHECK(kTheme.area_casing.width_mm > kTheme.area.width_mm);
}

TEST_CASE("names have three sizes at most, and none is smaller than 6.5 pt") {
    CHECK(kTheme.member_sizes_pt.size() <= 3);
    std::vector<double> sizes = kTheme.member_sizes_pt;
    sizes.insert(sizes.end(), kTheme.other_sizes_pt.begin(), kTheme.other_sizes_pt.end());
    sizes.insert(sizes.end(), {kTheme.region_size_pt, kTheme.small_size_pt, kTheme.text_size_pt});
    for (const double size : sizes)
        CHECK(size >= 6.5);
}

TEST_CASE("what is drawn lies within a fifth of a millimetre of the border it stands for") {
    CHECK(kTheme.tolerance_mm < 0.2);
}

} // namespace regio::map
