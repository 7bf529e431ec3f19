// Sheets with the maps of real working areas: what is drawn against what is so.

#include "coverage/outline.hpp"
#include "map/area_map.hpp"
#include "map/working_area.hpp"
#include "project/area_map.hpp"
#include "project/project.hpp"
#include "report/sheet_words.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

using map::AreaMap;
using map::DrawnMap;
using nesting::Assessment;
using scene::PaperLine;

project::Project igs_of_2023() {
    auto options = real_territory(2024);
    options.partnerships.push_back(list_from(data_file("tables/igs_members_2023-08.csv")));
    return project::open_project(options);
}

project::Project delimitations_of_2025(const std::string& kind) {
    auto options = real_territory(2025);
    options.partnerships.push_back(
        delimitation(data_file("tables/nis_memberships_2025.csv"), kind));
    return project::open_project(options);
}

const Assessment& named(const project::Project& project, const std::string& name) {
    const auto found =
        std::find_if(project.assessments.begin(), project.assessments.end(),
                     [&](const Assessment& a) { return a.partnership.partnership.name == name; });
    INFO(name);
    REQUIRE(found != project.assessments.end());
    return *found;
}

/// A sheet with what it was made of.
struct Example {
    const project::Project& project;
    const Assessment& assessment;
    AreaMap content;
    DrawnMap sheet;

    Example(const project::Project& opened, const Assessment& judged)
        : project(opened), assessment(judged), content(project::area_map(opened, judged)),
          sheet(drawn(content)) {}

    [[nodiscard]] map::View view() const {
        const auto area = map::extent_of_area(content);
        return {{(area.min_x + area.max_x) / 2, (area.min_y + area.max_y) / 2},
                static_cast<double>(sheet.audit.scale),
                sheet.audit.frame};
    }
};

/// Calls with areas of all sorts.
template <typename Visit>
void for_each_example(const Visit& visit) {
    const auto draw = [&](const project::Project& project, const Assessment& assessment) {
        INFO(assessment.partnership.partnership.name);
        visit(Example(project, assessment));
    };
    const auto igs = igs_of_2023();
    for (const char* name : {"IVIO", "WVI", "DVV Midwest", "Limburg.net"})
        draw(igs, named(igs, name));
    const auto transport = delimitations_of_2025("vervoerregio");
    draw(transport, named(transport, "Roeselare (Verv.)"));
    const auto police = delimitations_of_2025("politiezone");
    const auto one =
        std::find_if(police.assessments.begin(), police.assessments.end(),
                     [](const Assessment& a) { return a.partnership.members.size() == 1; });
    REQUIRE(one != police.assessments.end());
    draw(police, *one);
}

/// The real borders in the frame, in millimetres on the sheet.
PaperLines real_borders(const Example& example) {
    const map::BaseMap base(*example.content.chains, example.view(), 0);
    return base.borders([](auto&&...) { return true; });
}

/// Edges of lines, found by place.
class EdgeGrid {
public:
    explicit EdgeGrid(const PaperLines& lines) {
        for (const PaperLine& line : lines)
            for (std::size_t i = 0; i + 1 < line.size(); ++i)
                add({line[i], line[i + 1]});
    }

    /// How far the nearest edge is; more than a millimetre where none is near.
    [[nodiscard]] double distance_to(scene::PaperPoint point) const {
        double least = 2 * kCell_mm;
        for (int x = cell(point.x) - 1; x <= cell(point.x) + 1; ++x)
            for (int y = cell(point.y) - 1; y <= cell(point.y) + 1; ++y)
                if (const auto found = edges_.find({x, y}); found != edges_.end())
                    for (const PaperLine& edge : found->second)
                        least = std::min(least, distance(point, edge));
        return least;
    }

private:
    static constexpr double kCell_mm = 1;

    static int cell(double mm) { return static_cast<int>(std::floor(mm / kCell_mm)); }

    void add(const PaperLine& edge) {
        const auto [left, right] = std::minmax({cell(edge[0].x), cell(edge[1].x)});
        const auto [top, bottom] = std::minmax({cell(edge[0].y), cell(edge[1].y)});
        for (int x = left; x <= right; ++x)
            for (int y = top; y <= bottom; ++y)
                edges_[{x, y}].push_back(edge);
    }

    std::map<std::pair<int, int>, PaperLines> edges_;
};

/// How far the farthest point of lines is from the nearest edge.
double farthest(const PaperLines& lines, const EdgeGrid& from) {
    double most = 0;
    for (const PaperLine& line : lines)
        for (const auto& point : line)
            most = std::max(most, from.distance_to(point));
    return most;
}

double outline_length(const Example& example) {
    std::vector<layer::FeatureId> members;
    for (const auto& municipality : example.content.municipalities)
        if (municipality.role != map::Role::Other)
            members.insert(members.end(), municipality.features.begin(),
                           municipality.features.end());
    const coverage::Outliner outliner(*example.content.chains);
    PaperLines rings;
    const auto view = example.view();
    for (const auto& polygon : outliner.outline(members)) {
        rings.push_back(view.paper(example.content.layer->lattice(), polygon.shell));
        for (const auto& hole : polygon.holes)
            rings.push_back(view.paper(example.content.layer->lattice(), hole));
    }
    return perimeter_of(rings);
}

} // namespace

TEST_CASE("on real sheets the members are highlighted, and nobody else") {
    if (!real_data_there())
        return;
    for_each_example([](const Example& example) {
        std::vector<std::string> members;
        for (const auto member : example.assessment.partnership.members)
            members.push_back(example.project.territory.current()[member].code);
        std::sort(members.begin(), members.end());
        CHECK(example.sheet.audit.members == members);
    });
}

TEST_CASE("on real sheets every member has its name, and names overlap nowhere") {
    if (!real_data_there())
        return;
    for_each_example([](const Example& example) {
        const auto& audit = example.sheet.audit;
        CHECK(audit.dropped_members.empty());
        CHECK(overlapping_labels(audit) == 0);
        CHECK(audit.missing_characters.empty());
        for (const auto& label : audit.labels) {
            INFO(label.text);
            CHECK(contains(audit.frame, label.box));
        }
    });
}

TEST_CASE("on real sheets the legend has what is drawn, and the scale is one of the list") {
    if (!real_data_there())
        return;
    for_each_example([](const Example& example) {
        const auto& audit = example.sheet.audit;
        CHECK(audit.legend == audit.drawn);
        const auto scales = map::scale_list();
        CHECK(std::count(scales.begin(), scales.end(), audit.scale) == 1);
        CHECK(audit.scale_bar_mm * audit.scale / 1000 == Approx(audit.scale_bar_m));
    });
}

TEST_CASE("a real area fills 45 to 75 percent of the frame where the list has a scale for that") {
    if (!real_data_there())
        return;
    for_each_example([](const Example& example) {
        const auto& audit = example.sheet.audit;
        const auto scales = map::scale_list();
        if (audit.scale == scales.back())
            CHECK(audit.fill <= map::kFullestAtCoarsest);
        else
            CHECK(audit.fill <= map::kFullest);
        if (audit.scale != scales.front())
            CHECK(audit.fill >= 0.45);
    });
}

TEST_CASE(
    "the outline of a real area is that of its members together, as far as it is simplified") {
    if (!real_data_there())
        return;
    for_each_example([](const Example& example) {
        const auto outline = lines_of(example.sheet.scene, "area-outline");
        for (const PaperLine& line : outline)
            CHECK(line.front() == line.back());
        const double real = outline_length(example);
        CHECK(length_of(outline) <= real);
        CHECK(length_of(outline) >= 0.95 * real);
    });
}

TEST_CASE("the borders drawn are less than a fifth of a millimetre from the real ones") {
    if (!real_data_there())
        return;
    for_each_example([](const Example& example) {
        const auto real = real_borders(example);
        PaperLines drawn = lines_of(example.sheet.scene, "municipality-border");
        const auto regional = lines_of(example.sheet.scene, "region-border");
        drawn.insert(drawn.end(), regional.begin(), regional.end());
        CHECK(farthest(real, EdgeGrid(drawn)) < 0.2);
        const EdgeGrid near(real);
        CHECK(farthest(drawn, near) < 0.2);
        CHECK(farthest(lines_of(example.sheet.scene, "area-outline"), near) < 0.2);
    });
}

TEST_CASE("real borders are drawn once each, those of regions among them") {
    if (!real_data_there())
        return;
    for_each_example([](const Example& example) {
        const map::BaseMap base(*example.content.chains, example.view(),
                                test::print_theme().tolerance_mm);
        const double all = length_of(base.borders([](auto&&...) { return true; }));
        const double drawn = length_of(lines_of(example.sheet.scene, "municipality-border")) +
                             length_of(lines_of(example.sheet.scene, "region-border"));
        CHECK(drawn == Approx(all));
    });
}

TEST_CASE("of Wingene the former Ruiselede is drawn as a member of IVIO where it is known") {
    if (!real_data_there())
        return;
    constexpr double kRuiselede_km2 = 30.62; // as the boundaries of 2018 have it
    auto options = real_territory(2025);
    options.as_of = make_date(2025, 1, 1);
    options.partnerships.push_back(list_from(data_file("tables/igs_members_2023-08.csv")));
    const auto without = project::open_project(options);
    options.municipalities.push_back(real_territory(2024).municipalities.front());
    const auto with = project::open_project(options);
    const Example whole(without, named(without, "IVIO"));
    const Example partial(with, named(with, "IVIO"));
    const auto square_kilometres = [](const Example& example, const std::string& path) {
        const double km_per_mm = example.sheet.audit.scale / 1e6;
        return geos_area(rings_of(example.sheet.scene, path)) * km_per_mm * km_per_mm;
    };
    REQUIRE(partial.sheet.audit.partial.size() == 1);
    CHECK(whole.sheet.audit.partial == partial.sheet.audit.partial);
    const std::string wingene = "nis-" + partial.sheet.audit.partial.front();
    CHECK(square_kilometres(partial, wingene) == Approx(kRuiselede_km2).epsilon(0.015));
    CHECK(square_kilometres(whole, wingene) > 3 * kRuiselede_km2);
    for (const Example* example : {&whole, &partial}) {
        CHECK(example->sheet.audit.legend == example->sheet.audit.drawn);
        CHECK(example->sheet.audit.dropped_members.empty());
        CHECK(overlapping_labels(example->sheet.audit) == 0);
    }
}

} // namespace regio::test
