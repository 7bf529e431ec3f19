// Sheets with real working areas that are given by polygons.

#include "map/area_map.hpp"
#include "map/paper_areas.hpp"
#include "nesting/shape_verdict.hpp"
#include "project/area_map.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace regio::test {

namespace {

using nesting::Assessment;

project::Project wildlife_zones(double tolerance_m) {
    auto options = real_territory(2025);
    options.as_of = make_date(2025, 1, 1);
    options.municipalities.front().table.where = {{.field = "region", .values = {"VL"}}};
    options.partnerships = {list_from(data_file("zones/faunabeheerzones.gpkg"))};
    options.drawing.tolerance_m = tolerance_m;
    return project::open_project(options);
}

const Assessment& zone(const project::Project& project, const std::string& id) {
    const auto found =
        std::find_if(project.assessments.begin(), project.assessments.end(),
                     [&](const Assessment& a) { return a.partnership.partnership.id == id; });
    REQUIRE(found != project.assessments.end());
    return *found;
}

/// How many parts are no noise: by their depth or their width.
std::size_t trespasses(const nesting::Drawing& drawing) {
    const auto& parts = drawing.shape.value().parts;
    return static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [&](const nesting::ExcessPart& part) {
            return std::max(part.depth.greatest_m, part.greatest_width.greatest_m) >
                   drawing.terms.tolerance_m;
        }));
}

void check_sheet(const Assessment& assessment, const map::DrawnMap& sheet) {
    const auto& drawing = *assessment.drawing;
    const auto& audit = sheet.audit;
    const double m_per_mm = audit.scale / 1000.0;
    const double area_m2 = audit.drawing.value().area_mm2 * m_per_mm * m_per_mm;
    CHECK(area_m2 == Approx(drawing.area_m2).epsilon(1e-3));
    const double outlined_m2 =
        map::area_mm2(lines_of(sheet.scene, "area-outline")) * m_per_mm * m_per_mm;
    CHECK(outlined_m2 == Approx(drawing.area_m2).epsilon(1e-3));
    CHECK(audit.members.size() == assessment.partnership.members.size());
    CHECK(audit.partial.size() == assessment.partnership.partial_members.size());
    CHECK(audit.drawing->excess.size() >= trespasses(drawing));
    constexpr double kMeasured_mm = 0.01;
    const map::Theme& theme = test::print_theme();
    for (const auto& width : audit.drawing->excess) {
        CHECK(width.is_widened == (width.true_mm < theme.least_excess_mm));
        CHECK(width.drawn_mm >= theme.least_excess_mm - kMeasured_mm);
        CHECK(width.drawn_mm >= width.true_mm - 2 * theme.tolerance_mm - kMeasured_mm);
    }
    CHECK(audit.legend == audit.drawn);
    CHECK(audit.dropped_members.empty());
    CHECK(overlapping_labels(audit) == 0);
}

} // namespace

TEST_CASE("real drawn areas are drawn as they are, with all that lies outside and is no noise") {
    if (!real_data_there())
        return;
    const auto project = wildlife_zones(400);
    for (const char* id : {"5", "9", "10"}) {
        CAPTURE(id);
        const auto& assessment = zone(project, id);
        const auto sheet = drawn(project::area_map(project, assessment));
        check_sheet(assessment, sheet);
        CHECK(group_of(sheet.scene, "excess-widened") == nullptr);
        CHECK((group_of(sheet.scene, "excess") != nullptr) ==
              (trespasses(*assessment.drawing) > 0));
    }
}

TEST_CASE("of a real drawn area what is no noise for a small tolerance is widened and seen") {
    if (!real_data_there())
        return;
    const auto project = wildlife_zones(20);
    const auto& assessment = zone(project, "10");
    REQUIRE(assessment.drawing->shape.value().relation == nesting::ShapeRelation::Outside);
    const auto sheet = drawn(project::area_map(project, assessment));
    check_sheet(assessment, sheet);
    CHECK(group_of(sheet.scene, "excess-widened") != nullptr);
    CHECK(group_of(sheet.scene, "excess") == nullptr);
}

} // namespace regio::test
