#include "topology/edge_partners.hpp"

#include "base/contract.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace regio::topology {

namespace {

using kernel::Point;

/// A tile per about so many edges.
constexpr std::size_t kEdgesPerTile = 1024;

/// Tiles that one thread takes together.
constexpr std::size_t kTilesAtOnce = 16;

/// Squares that divide the box of all points, by the lesser end of an edge.
class Tiles {
public:
    Tiles(const kernel::Box& box, std::size_t edges) : origin_(box.min) {
        const auto side = std::bit_width(edges / kEdgesPerTile) / 2;
        per_side_ = std::size_t{1} << std::min<std::size_t>(side, 12);
        const auto extent = static_cast<std::uint64_t>(
            std::max(std::int64_t{box.max.x} - box.min.x, std::int64_t{box.max.y} - box.min.y));
        const std::size_t bits = std::bit_width(extent);
        const std::size_t side_bits = std::bit_width(per_side_ - 1);
        shift_ = bits > side_bits ? bits - side_bits : 0;
    }

    [[nodiscard]] std::size_t count() const { return per_side_ * per_side_; }

    [[nodiscard]] std::size_t of(Point a, Point b) const {
        const Point least = std::min(a, b);
        const auto column = static_cast<std::size_t>(std::int64_t{least.x} - origin_.x) >> shift_;
        const auto row = static_cast<std::size_t>(std::int64_t{least.y} - origin_.y) >> shift_;
        return row * per_side_ + column;
    }

private:
    Point origin_;
    std::size_t per_side_ = 1;
    std::size_t shift_ = 0;
};

/// Calls with the place of every edge, in order.
template <typename Visit>
void for_each_edge(const layer::Layer& layer, const Visit& visit) {
    for (std::size_t ring = 0; ring < layer.ring_count(); ++ring) {
        const std::size_t end = layer.first_point(layer::RingId(ring + 1)) - 1;
        for (std::size_t i = layer.first_point(layer::RingId(ring)); i < end; ++i)
            visit(static_cast<std::uint32_t>(i));
    }
}

/// The edges of each tile, in order: tile t has edges[first[t]] up to edges[first[t + 1]].
struct TiledEdges {
    std::vector<std::uint32_t> edges;
    std::vector<std::size_t> first;
};

TiledEdges sort_into_tiles(const layer::Layer& layer) {
    const auto points = layer.points();
    const Tiles tiles(box_of(points), layer.edge_count());
    TiledEdges tiled{.edges = std::vector<std::uint32_t>(layer.edge_count()),
                     .first = std::vector<std::size_t>(tiles.count() + 1)};
    const auto tile_of = [&](std::uint32_t i) { return tiles.of(points[i], points[i + 1]); };
    for_each_edge(layer, [&](std::uint32_t i) { ++tiled.first[tile_of(i) + 1]; });
    for (std::size_t t = 0; t < tiles.count(); ++t)
        tiled.first[t + 1] += tiled.first[t];
    auto next = tiled.first;
    for_each_edge(layer, [&](std::uint32_t i) { tiled.edges[next[tile_of(i)]++] = i; });
    return tiled;
}

std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 32;
    value *= 0x9e3779b97f4a7c15;
    return value ^ (value >> 29);
}

/// Matches the edges of one tile after another with a table that is kept between them. A slot has
/// the latest edge of its two points that waits for a partner; those that wait before it hang on it
/// through the list of partners itself.
class Matcher {
public:
    Matcher(std::span<const Point> points, std::span<std::uint32_t> partners)
        : points_(points), partners_(partners) {}

    void match(std::span<const std::uint32_t> edges) {
        slots_.assign(std::bit_ceil(2 * edges.size() + 1), Slot{});
        for (const std::uint32_t e : edges)
            place(e);
        for (const Slot& slot : slots_)
            for (std::uint32_t e = slot.waiting; e != kNoPartner;)
                e = std::exchange(partners_[e], kNoPartner);
    }

private:
    struct Slot {
        std::uint32_t example = kNoPartner; ///< Any edge of these two points; none: a free slot.
        std::uint32_t waiting = kNoPartner;
    };

    [[nodiscard]] bool goes_up(std::uint32_t e) const { return points_[e] < points_[e + 1]; }

    [[nodiscard]] bool have_same_ends(std::uint32_t e, std::uint32_t f) const {
        return (points_[e] == points_[f] && points_[e + 1] == points_[f + 1]) ||
               (points_[e] == points_[f + 1] && points_[e + 1] == points_[f]);
    }

    Slot& slot_of(std::uint32_t e) {
        const auto bits = [](Point p) { return std::bit_cast<std::uint64_t>(p); };
        const std::size_t mask = slots_.size() - 1;
        const Point least = std::min(points_[e], points_[e + 1]);
        const Point greatest = std::max(points_[e], points_[e + 1]);
        std::size_t place = mix(bits(least) + 0x632be59bd9b4e019 * bits(greatest)) & mask;
        while (slots_[place].example != kNoPartner && !have_same_ends(slots_[place].example, e))
            place = (place + 1) & mask;
        return slots_[place];
    }

    void place(std::uint32_t e) {
        Slot& slot = slot_of(e);
        slot.example = e;
        const std::uint32_t other = slot.waiting;
        if (other == kNoPartner || goes_up(other) == goes_up(e)) {
            partners_[e] = other;
            slot.waiting = e;
            return;
        }
        slot.waiting = partners_[other];
        partners_[other] = e;
        partners_[e] = other;
    }

    std::span<const Point> points_;
    std::span<std::uint32_t> partners_; ///< Of all tiles; an edge is in one tile.
    std::vector<Slot> slots_;
};

} // namespace

std::vector<std::uint32_t> match_edges(const layer::Layer& layer) {
    REGIO_EXPECTS(layer.points().size() < kNoPartner);
    const TiledEdges tiled = sort_into_tiles(layer);
    std::vector<std::uint32_t> partners(layer.points().size(), kNoPartner);
    const std::size_t tiles = tiled.first.size() - 1;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, tiles, kTilesAtOnce), [&](auto range) {
        Matcher matcher(layer.points(), partners);
        for (std::size_t t = range.begin(); t != range.end(); ++t)
            matcher.match(std::span(tiled.edges)
                              .subspan(tiled.first[t], tiled.first[t + 1] - tiled.first[t]));
    });
    return partners;
}

} // namespace regio::topology
