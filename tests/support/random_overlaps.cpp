#include "tests/support/random_overlaps.hpp"

#include "kernel/predicates.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/exact_overlap.hpp"
#include "topology/misplaced_rings.hpp"
#include "topology/self_contacts.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace regio::test {

using kernel::Contact;
using kernel::kFarthest;
using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using kernel::Ring;

namespace {

/// Edges are no points; neighbours share their common vertex and no more, others nothing.
bool is_simple(const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (kernel::edge(ring, i).a == kernel::edge(ring, i).b)
            return false;
        for (std::size_t j = 0; j < i; ++j) {
            const bool are_neighbours = i - j == 1 || i - j == ring.size() - 1;
            if (contact(kernel::edge(ring, i), kernel::edge(ring, j)) !=
                (are_neighbours ? Contact::Touch : Contact::None))
                return false;
        }
    }
    return true;
}

class Drawing {
public:
    Drawing(std::uint32_t seed, const OverlapWorld& world) : dice_(seed), world_(world) {}

    Shapes layer(const std::string& letter) {
        Shapes shapes;
        for (int i = 0; i < world_.features; ++i) {
            shapes.push_back({.code = letter + std::to_string(i), .polygons = feature()});
            drawn_.push_back(shapes.back().polygons);
        }
        return shapes;
    }

private:
    /// One of six repeats an earlier feature, one of them with more vertices.
    MultiPolygon feature() {
        const int kind = dice_.roll(0, 5);
        if (kind > 1 || drawn_.empty())
            return new_feature();
        const auto& earlier =
            drawn_[static_cast<std::size_t>(dice_.roll(0, static_cast<int>(drawn_.size()) - 1))];
        return kind == 0 ? earlier : with_straight_vertices(earlier);
    }

    MultiPolygon new_feature() {
        MultiPolygon feature = {{.shell = simple_ring(), .holes = {}}};
        MultiPolygon more = feature;
        const int kind = dice_.roll(0, 5);
        if (kind == 0)
            more.push_back({.shell = simple_ring(), .holes = {}});
        if (kind == 1)
            more.front().holes.push_back(simple_ring());
        return normalised(kind <= 1 && is_sound(more) ? more : feature);
    }

    Ring simple_ring() {
        constexpr int kTries = 10;
        const int points = dice_.roll(3, world_.most_points);
        for (int i = 0; i < kTries; ++i)
            if (Ring ring = any_ring(points); is_simple(ring))
                return ring;
        Ring triangle = any_ring(3);
        while (!is_simple(triangle))
            triangle = any_ring(3);
        return triangle;
    }

    Ring any_ring(int points) {
        Ring ring;
        for (int i = 0; i < points; ++i)
            ring.push_back({coordinate(world_.corner.x), coordinate(world_.corner.y)});
        return ring;
    }

    std::int32_t coordinate(std::int32_t corner) {
        const std::int64_t knot = corner + std::int64_t{dice_.roll(0, world_.size)} * world_.step;
        const bool is_moved = dice_.roll(0, 1) == 1;
        const int by = is_moved ? dice_.roll(-world_.jitter, world_.jitter) : 0;
        return static_cast<std::int32_t>(
            std::clamp<std::int64_t>(knot + by, -kFarthest, kFarthest));
    }

    Dice dice_;
    OverlapWorld world_;
    std::vector<MultiPolygon> drawn_;
};

Ring with_straight_vertices(const Ring& ring) {
    Ring more;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto [a, b] = kernel::edge(ring, i);
        more.push_back(a);
        const std::int64_t dx = std::int64_t{b.x} - a.x;
        const std::int64_t dy = std::int64_t{b.y} - a.y;
        if (const std::int64_t pieces = std::gcd(dx, dy); pieces > 1)
            more.push_back({static_cast<std::int32_t>(a.x + dx / pieces * (pieces / 2)),
                            static_cast<std::int32_t>(a.y + dy / pieces * (pieces / 2))});
    }
    return more;
}

} // namespace

MultiPolygon with_straight_vertices(MultiPolygon polygons) {
    for (Polygon& polygon : polygons) {
        polygon.shell = with_straight_vertices(polygon.shell);
        for (Ring& hole : polygon.holes)
            hole = with_straight_vertices(hole);
    }
    return polygons;
}

bool is_sound(const MultiPolygon& polygons) {
    const layer::Layer layer = layer_of(Shapes{{.code = {}, .polygons = polygons}});
    const auto contacts = topology::find_self_contacts(layer);
    const bool do_rings_meet =
        std::any_of(contacts.begin(), contacts.end(), [](const topology::SelfContact& contact) {
            return contact.kind != topology::SelfContactKind::Touch;
        });
    if (contacts.empty() && layer.ring_count() == 1)
        return true;
    return !do_rings_meet && topology::find_misplaced_rings(layer).empty() &&
           2 * covered_area(polygons) == rational(moments(layer, layer::FeatureId{0}).twice_area);
}

OverlapWorld overlap_world(std::uint32_t seed) {
    constexpr int kWide = kFarthest / 4;
    constexpr Point kLeast = {-kFarthest, -kFarthest};
    constexpr std::array<OverlapWorld, 4> kWorlds = {{
        {.size = 4},
        {.size = 12},
        {.size = 8, .step = kWide, .jitter = 3, .corner = kLeast},
        {.size = 8, .step = kWide, .jitter = kWide, .corner = kLeast},
    }};
    return kWorlds[seed % kWorlds.size()];
}

std::pair<Shapes, Shapes> random_overlaps(std::uint32_t seed, const OverlapWorld& world) {
    Drawing drawing(seed, world);
    Shapes a = drawing.layer("a");
    Shapes b = drawing.layer("b");
    return {std::move(a), std::move(b)};
}

std::pair<Shapes, Shapes> random_overlaps(std::uint32_t seed) {
    return random_overlaps(seed, overlap_world(seed));
}

} // namespace regio::test
