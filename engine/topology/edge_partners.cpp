#include "topology/edge_partners.hpp"

#include "base/contract.hpp"
#include "topology/tiled_edges.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <span>
#include <utility>

namespace regio::topology {

namespace {

using kernel::Point;

/// Tiles that one thread takes together.
constexpr std::size_t kTilesAtOnce = 16;

/// How often tiles are divided into tiles.
constexpr int kLevels = 2;

/// Edges of a tile that is matched as it is; one with more is split.
constexpr std::size_t kMostInTile = 4000;

/// Edges of a piece of a tile that is split, about.
constexpr std::size_t kEdgesPerPiece = 512;

/// Cells for an edge of a tile.
constexpr std::size_t kCellsPerEdge = 4;

/// The same for both directions of an edge; all 64 bits depend on all of both ends.
std::uint64_t hash(Point a, Point b) {
    const auto mix = [](Point point) {
        std::uint64_t bits = std::bit_cast<std::uint64_t>(point) * 0x9e3779b97f4a7c15;
        bits ^= bits >> 32;
        return bits * 0xd6e8feb86659fd93;
    };
    const std::uint64_t sum = mix(a) + mix(b);
    return sum ^ (sum >> 32);
}

/// Whether two edges have the same ends, exchanged.
bool are_opposite(std::span<const Point> points, std::uint32_t e, std::uint32_t f) {
    return points[e] == points[f + 1] && points[e + 1] == points[f];
}

/// Matches any edges with a table that is kept between calls. A slot has the latest edge of its two
/// points that waits for a partner; those that wait before it hang on it through the list of
/// partners itself.
class TableMatcher {
public:
    TableMatcher(std::span<const Point> points, std::span<std::uint32_t> partners)
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
               are_opposite(points_, e, f);
    }

    Slot& slot_of(std::uint32_t e) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = hash(points_[e], points_[e + 1]) & mask;
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

/// Matches the edges of a small tile. Each is counted in the cell that its ends choose, which keeps
/// the exclusive or of their places. Edges with the same ends share a cell: so when there are two
/// in one, the other is all that either can have for a partner, and is known without a search.
/// Where there are more, which is rare but where features overlap, the table decides.
class CellMatcher {
public:
    CellMatcher(std::span<const Point> points, std::span<std::uint32_t> partners)
        : points_(points), partners_(partners), table_(points, partners) {}

    void clear() { count_ = 0; }

    /// Precondition: fewer than kMostInTile edges are there.
    void add(std::uint32_t edge) { edges_[count_++] = edge; }

    /// Those that were added since they were cleared.
    void match() {
        count_cells();
        crowded_.clear();
        for (std::size_t i = 0; i < count_; ++i) {
            const Cell cell = cells_[cell_of_[i]];
            if (cell.count > 2)
                crowded_.push_back(edges_[i]);
            else if (cell.count == 2)
                compare(edges_[i], edges_[cell.places ^ i]);
        }
        if (!crowded_.empty())
            table_.match(crowded_);
    }

private:
    struct Cell {
        std::uint16_t count = 0;
        std::uint16_t places = 0; ///< Of its edges in edges_, by exclusive or.
    };

    void count_cells() {
        const std::size_t size = std::bit_ceil(kCellsPerEdge * count_ + 1);
        std::fill_n(cells_.begin(), size, Cell{});
        for (std::size_t i = 0; i < count_; ++i) {
            const std::uint32_t e = edges_[i];
            const auto place =
                static_cast<std::uint16_t>(hash(points_[e], points_[e + 1]) & (size - 1));
            cell_of_[i] = place;
            Cell& cell = cells_[place];
            ++cell.count;
            cell.places = static_cast<std::uint16_t>(cell.places ^ i);
        }
    }

    void compare(std::uint32_t e, std::uint32_t other) {
        if (are_opposite(points_, e, other))
            partners_[e] = other;
    }

    std::span<const Point> points_;
    std::span<std::uint32_t> partners_;
    TableMatcher table_;
    std::size_t count_ = 0;
    std::array<std::uint32_t, kMostInTile> edges_;
    std::array<std::uint16_t, kMostInTile> cell_of_; ///< By place in edges_.
    std::array<Cell, 2 * kCellsPerEdge * kMostInTile> cells_;
    std::vector<std::uint32_t> crowded_;
};

/// Edges in pieces: piece p has edges[first[p]] up to edges[first[p + 1]].
struct Pieces {
    std::vector<std::uint32_t> edges;
    std::vector<std::size_t> first;

    [[nodiscard]] std::size_t count() const { return first.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t p) const {
        return std::span(edges).subspan(first[p], first[p + 1] - first[p]);
    }
};

template <typename Visit>
void for_each_edge(std::span<const EdgeRun> runs, const Visit& visit) {
    for (const EdgeRun& run : runs)
        for (std::uint32_t e = run.first; e < run.first + run.count; ++e)
            visit(e);
}

/// Splits so many edges into pieces by their hash, in order in each.
Pieces split(std::span<const Point> points, std::span<const EdgeRun> runs, std::size_t size) {
    const std::size_t count = std::bit_ceil(size / kEdgesPerPiece);
    const auto piece_of = [&](std::uint32_t e) {
        return (hash(points[e], points[e + 1]) >> 32) & (count - 1);
    };
    Pieces pieces{.edges = std::vector<std::uint32_t>(size),
                  .first = std::vector<std::size_t>(count + 1)};
    for_each_edge(runs, [&](std::uint32_t e) { ++pieces.first[piece_of(e) + 1]; });
    for (std::size_t p = 0; p < count; ++p)
        pieces.first[p + 1] += pieces.first[p];
    auto next = pieces.first;
    for_each_edge(runs, [&](std::uint32_t e) { pieces.edges[next[piece_of(e)]++] = e; });
    return pieces;
}

/// Matches the edges of tiles. One that is crowded is divided into tiles of its own, and those that
/// are crowded still into pieces by hash, which crowds no piece but with edges of the same ends.
class Matcher {
public:
    Matcher(std::span<const Point> points, std::span<std::uint32_t> partners)
        : points_(points), partners_(partners) {}

    void match(const TiledEdges& tiled, int levels) const {
        for_each(tiled.tile_count(), [&](CellMatcher& matcher, std::size_t t) {
            const auto runs = tiled.tile(t);
            const std::size_t size = edge_count(runs);
            if (size <= kMostInTile)
                match(matcher, [&](const auto& visit) { for_each_edge(runs, visit); });
            else if (levels > 1)
                match(TiledEdges(points_, runs), levels - 1);
            else
                match(split(points_, runs, size));
        });
    }

private:
    void match(const Pieces& pieces) const {
        for_each(pieces.count(), [&](CellMatcher& matcher, std::size_t p) {
            const auto edges = pieces[p];
            if (edges.size() <= kMostInTile)
                match(matcher, [&](const auto& visit) { std::ranges::for_each(edges, visit); });
            else
                TableMatcher(points_, partners_).match(edges);
        });
    }

    template <typename ForEach>
    static void match(CellMatcher& matcher, const ForEach& for_each_edge) {
        matcher.clear();
        for_each_edge([&](std::uint32_t e) { matcher.add(e); });
        matcher.match();
    }

    template <typename Match>
    void for_each(std::size_t count, const Match& match) const {
        const tbb::blocked_range<std::size_t> all(0, count, kTilesAtOnce);
        tbb::parallel_for(all, [&](const auto& range) {
            const auto matcher = std::make_unique<CellMatcher>(points_, partners_);
            for (std::size_t i = range.begin(); i != range.end(); ++i)
                match(*matcher, i);
        });
    }

    std::span<const Point> points_;
    std::span<std::uint32_t> partners_; ///< Of all tiles; an edge is in one tile.
};

} // namespace

std::vector<std::uint32_t> match_edges(const layer::Layer& layer) {
    REGIO_EXPECTS(layer.points().size() < kNoPartner);
    std::vector<std::uint32_t> partners(layer.points().size(), kNoPartner);
    const TiledEdges tiled(layer.points(), runs_of(layer));
    Matcher(layer.points(), partners).match(tiled, kLevels);
    return partners;
}

} // namespace regio::topology
