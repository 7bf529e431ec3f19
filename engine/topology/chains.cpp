#include "topology/chains.hpp"

#include "base/contract.hpp"
#include "topology/edge_partners.hpp"

#include <algorithm>

namespace regio::topology {

namespace {

using kernel::Point;
using layer::kNoPart;
using layer::PartId;
using layer::RingId;

/// Cuts the rings of a layer into chains.
class Cutter {
public:
    Cutter(const layer::Layer& layer, std::vector<Point>& points, std::vector<Chain>& chains)
        : layer_(layer), partners_(match_edges(layer)), begins_ring_(partners_.size()),
          points_(points), chains_(chains) {
        for (std::size_t ring = 0; ring < layer.ring_count(); ++ring)
            begins_ring_[layer.first_point(RingId(ring))] = true;
    }

    /// Counts first, so that the chains take the room they need and no more.
    void cut() {
        std::size_t point_count = 0;
        std::size_t chain_count = 0;
        for_each_chain([&](std::uint32_t /*begin*/, std::uint32_t length) {
            point_count += length + 1;
            ++chain_count;
        });
        points_.reserve(point_count);
        chains_.reserve(chain_count);
        for_each_chain([&](std::uint32_t begin, std::uint32_t length) { add(begin, length); });
    }

private:
    /// Calls with the first edge of a chain and how many edges it has, ring by ring.
    template <typename Visit>
    void for_each_chain(const Visit& visit) {
        for (std::size_t ring = 0; ring < layer_.ring_count(); ++ring) {
            enter(RingId(ring));
            const std::uint32_t begin = beginning();
            for (std::uint32_t done = 0; done < count_;) {
                const std::uint32_t length = run(begin + done, count_ - done);
                if (is_kept(edge(begin + done)))
                    visit(begin + done, length);
                done += length;
            }
        }
    }

    void enter(RingId ring) {
        first_ = static_cast<std::uint32_t>(layer_.first_point(ring));
        count_ = static_cast<std::uint32_t>(layer_.ring(ring).size());
        part_ = layer_.part_of(ring);
    }

    /// Whether the chain is made where its edge is met here, not at the partner.
    [[nodiscard]] bool is_kept(std::uint32_t e) const { return e < partners_[e]; }

    /// Edge i of the ring, counted around at most once.
    [[nodiscard]] std::uint32_t edge(std::uint32_t i) const {
        return first_ + (i < count_ ? i : i - count_);
    }

    /// The first edge that does not go on from the one before it; in a ring without breaks the one
    /// at the least point.
    [[nodiscard]] std::uint32_t beginning() const {
        for (std::uint32_t i = 0; i < count_; ++i)
            if (!goes_on(edge(i + count_ - 1), edge(i)))
                return i;
        const auto ring = layer_.points().subspan(first_, count_);
        return static_cast<std::uint32_t>(std::min_element(ring.begin(), ring.end()) -
                                          ring.begin());
    }

    /// How many edges from i on make one chain.
    [[nodiscard]] std::uint32_t run(std::uint32_t i, std::uint32_t most) const {
        std::uint32_t length = 1;
        while (length < most && goes_on(edge(i + length - 1), edge(i + length)))
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
        return begins_ring_[p] &&
               layer_.first_point(RingId(index(ring_of(p)) + 1)) == std::size_t{q} + 2;
    }

    [[nodiscard]] RingId ring_of(std::uint32_t e) const {
        std::size_t low = 0;
        std::size_t high = layer_.ring_count();
        while (high - low > 1) {
            const std::size_t middle = (low + high) / 2;
            (layer_.first_point(RingId(middle)) <= e ? low : high) = middle;
        }
        return RingId(low);
    }

    void add(std::uint32_t begin, std::uint32_t length) {
        const std::uint32_t partner = partners_[edge(begin)];
        chains_.push_back(
            {.first = static_cast<std::uint32_t>(points_.size()),
             .count = length + 1,
             .left = part_,
             .right = partner == kNoPartner ? kNoPart : layer_.part_of(ring_of(partner))});
        const auto ring = layer_.points().subspan(first_, count_ + 1);
        const std::uint32_t start = begin < count_ ? begin : begin - count_;
        const std::uint32_t straight = std::min(length, count_ - start);
        points_.insert(points_.end(), ring.begin() + start, ring.begin() + start + straight);
        // A ring is stored closed: what is left begins at its first point, the last of the piece.
        points_.insert(points_.end(), ring.begin(), ring.begin() + (length - straight));
        points_.push_back(ring[straight < length ? length - straight : start + straight]);
    }

    const layer::Layer& layer_;
    std::vector<std::uint32_t> partners_;
    std::vector<bool> begins_ring_; ///< By point.
    std::vector<Point>& points_;
    std::vector<Chain>& chains_;
    std::uint32_t first_ = 0; ///< Of the ring at work.
    std::uint32_t count_ = 0;
    PartId part_{};
};

} // namespace

Chains::Chains(const layer::Layer& layer)
    : lattice_(layer.lattice()), feature_count_(layer.features().size()) {
    Cutter(layer, points_, chains_).cut();
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
