// Places for names: the laws of labels.hpp, on random worlds and on odd ones.

#include "map/label_area.hpp"
#include "map/label_placer.hpp"
#include "tests/support/label_world.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace regio::map {

using scene::PaperBox;
using scene::PaperLine;
using test::LabelWorld;
using test::rectangle;

namespace {

using Need = LabelRequest::Need;

constexpr std::uint32_t kWorlds = 60;
const std::vector<double> kSizes = {8.5, 7.5, 6.5};

Labelling place(const LabelWorld& world) {
    return place_labels(world.requests, world.ground, test::even_letters());
}

LabelRequest request(std::string text, std::vector<PaperLine> area, Need need = Need::Must) {
    return {.text = std::move(text), .area = std::move(area), .need = need, .sizes_pt = kSizes};
}

/// Requests in a frame of 100 by 100 mm, their rings being the borders.
LabelWorld world_of(std::vector<LabelRequest> requests) {
    LabelWorld world{std::move(requests),
                     {.frame = {0, 0, 100, 100}, .obstacles = {}, .lines = {}}};
    for (const LabelRequest& request : world.requests)
        for (PaperLine line : request.area) {
            line.push_back(line.front());
            world.ground.lines.push_back(std::move(line));
        }
    return world;
}

struct PlacedWorld {
    std::uint32_t seed = 0;
    LabelWorld world;
    Labelling labelling;
};

/// Random worlds with what is placed in them, made once for all laws.
const std::vector<PlacedWorld>& placed_worlds() {
    static const auto all = [] {
        std::vector<PlacedWorld> worlds;
        for (const auto seed : test::seeds(kWorlds)) {
            LabelWorld world = test::random_label_world(seed);
            Labelling labelling = place(world);
            worlds.push_back({seed, std::move(world), std::move(labelling)});
        }
        return worlds;
    }();
    return all;
}

/// Calls with random worlds and what is placed in them.
template <typename Visit>
void for_each_world(const Visit& visit) {
    for (const PlacedWorld& placed : placed_worlds()) {
        INFO("seed " << placed.seed);
        visit(placed.world, placed.labelling);
    }
}

Segment leader_of(const PlacedLabel& label) {
    return {label.leader.front(), label.leader.back()};
}

template <typename Check>
void for_each_pair(const std::vector<PlacedLabel>& labels, const Check& check) {
    for (const PlacedLabel& one : labels)
        for (const PlacedLabel& other : labels)
            if (one.request != other.request)
                check(one, other);
}

} // namespace

TEST_CASE("every request is placed or dropped, in order") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        std::vector<std::size_t> placed;
        for (const PlacedLabel& label : labelling.placed)
            placed.push_back(label.request);
        CHECK(std::is_sorted(placed.begin(), placed.end()));
        CHECK(std::is_sorted(labelling.dropped.begin(), labelling.dropped.end()));
        std::set<std::size_t> all(placed.begin(), placed.end());
        all.insert(labelling.dropped.begin(), labelling.dropped.end());
        CHECK(all.size() == world.requests.size());
        CHECK(placed.size() + labelling.dropped.size() == world.requests.size());
    });
}

TEST_CASE("no two labels overlap") {
    for_each_world([](const LabelWorld&, const Labelling& labelling) {
        for_each_pair(labelling.placed, [](const PlacedLabel& one, const PlacedLabel& other) {
            CHECK_FALSE(overlap(one.box, other.box));
        });
    });
}

TEST_CASE("no label and no leader runs over an obstacle") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        for (const PlacedLabel& label : labelling.placed)
            for (const PaperBox& obstacle : world.ground.obstacles) {
                CHECK_FALSE(overlap(label.box, obstacle));
                CHECK((label.leader.empty() || !meet(leader_of(label), obstacle)));
            }
    });
}

TEST_CASE("no leader runs over another label or crosses another leader") {
    std::size_t leaders = 0;
    for_each_world([&](const LabelWorld&, const Labelling& labelling) {
        for_each_pair(labelling.placed, [&](const PlacedLabel& one, const PlacedLabel& other) {
            if (one.leader.empty())
                return;
            ++leaders;
            CHECK_FALSE(meet(leader_of(one), other.box));
            CHECK((other.leader.empty() || !meet(leader_of(one), leader_of(other))));
        });
    });
    CHECK(leaders > 0);
}

TEST_CASE("every label lies in the frame") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        for (const PlacedLabel& label : labelling.placed)
            CHECK(contains(world.ground.frame, label.box));
    });
}

TEST_CASE("a label without a leader has its middle inside its area") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        for (const PlacedLabel& label : labelling.placed)
            if (label.leader.empty())
                CHECK(is_inside(world.requests[label.request].area, label.box.centre()));
    });
}

TEST_CASE("a label that may be left out lies inside its area with its whole box") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        for (const PlacedLabel& label : labelling.placed)
            if (world.requests[label.request].need == Need::May) {
                CHECK(label.leader.empty());
                CHECK_FALSE(LabelArea(world.requests[label.request].area).has_edge_in(label.box));
            }
    });
}

TEST_CASE("a leader goes from beside its label to the anchor, inside the area") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        for (const PlacedLabel& label : labelling.placed) {
            CHECK(is_inside(world.requests[label.request].area, label.anchor));
            if (label.leader.empty())
                continue;
            CHECK(label.leader.back() == label.anchor);
            CHECK(distance(label.leader.front(), nearest_point(label.box, label.leader.front())) <
                  1);
        }
    });
}

TEST_CASE("a label says whether a border runs through it") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        for (const PlacedLabel& label : labelling.placed) {
            const bool is_crossed = std::any_of(
                world.ground.lines.begin(), world.ground.lines.end(), [&](const PaperLine& line) {
                    const auto segments = segments_of(std::span(&line, 1));
                    return std::any_of(segments.begin(), segments.end(), [&](const Segment& piece) {
                        return meet(piece, label.box);
                    });
                });
            CHECK(label.crosses_line == is_crossed);
        }
    });
}

TEST_CASE("the same requests give the same places") {
    for_each_world([](const LabelWorld& world, const Labelling& labelling) {
        const Labelling again = place(world);
        REQUIRE(again.placed.size() == labelling.placed.size());
        CHECK(again.dropped == labelling.dropped);
        for (std::size_t i = 0; i < again.placed.size(); ++i) {
            CHECK(again.placed[i].lines == labelling.placed[i].lines);
            CHECK(again.placed[i].box == labelling.placed[i].box);
            CHECK(again.placed[i].leader == labelling.placed[i].leader);
        }
    });
}

TEST_CASE("a name in a wide area stands in its middle, in one line of the size wished for") {
    const auto labels = place(world_of({request("De Haan", {rectangle({10, 10, 70, 50})})})).placed;
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].lines.size() == 1);
    CHECK(labels[0].size_pt == 8.5);
    CHECK(labels[0].box.centre().y == Approx(30).margin(0.6));
    CHECK_FALSE(labels[0].crosses_line);
}

TEST_CASE("a name is broken, then made smaller, before it crosses a border") {
    const auto label_in = [](double width_mm) {
        return place(world_of(
                         {request("Heist-op-den-Berg", {rectangle({30, 30, 30 + width_mm, 60})})}))
            .placed.at(0);
    };
    CHECK(label_in(40).lines.size() == 1);
    CHECK(label_in(18).lines.size() == 2);
    CHECK(label_in(10.5).lines.size() == 3);
    CHECK(label_in(10.5).size_pt < 8.5);
    CHECK_FALSE(label_in(10.5).crosses_line);
    CHECK(label_in(7.5).crosses_line);
    CHECK(label_in(7.5).leader.empty());
    CHECK_FALSE(label_in(3).leader.empty());
}

TEST_CASE("an area of which nothing is seen is left out") {
    CHECK(place(world_of({request("As", {})})).dropped == std::vector<std::size_t>{0});
}

TEST_CASE("a request without text or without sizes is left out") {
    LabelRequest sizeless = request("As", {rectangle({10, 10, 70, 50})});
    sizeless.sizes_pt.clear();
    const auto labelling = place(world_of({request("", {rectangle({10, 10, 70, 50})}), sizeless}));
    CHECK(labelling.dropped == std::vector<std::size_t>{0, 1});
}

TEST_CASE("an area smaller than a letter has a leader when it must, and nothing when it may") {
    const std::vector<PaperLine> dot{rectangle({50, 50, 50.5, 50.5})};
    const auto must = place(world_of({request("Mesen", dot)}));
    REQUIRE(must.placed.size() == 1);
    CHECK_FALSE(must.placed[0].leader.empty());
    CHECK(place(world_of({request("Mesen", dot, Need::May)})).placed.empty());
}

TEST_CASE("of two parts the larger is named") {
    const auto labels =
        place(
            world_of({request("Voeren", {rectangle({5, 5, 25, 25}), rectangle({40, 40, 90, 90})})}))
            .placed;
    REQUIRE(labels.size() == 1);
    CHECK(contains({40, 40, 90, 90}, labels[0].box));
}

TEST_CASE("a name does not stand in the hole of its area") {
    const auto labels = place(world_of({request("Tongeren", {rectangle({10, 10, 90, 90}),
                                                             rectangle({30, 30, 70, 70})})}))
                            .placed;
    REQUIRE(labels.size() == 1);
    CHECK_FALSE(overlap(labels[0].box, {30, 30, 70, 70}));
}

TEST_CASE("an area that is cut by the frame is named where it is seen") {
    const auto labels = place(world_of({request("Ham", {rectangle({80, 0, 100, 20})})})).placed;
    REQUIRE(labels.size() == 1);
    CHECK(contains({80, 0, 100, 20}, labels[0].box));
}

TEST_CASE("an obstacle pushes a name aside, or out on a leader to where the area is seen") {
    LabelWorld world = world_of({request("Ham", {rectangle({20, 20, 40, 40})})});
    world.ground.obstacles = {{24, 24, 36, 36}};
    REQUIRE(place(world).placed.size() == 1);
    CHECK(place(world).placed[0].leader.empty());
    world.ground.obstacles = {{18, 18, 38.5, 42}};
    const auto outside = place(world).placed;
    REQUIRE(outside.size() == 1);
    CHECK_FALSE(outside[0].leader.empty());
    CHECK(outside[0].anchor.x > 38.5);
}

TEST_CASE("an area that is wholly covered is not named") {
    LabelWorld world = world_of({request("Ham", {rectangle({20, 20, 40, 40})})});
    world.ground.obstacles = {{10, 10, 50, 50}};
    CHECK(place(world).dropped.size() == 1);
}

TEST_CASE("where there is no room left names are dropped") {
    LabelWorld world = world_of({request("Hamont", {rectangle({2, 2, 3, 3})})});
    world.ground.obstacles = {{0, 5, 100, 100}, {5, 0, 100, 5}};
    CHECK(place(world).dropped.size() == 1);
}

TEST_CASE("a name of sixty letters is broken or dropped, not cut") {
    const std::string name = "Een-gemeente-met-een-naam van-zestig-letters-op-een-kleine-kaart";
    const auto labels = place(world_of({request(name, {rectangle({5, 5, 95, 95})})})).placed;
    REQUIRE(labels.size() == 1);
    const std::string word(60, 'x');
    CHECK(place(world_of({request(word, {rectangle({5, 5, 95, 95})})})).placed.size() == 1);
    CHECK(place(world_of({request(word + word, {rectangle({5, 5, 95, 95})})})).dropped.size() == 1);
}

TEST_CASE("an area that is there twice has room for both its names") {
    const std::vector<PaperLine> area{rectangle({20, 20, 60, 60})};
    const auto labels = place(world_of({request("Ham", area), request("As", area)})).placed;
    REQUIRE(labels.size() == 2);
    CHECK(labels[0].leader.empty());
    CHECK(labels[1].leader.empty());
}

TEST_CASE("a name that must be placed goes before one that may be left out") {
    const std::vector<PaperLine> area{rectangle({20, 20, 32, 25})};
    const auto labels =
        place(world_of({request("Ham", area, Need::May), request("Genk", area)})).placed;
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].request == 1);
}

TEST_CASE("a name gives way to one that has less room") {
    // The second fits in its own area only where the first would rather stand.
    const auto labels = place(world_of({request("Tielt", {rectangle({20, 20, 80, 60})}),
                                        request("Tielt", {rectangle({44, 36, 56, 44})})}))
                            .placed;
    REQUIRE(labels.size() == 2);
    CHECK(labels[1].leader.empty());
    CHECK(labels[0].leader.empty());
}

} // namespace regio::map
