// The law of closure: labels that are carried are labels that are located.

#include "kernel/ring.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/random_overlaps.hpp"
#include "topology/crossings.hpp"
#include "topology/hubs.hpp"
#include "topology/presence.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Location;
using kernel::Point;
using kernel::RingView;
using test::Shapes;

using Label = std::set<layer::FeatureId>;

constexpr std::int32_t kSize = 12;

/// Units for one, so that there is room for a vector that is infinitesimal on a lattice of kSize
/// points, and the vector by which the second layer counts as moved. A point that is not on a line
/// is further from it than the vector is long, and no line runs between its two directions.
constexpr std::int32_t kScale = 1 << 20;
constexpr Point kVector = {100, 1};

bool is_in(Point point, RingView ring) {
    kernel::Ring scaled;
    for (const Point vertex : ring)
        scaled.push_back({vertex.x * kScale + kVector.x, vertex.y * kScale + kVector.y});
    const Location location = locate({point.x * kScale, point.y * kScale}, scaled);
    REQUIRE(location != Location::Boundary);
    return location == Location::Inside;
}

bool is_in(Point point, const kernel::Polygon& part) {
    return is_in(point, part.shell) &&
           std::none_of(part.holes.begin(), part.holes.end(),
                        [&](RingView hole) { return is_in(point, hole); });
}

/// The features of the second layer, which is moved, in which a point of the first lies.
Label located(Point point, const Shapes& moved) {
    Label label;
    for (std::size_t i = 0; i < moved.size(); ++i)
        for (const auto& part : moved[i].polygons)
            if (is_in(point, part))
                label.insert(layer::FeatureId(i));
    return label;
}

Label label_of(const PresenceSet& set) {
    Label label;
    for (const Presence& presence : set.all()) {
        CHECK(presence.times == 1);
        label.insert(presence.feature);
    }
    return label;
}

/// Goes along a walk and notes what it crosses of another one.
class Carrier {
public:
    Carrier(const Walk& walk, const Walk& other, const EdgeGrid& grid_of_other)
        : other_(other), hubs_(walk, other, grid_of_other),
          crossings_(find_crossings(walk, other, grid_of_other, hubs_)),
          present_(other.chains().feature_count()) {}

    /// Along whole edges: from one end of a chain to another.
    void go_along(std::uint32_t first_edge, std::uint32_t end_edge) {
        for (const Crossing& crossing : crossings_)
            if (crossing.edge() >= first_edge && crossing.edge() < end_edge)
                present_.cross(other_.sides(crossing.other()), crossing.goes_right());
        for (const HubStep& step : hubs_.steps())
            if (step.edge >= first_edge && step.edge < end_edge)
                present_.add(step.feature, step.times);
    }

    [[nodiscard]] Label label() const { return label_of(present_); }

private:
    const Walk& other_;
    Hubs hubs_;
    std::vector<Crossing> crossings_;
    PresenceSet present_;
};

void check_closure(const Shapes& still, const Shapes& moved) {
    const Chains chains(test::layer_of(still));
    const Chains other_chains(test::layer_of(moved));
    const kernel::Box box{{0, 0}, {kSize, kSize}};
    const Walk walk(chains, box, Walk::Corner::Lowest);
    const Walk other(other_chains, box, Walk::Corner::Highest);
    Carrier carrier(walk, other, EdgeGrid(other.edges(), box, 1.0));
    carrier.go_along(walk.first_edge(), walk.first_edge() + 1);
    for (const Chain& chain : walk.chains().all()) {
        const auto points = walk.chains().points(chain);
        const std::uint32_t bridge = chain.first + chain.count - 1;
        CHECK(carrier.label() == located(points.front(), moved));
        carrier.go_along(chain.first, bridge);
        CHECK(carrier.label() == located(points.back(), moved));
        carrier.go_along(bridge, bridge + 1);
    }
    CHECK(carrier.label().empty());
}

} // namespace

TEST_CASE("closure: the label that is carried along a chain is the label located at its end") {
    for (const auto seed : test::seeds(200)) {
        const auto [a, b] =
            test::random_overlaps(seed, {.features = 4, .size = seed % 2 == 0 ? 4 : kSize});
        INFO("seed " << seed << '\n' << to_text(a) << to_text(b));
        check_closure(a, b);
        check_closure(b, a);
    }
}

} // namespace regio::topology
