#include "topology/chains.hpp"

#include "base/contract.hpp"
#include "topology/edge_partners.hpp"
#include "topology/ring_lookup.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace regio::topology {

namespace {

using kernel::Point;
using layer::kNoPart;
using layer::RingId;

/// Cuts the rings of a layer into chains.
class Cutter {
public:
    explicit Cutter(const layer::Layer& layer)
        : layer_(layer), partners_(match_edges(layer)), rings_(layer) {}

    /// The first ring of a block, when rings are divided into so many of about as many points.
    [[nodiscard]] std::size_t first_ring(std::size_t block, std::size_t blocks) const {
        return rings_.first_from(layer_.points().size() * block / blocks);
    }

    /// Calls with the first edge of each chain that a ring makes, and how many edges it has.
    template <typename Visit>
    void for_each_chain(RingId ring, const Visit& visit) const {
        const RingEdges edges{.first = static_cast<std::uint32_t>(layer_.first_point(ring)),
                              .count = static_cast<std::uint32_t>(layer_.ring(ring).size())};
        const std::uint32_t begin = beginning(edges);
        for (std::uint32_t done = 0; done < edges.count;) {
            const std::uint32_t start = edges.at(begin + done);
            const std::uint32_t length = run(edges, begin + done, edges.count - done);
            if (is_kept(start))
                visit(start, length);
            done += length;
        }
    }

    /// A chain of a ring whose points are yet to be placed.
    [[nodiscard]] Chain chain(RingId ring, std::uint32_t start, std::uint32_t length) const {
        const std::uint32_t partner = partners_[start];
        return {.count = length + 1,
                .left = layer_.part_of(ring),
                .right = partner == kNoPartner ? kNoPart : layer_.part_of(rings_.of(partner))};
    }

    /// Copies the points of a chain of so many edges, the ring around.
    void copy(RingId ring, std::uint32_t start, std::uint32_t length, Point* to) const {
        const std::size_t first = layer_.first_point(ring);
        const std::size_t end = layer_.first_point(RingId(index(ring) + 1));
        const auto points = layer_.points();
        const std::size_t straight = std::min<std::size_t>(length + 1, end - start);
        to = std::copy_n(&points[start], straight, to);
        // A ring is stored closed: what is left goes on behind its first point.
        std::copy_n(&points[first + 1], length + 1 - straight, to);
    }

private:
    /// The edges of a ring.
    struct RingEdges {
        std::uint32_t first;
        std::uint32_t count;

        /// Edge i of the ring, counted around at most once.
        [[nodiscard]] std::uint32_t at(std::uint32_t i) const {
            return first + (i < count ? i : i - count);
        }
    };

    /// Whether the chain is made where its edge is met here, not at the partner.
    [[nodiscard]] bool is_kept(std::uint32_t e) const { return e < partners_[e]; }

    /// The first edge that does not go on from the one before it; in a ring without breaks the one
    /// at the least point.
    [[nodiscard]] std::uint32_t beginning(const RingEdges& edges) const {
        for (std::uint32_t i = 0; i < edges.count; ++i)
            if (!goes_on(edges.at(i + edges.count - 1), edges.at(i)))
                return i;
        const auto ring = layer_.points().subspan(edges.first, edges.count);
        return static_cast<std::uint32_t>(std::min_element(ring.begin(), ring.end()) -
                                          ring.begin());
    }

    /// How many edges from i on make one chain.
    [[nodiscard]] std::uint32_t run(const RingEdges& edges, std::uint32_t i,
                                    std::uint32_t most) const {
        std::uint32_t length = 1;
        while (length < most && goes_on(edges.at(i + length - 1), edges.at(i + length)))
            ++length;
        return length;
    }

    /// Whether the partners of two edges that follow each other do so too, the other way.
    [[nodiscard]] bool goes_on(std::uint32_t e, std::uint32_t next) const {
        const std::uint32_t p = partners_[e];
        const std::uint32_t q = partners_[next];
        if (p == kNoPartner || q == kNoPartner)
            return p == q;
        return is_kept(e) == is_kept(next) && (q + 1 == p || wraps(q, p));
    }

    /// Whether q ends the ring that p begins: the last stored point of a ring has no partner.
    [[nodiscard]] bool wraps(std::uint32_t q, std::uint32_t p) const {
        if (q < p)
            return false;
        const RingId ring = rings_.of(p);
        return layer_.first_point(ring) == p &&
               layer_.first_point(RingId(index(ring) + 1)) == std::size_t{q} + 2;
    }

    const layer::Layer& layer_;
    std::vector<std::uint32_t> partners_;
    RingLookup rings_;
};

/// Rings are cut in so many blocks, side by side.
constexpr std::size_t kBlocks = 64;

/// How many chains a block of rings gives, and how many points; or all blocks before it.
struct Room {
    std::uint32_t chains = 0;
    std::uint32_t points = 0;
};

template <typename Visit>
void for_each_chain(const Cutter& cutter, std::size_t block, const Visit& visit) {
    const std::size_t end = cutter.first_ring(block + 1, kBlocks);
    for (std::size_t ring = cutter.first_ring(block, kBlocks); ring < end; ++ring)
        cutter.for_each_chain(RingId(ring), [&](std::uint32_t start, std::uint32_t length) {
            visit(RingId(ring), start, length);
        });
}

/// What the blocks before each need; behind the last, what all need.
std::vector<Room> count_chains(const Cutter& cutter) {
    std::vector<Room> before(kBlocks + 1);
    tbb::parallel_for(std::size_t{0}, kBlocks, [&](std::size_t block) {
        Room room;
        for_each_chain(cutter, block, [&](RingId, std::uint32_t, std::uint32_t length) {
            ++room.chains;
            room.points += length + 1;
        });
        before[block + 1] = room;
    });
    for (std::size_t block = 0; block < kBlocks; ++block) {
        before[block + 1].chains += before[block].chains;
        before[block + 1].points += before[block].points;
    }
    return before;
}

} // namespace

Chains::Chains(const layer::Layer& layer)
    : lattice_(layer.lattice()), feature_count_(layer.features().size()) {
    const Cutter cutter(layer);
    // Counted first, so that the chains take the room they need and no more.
    const std::vector<Room> before = count_chains(cutter);
    chains_.resize(before.back().chains);
    points_.resize(before.back().points);
    tbb::parallel_for(std::size_t{0}, kBlocks, [&](std::size_t block) {
        Room next = before[block];
        const auto add = [&](RingId ring, std::uint32_t start, std::uint32_t length) {
            Chain& chain = chains_[next.chains++];
            chain = cutter.chain(ring, start, length);
            chain.first = next.points;
            cutter.copy(ring, start, length, &points_[next.points]);
            next.points += chain.count;
        };
        for_each_chain(cutter, block, add);
    });
    feature_of_.reserve(layer.parts().size());
    for (const auto& part : layer.parts())
        feature_of_.push_back(part.feature);
}

Chains Chains::redrawn(const Redraw& redraw) const {
    Chains other(lattice_, feature_count_);
    other.feature_of_ = feature_of_;
    other.chains_ = chains_;
    for (Chain& chain : other.chains_) {
        const auto own = points(chain);
        chain.first = static_cast<std::uint32_t>(other.points_.size());
        redraw(own, other.points_);
        chain.count = static_cast<std::uint32_t>(other.points_.size() - chain.first);
        REGIO_EXPECTS(chain.count >= 2 && other.points_[chain.first] == own.front() &&
                      other.points_.back() == own.back());
    }
    return other;
}

Chains Chains::in_order(std::span<const std::uint32_t> order) const {
    REGIO_EXPECTS(order.size() == chains_.size());
    Chains other(lattice_, feature_count_);
    other.feature_of_ = feature_of_;
    other.points_.reserve(points_.size());
    other.chains_.reserve(chains_.size());
    for (const std::uint32_t place : order) {
        Chain chain = chains_[place];
        const auto line = points(chain);
        chain.first = static_cast<std::uint32_t>(other.points_.size());
        other.points_.insert(other.points_.end(), line.begin(), line.end());
        other.chains_.push_back(chain);
    }
    return other;
}

std::size_t Chains::memory() const noexcept {
    return points_.capacity() * sizeof(Point) + chains_.capacity() * sizeof(Chain) +
           feature_of_.capacity() * sizeof(layer::FeatureId);
}

} // namespace regio::topology
