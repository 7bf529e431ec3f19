#include "tests/support/exact_overlap.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace regio::test {

using kernel::MultiPolygon;
using kernel::Polygon;
using kernel::RingView;

namespace {

/// The order of rationals without the continued fractions of Boost, which are slow.
struct Less {
    bool operator()(const Rational& one, const Rational& other) const {
        return numerator(one) * denominator(other) < numerator(other) * denominator(one);
    }
};

/// An edge that is not vertical, on the line y = slope · x + offset.
struct Edge {
    std::int32_t left = 0;
    std::int32_t right = 0;
    Rational slope;
    Rational offset;
    std::size_t ring = 0; ///< Shells and holes of all features, in order.

    [[nodiscard]] Rational at(const Rational& x) const { return slope * x + offset; }
};

/// The edges of some features, and the x at which something happens to them.
struct Edges {
    std::vector<Edge> all;
    std::vector<Rational> stops;
    std::size_t rings = 0;

    void add(RingView ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const kernel::Segment edge = kernel::edge(ring, i);
            const auto [a, b] = std::minmax(edge.a, edge.b);
            stops.emplace_back(a.x);
            stops.emplace_back(b.x);
            if (a.x == b.x)
                continue;
            const Rational slope(std::int64_t{b.y} - a.y, std::int64_t{b.x} - a.x);
            all.push_back({.left = a.x,
                           .right = b.x,
                           .slope = slope,
                           .offset = a.y - slope * a.x,
                           .ring = rings});
        }
        ++rings;
    }

    /// Where the lines of two edges cross while both are there. More stops than needed do no harm.
    void add_crossings() {
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const std::int32_t left = std::max(all[i].left, all[j].left);
                const std::int32_t right = std::min(all[i].right, all[j].right);
                if (left >= right || all[i].slope == all[j].slope)
                    continue;
                Rational x = (all[j].offset - all[i].offset) / (all[i].slope - all[j].slope);
                if (Less{}(left, x) && Less{}(x, right))
                    stops.push_back(std::move(x));
            }
        std::sort(stops.begin(), stops.end(), Less{});
        stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    }
};

Edges edges_of(std::span<const MultiPolygon> features) {
    Edges edges;
    for (const MultiPolygon& feature : features)
        for (const Polygon& part : feature) {
            edges.add(part.shell);
            for (const auto& hole : part.holes)
                edges.add(hole);
        }
    edges.add_crossings();
    return edges;
}

/// Which features hold a point, from the rings that do.
std::vector<bool> holders(std::span<const MultiPolygon> features,
                          const std::vector<bool>& is_in_ring) {
    std::vector<bool> is_in(features.size());
    std::size_t ring = 0;
    for (std::size_t i = 0; i < features.size(); ++i)
        for (const Polygon& part : features[i]) {
            bool is_in_part = is_in_ring[ring++];
            for (std::size_t hole = 0; hole < part.holes.size(); ++hole)
                is_in_part = !is_in_ring[ring++] && is_in_part;
            is_in[i] = is_in[i] || is_in_part;
        }
    return is_in;
}

/// How much of the vertical line at x lies where `counts` says so of the features that hold it.
template <typename Counts>
Rational length_at(const Rational& x, const Edges& edges, std::span<const MultiPolygon> features,
                   const Counts& counts) {
    std::vector<std::pair<Rational, std::size_t>> marks;
    for (const Edge& edge : edges.all)
        if (Less{}(edge.left, x) && Less{}(x, edge.right))
            marks.emplace_back(edge.at(x), edge.ring);
    std::sort(marks.begin(), marks.end(),
              [](const auto& one, const auto& other) { return Less{}(one.first, other.first); });
    std::vector<bool> is_in_ring(edges.rings);
    bool does_count = false;
    Rational length = 0;
    for (const auto& [y, ring] : marks) {
        is_in_ring[ring] = !is_in_ring[ring];
        const bool did_count = std::exchange(does_count, counts(holders(features, is_in_ring)));
        if (does_count && !did_count)
            length -= y;
        if (did_count && !does_count)
            length += y;
    }
    return length;
}

template <typename Counts>
Rational area_where(std::span<const MultiPolygon> features, const Counts& counts) {
    const Edges edges = edges_of(features);
    Rational area = 0;
    for (std::size_t i = 0; i + 1 < edges.stops.size(); ++i) {
        const Rational& left = edges.stops[i];
        const Rational& right = edges.stops[i + 1];
        area += (right - left) * length_at((left + right) / 2, edges, features, counts);
    }
    return area;
}

} // namespace

Rational rational(kernel::Wide value) {
    using boost::multiprecision::cpp_int;
    const auto high = static_cast<std::int64_t>(value >> 64);
    const auto low = static_cast<std::uint64_t>(value);
    return Rational(cpp_int(high) * (cpp_int(1) << 64) + low);
}

Rational covered_area(const MultiPolygon& feature) {
    return area_where(std::span(&feature, 1), [](const auto& is_in) { return is_in[0]; });
}

Rational overlap_area(const MultiPolygon& one, const MultiPolygon& other) {
    const std::vector<MultiPolygon> both = {one, other};
    return area_where(both, [](const auto& is_in) { return is_in[0] && is_in[1]; });
}

Rational area_under_none(const MultiPolygon& feature, std::span<const MultiPolygon> others) {
    std::vector<MultiPolygon> all = {feature};
    all.insert(all.end(), others.begin(), others.end());
    return area_where(all, [](const auto& is_in) {
        return is_in[0] && std::find(is_in.begin() + 1, is_in.end(), true) == is_in.end();
    });
}

} // namespace regio::test
