#include "tests/fuzz/outline_laws.hpp"

#include "base/contract.hpp"
#include "coverage/ring_builder.hpp"
#include "io/ogr_geometry.hpp"
#include "io/ogr_polygons.hpp"
#include "layer/rounding.hpp"
#include "tests/fuzz/edge_walks.hpp"
#include "tests/fuzz/layer_laws.hpp"

#include <algorithm>
#include <set>

namespace regio::fuzz {

namespace {

using coverage::CoverageHealth;
using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using kernel::Ring;
using kernel::Segment;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using layer::RingId;
using topology::Chains;

/// A ring begins at its least point and comes back to no point.
void check_ring(const Ring& ring) {
    REGIO_EXPECTS(ring.size() >= 3);
    REGIO_EXPECTS(kernel::canonical(ring) == ring);
    REGIO_EXPECTS(std::set<Point>(ring.begin(), ring.end()).size() == ring.size());
}

void check_polygons(const MultiPolygon& polygons) {
    for (const Polygon& polygon : polygons) {
        check_ring(polygon.shell);
        REGIO_EXPECTS(twice_area(polygon.shell) > 0);
        for (const Ring& hole : polygon.holes) {
            check_ring(hole);
            REGIO_EXPECTS(twice_area(hole) < 0);
            REGIO_EXPECTS(is_left_inside(kernel::edge(hole, 0), polygon.shell));
        }
        REGIO_EXPECTS(std::is_sorted(polygon.holes.begin(), polygon.holes.end()));
    }
    REGIO_EXPECTS(
        std::is_sorted(polygons.begin(), polygons.end(),
                       [](const Polygon& a, const Polygon& b) { return a.shell < b.shell; }));
}

/// The polygons come back as they are when they are handed to GDAL and read again.
void check_round_trip(const MultiPolygon& polygons, const kernel::Lattice& lattice) {
    layer::RawLayer raw;
    raw.features.emplace_back();
    const auto geometry = io::ogr_geometry(polygons, io::on_lattice(lattice));
    REGIO_EXPECTS(io::add_polygons(geometry.get(), {}, raw).parts == polygons.size());
    std::vector<Finding> findings;
    const Layer layer = round_to(raw, lattice, findings);
    REGIO_EXPECTS(layer.parts().size() == polygons.size());
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        std::vector<Ring> rings = {polygons[i].shell};
        rings.insert(rings.end(), polygons[i].holes.begin(), polygons[i].holes.end());
        REGIO_EXPECTS(std::ranges::equal(rings_of(layer, layer.parts()[i]), rings,
                                         [](auto a, auto b) { return std::ranges::equal(a, b); }));
    }
}

EdgeWalks walks_of(const Layer& layer, std::span<const FeatureId> group) {
    EdgeWalks walks;
    for (const FeatureId feature : group)
        for (const auto& part : layer.parts_of(feature))
            walk(layer, part, walks);
    return walks;
}

/// Whether two edges meet where both have a vertex, or not at all.
bool is_noded(const Segment& e, const Segment& f) {
    switch (contact(e, f)) {
    case kernel::Contact::None:
        return true;
    case kernel::Contact::Touch:
        return e.a == f.a || e.a == f.b || e.b == f.a || e.b == f.b;
    case kernel::Contact::Cross:
        return false;
    case kernel::Contact::Overlap:
        break;
    }
    return (e.a == f.a && e.b == f.b) || (e.a == f.b && e.b == f.a);
}

bool is_noded(const Layer& layer) {
    std::vector<Segment> edges;
    for (std::size_t r = 0; r < layer.ring_count(); ++r)
        for (std::size_t i = 0; i < layer.ring(RingId(r)).size(); ++i)
            edges.push_back(edge(layer.ring(RingId(r)), i));
    for (auto e = edges.begin(); e != edges.end(); ++e)
        for (auto f = e + 1; f != edges.end(); ++f)
            if (!is_noded(*e, *f))
                return false;
    return true;
}

/// Whether holes lie in their shells, and nothing of a feature lies in another part or hole of it.
/// Precondition: it has no self contacts.
bool is_nested(const Layer& layer, FeatureId feature) {
    const auto parts = layer.parts_of(feature);
    for (const auto& part : parts) {
        const auto rings = rings_of(layer, part);
        for (std::size_t i = 1; i < rings.size(); ++i)
            for (std::size_t j = 0; j < rings.size(); ++j)
                if (j != i && is_left_inside(kernel::edge(rings[i], 0), rings[j]) != (j == 0))
                    return false;
        for (const auto& other : parts) {
            bool is_inside = false;
            for (const auto ring : rings_of(layer, other))
                is_inside ^= is_left_inside(kernel::edge(rings[0], 0), ring);
            if (is_inside != (&other == &part))
                return false;
        }
    }
    return true;
}

} // namespace

Overlaps overlaps_of(const Layer& layer, const Chains& chains,
                     const std::vector<topology::SelfContact>& contacts,
                     const CoverageHealth& health) {
    if (layer.edge_count() > kMostEdgesForPairs || !contacts.empty() || !health.overlaps.empty())
        return Overlaps::Possible;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (!is_nested(layer, FeatureId(i)))
            return Overlaps::Possible;
    if (!is_noded(layer))
        return Overlaps::Possible;
    EdgeWalks stored;
    for (const auto& chain : chains.all())
        walk(chains.points(chain), Closing::Open, stored);
    for (const auto& [edge, times] : stored)
        REGIO_EXPECTS(times == 1 && !stored.contains({edge.second, edge.first}));
    return Overlaps::None;
}

void check_health(const Layer& layer, const Chains& chains, const CoverageHealth& health) {
    REGIO_EXPECTS(health.edges == chains.edge_count());
    std::size_t one_sided_edges = 0;
    topology::Length one_sided;
    for (const auto& chain : chains.all())
        if (chain.right == layer::kNoPart) {
            one_sided_edges += chain.count - 1;
            one_sided += topology::length_of(chains.points(chain));
        }
    REGIO_EXPECTS(health.one_sided_edges == one_sided_edges);
    REGIO_EXPECTS(health.one_sided == one_sided);
    check_polygons(health.gaps);
    const auto& pairs = health.overlaps;
    REGIO_EXPECTS(std::is_sorted(pairs.begin(), pairs.end()));
    REGIO_EXPECTS(std::adjacent_find(pairs.begin(), pairs.end()) == pairs.end());
    for (const auto& [one, other] : pairs)
        REGIO_EXPECTS(one < other && index(other) < layer.features().size());
}

void check_ring_builder(const Chains& chains) {
    std::vector<coverage::Line> lines;
    EdgeWalks walks;
    for (const auto& chain : chains.all())
        if (chain.right == layer::kNoPart) {
            const auto points = chains.points(chain);
            lines.emplace_back(points.begin(), points.end());
            walk(points, Closing::Open, walks);
        }
    const std::vector<Ring> rings = coverage::join_rings(lines);
    EdgeWalks joined;
    for (const Ring& ring : rings) {
        check_ring(ring);
        walk(ring, Closing::Closed, joined);
    }
    REGIO_EXPECTS(net(joined) == net(walks));
    const MultiPolygon polygons = coverage::assemble(rings);
    check_polygons(polygons);
    const auto shells =
        std::ranges::count_if(rings, [](const Ring& ring) { return twice_area(ring) > 0; });
    REGIO_EXPECTS(std::ssize(polygons) == shells);
}

void check_outline(const Layer& layer, const coverage::Outliner& outliner,
                   std::span<const FeatureId> group, Overlaps overlaps) {
    const MultiPolygon outline = outliner.outline(group);
    check_polygons(outline);
    check_round_trip(outline, layer.lattice());
    std::vector<FeatureId> twice(group.rbegin(), group.rend());
    twice.insert(twice.end(), group.begin(), group.end());
    REGIO_EXPECTS(outliner.outline(twice) == outline);
    const EdgeWalks walked = fuzz::walks_of(outline);
    const EdgeWalks border = net(walks_of(layer, group));
    for (const auto& [edge, times] : walked)
        REGIO_EXPECTS(border.contains(edge) && times <= border.at(edge));
    if (overlaps == Overlaps::Possible)
        return;
    REGIO_EXPECTS(walked == border);
    kernel::Moments sum;
    for (const FeatureId feature : group)
        sum += moments(layer, feature);
    REGIO_EXPECTS(moments(outline) == sum);
}

} // namespace regio::fuzz
