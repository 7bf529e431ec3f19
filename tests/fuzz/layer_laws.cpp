#include "tests/fuzz/layer_laws.hpp"

#include "base/contract.hpp"
#include "kernel/rounded_crossing.hpp"
#include "layer/rounding.hpp"
#include "tests/fuzz/edge_walks.hpp"
#include "topology/adjacency.hpp"
#include "topology/edge_partners.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace regio::fuzz {

namespace {

using kernel::Point;
using kernel::RingView;
using kernel::Segment;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using layer::PartId;
using layer::RingId;
using topology::Chain;
using topology::Chains;
using topology::kNoPartner;
using topology::SelfContact;
using topology::SelfContactKind;

void check_ring(const Layer& layer, RingId id) {
    const RingView ring = layer.ring(id);
    REGIO_EXPECTS(ring.size() >= 3);
    REGIO_EXPECTS(layer.points()[layer.first_point(RingId(index(id) + 1)) - 1] == ring[0]);
    bool is_on_a_line = true;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment e = edge(ring, i);
        REGIO_EXPECTS(e.a != e.b);
        REGIO_EXPECTS(std::max(std::abs(e.a.x), std::abs(e.a.y)) <= kernel::kFarthest);
        is_on_a_line = is_on_a_line && orientation(ring[0], ring[1], e.a) == 0;
    }
    REGIO_EXPECTS(!is_on_a_line);
    const bool is_shell = layer[layer.part_of(id)].first_ring == id;
    REGIO_EXPECTS(is_shell ? twice_area(ring) >= 0 : twice_area(ring) <= 0);
}

/// The layer as it would be read from a file of its own positions.
layer::RawLayer raw_of(const Layer& layer) {
    layer::RawLayer raw{.source = layer.source(),
                        .features = {layer.features().begin(), layer.features().end()},
                        .parts = {},
                        .rings = {},
                        .positions = {}};
    for (const auto& part : layer.parts()) {
        const auto rings = rings_of(layer, part);
        raw.parts.push_back({part.feature, raw.rings.size(), rings.size()});
        for (const RingView ring : rings) {
            raw.rings.push_back({raw.positions.size(), ring.size()});
            for (const Point point : ring)
                raw.positions.last().push_back(layer.lattice().position(point));
        }
    }
    return raw;
}

/// Calls with the place of every edge in layer.points().
template <typename Visit>
void for_each_edge(const Layer& layer, const Visit& visit) {
    for (std::size_t ring = 0; ring < layer.ring_count(); ++ring)
        for (std::size_t i = 0; i < layer.ring(RingId(ring)).size(); ++i)
            visit(static_cast<std::uint32_t>(layer.first_point(RingId(ring)) + i), RingId(ring));
}

void check_partners(const Layer& layer, const std::vector<std::uint32_t>& partners) {
    const auto points = layer.points();
    REGIO_EXPECTS(partners.size() == points.size());
    EdgeWalks walks;
    EdgeWalks alone;
    for_each_edge(layer, [&](std::uint32_t e, RingId /*ring*/) {
        const std::pair ends(points[e], points[e + 1]);
        ++walks[ends];
        const std::uint32_t partner = partners[e];
        if (partner == kNoPartner) {
            ++alone[ends];
            return;
        }
        REGIO_EXPECTS(partners[partner] == e);
        REGIO_EXPECTS(points[partner] == ends.second && points[partner + 1] == ends.first);
    });
    REGIO_EXPECTS(alone == net(walks));
}

/// Which parts share a border with which, from the partners of edges.
std::vector<std::pair<PartId, PartId>> neighbours(const Layer& layer) {
    const auto partners = topology::match_edges(layer);
    std::map<std::uint32_t, PartId> part_of;
    for_each_edge(layer, [&](std::uint32_t e, RingId ring) { part_of[e] = layer.part_of(ring); });
    std::vector<std::pair<PartId, PartId>> pairs;
    for (const auto& [e, part] : part_of)
        if (partners[e] != kNoPartner)
            pairs.emplace_back(part, part_of.at(partners[e]));
    return pairs;
}

void check_borders(const Layer& layer, const std::vector<topology::Border>& borders) {
    const auto partners = topology::match_edges(layer);
    std::map<std::uint32_t, FeatureId> feature_of;
    for_each_edge(layer, [&](std::uint32_t e, RingId ring) {
        feature_of[e] = layer[layer.part_of(ring)].feature;
    });
    std::map<std::pair<FeatureId, FeatureId>, topology::Length> lengths;
    for (const auto& [e, one] : feature_of)
        if (partners[e] != kNoPartner && one < feature_of.at(partners[e]))
            lengths[{one, feature_of.at(partners[e])}] +=
                topology::length_of(layer.points().subspan(e, 2));
    REGIO_EXPECTS(borders.size() == lengths.size());
    auto expected = lengths.begin();
    for (const auto& border : borders) {
        REGIO_EXPECTS(std::pair(border.one, border.other) == expected->first);
        REGIO_EXPECTS(border.length == expected->second);
        ++expected;
    }
}

/// A number for each part, the same for parts that hang together.
std::vector<std::size_t> components(const Layer& layer) {
    std::vector<std::size_t> component(layer.parts().size());
    std::iota(component.begin(), component.end(), std::size_t{0});
    for (const auto& [one, other] : neighbours(layer)) {
        const std::size_t from = component[index(one)];
        const std::size_t to = component[index(other)];
        std::replace(component.begin(), component.end(), from, to);
    }
    return component;
}

void check_pieces(const Layer& layer, const topology::PartGraph& graph) {
    std::vector<FeatureId> all;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        all.push_back(FeatureId(i));
    const auto pieces = graph.pieces(all);
    const auto component = components(layer);
    std::vector<bool> is_met(component.size());
    std::vector<std::size_t> seen;
    for (const auto& piece : pieces) {
        REGIO_EXPECTS(!piece.empty() && std::is_sorted(piece.begin(), piece.end()));
        for (const PartId part : piece) {
            REGIO_EXPECTS(!is_met[index(part)]);
            is_met[index(part)] = true;
            REGIO_EXPECTS(component[index(part)] == component[index(piece.front())]);
        }
        seen.push_back(component[index(piece.front())]);
    }
    REGIO_EXPECTS(std::find(is_met.begin(), is_met.end(), false) == is_met.end());
    std::sort(seen.begin(), seen.end());
    REGIO_EXPECTS(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    REGIO_EXPECTS(std::is_sorted(pieces.begin(), pieces.end()));
    std::reverse(all.begin(), all.end());
    all.insert(all.end(), all.begin(), all.end());
    REGIO_EXPECTS(graph.pieces(all) == pieces);
}

/// An edge of a feature, with its place in its ring.
struct PlacedEdge {
    Segment segment;
    RingId ring;
    std::size_t place;
};

std::vector<PlacedEdge> edges_of(const Layer& layer, FeatureId feature) {
    std::vector<PlacedEdge> edges;
    for (const auto& part : layer.parts_of(feature))
        for (std::size_t r = index(part.first_ring); r < index(part.end_ring); ++r)
            for (std::size_t i = 0; i < layer.ring(RingId(r)).size(); ++i)
                edges.push_back({edge(layer.ring(RingId(r)), i), RingId(r), i});
    return edges;
}

Point touching_point(const Segment& e, const Segment& f) {
    for (const Point end : {e.a, e.b})
        if (lies_on(end, f))
            return end;
    return lies_on(f.a, e) ? f.a : f.b;
}

/// Where the ring of an edge comes from when it passes a point of the edge, and where it goes to.
std::array<Point, 2> pass(const Layer& layer, const PlacedEdge& e, Point point) {
    const auto ring = layer.ring(e.ring);
    return {point != e.segment.a ? e.segment.a : ring[(e.place + ring.size() - 1) % ring.size()],
            point != e.segment.b ? e.segment.b : ring[(e.place + 2) % ring.size()]};
}

/// Which of two directions comes first when one turns counter-clockwise from a third: -1 and 1; 0
/// when they are the same.
int compare_turns(Point apex, Point start, Point one, Point other) {
    const auto half = [&](Point p) {
        const auto turn = orientation(apex, start, p);
        if (turn != 0)
            return turn > 0 ? 1 : 3;
        return (p.x < apex.x) == (start.x < apex.x) && (p.y < apex.y) == (start.y < apex.y) ? 0 : 2;
    };
    if (half(one) != half(other))
        return half(one) < half(other) ? -1 : 1;
    return -kernel::sign(orientation(apex, one, other));
}

/// Whether the ends of two passes alternate when one turns around a point, and none is twice.
bool cross_in(Point point, const std::array<Point, 2>& one, const std::array<Point, 2>& other) {
    const auto turn = [&](Point end) { return compare_turns(point, one[0], end, one[1]); };
    for (const Point end : other)
        if (turn(end) == 0 || compare_turns(point, one[0], end, one[0]) == 0)
            return false;
    return turn(other[0]) != turn(other[1]);
}

std::optional<SelfContact> contact_of(const Layer& layer, FeatureId feature, const PlacedEdge& e,
                                      const PlacedEdge& f) {
    const kernel::Contact kind = contact(e.segment, f.segment);
    REGIO_EXPECTS(contact(f.segment, {e.segment.b, e.segment.a}) == kind);
    if (kind == kernel::Contact::None)
        return std::nullopt;
    if (kind == kernel::Contact::Cross)
        return SelfContact{feature, SelfContactKind::Cross, rounded_crossing(e.segment, f.segment)};
    if (kind == kernel::Contact::Overlap)
        return SelfContact{feature, SelfContactKind::Overlap, std::min(e.segment.a, e.segment.b)};
    const std::size_t between = f.place - e.place;
    if (e.ring == f.ring && (between == 1 || between + 1 == layer.ring(e.ring).size()))
        return std::nullopt;
    const Point point = touching_point(e.segment, f.segment);
    if (cross_in(point, pass(layer, e, point), pass(layer, f, point)))
        return SelfContact{feature, SelfContactKind::Cross, point};
    if (e.ring != f.ring)
        return std::nullopt;
    return SelfContact{feature, SelfContactKind::Touch, point};
}

} // namespace

void check_rounding(const layer::RawLayer& raw, const Layer& layer) {
    REGIO_EXPECTS(layer.features().size() == raw.features.size());
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        REGIO_EXPECTS(layer[FeatureId(i)].fid == raw.features[i].fid);
    for (std::size_t i = 0; i < layer.ring_count(); ++i)
        check_ring(layer, RingId(i));
    for (std::size_t i = 1; i < layer.parts().size(); ++i)
        REGIO_EXPECTS(layer.parts()[i - 1].feature <= layer.parts()[i].feature);
    std::vector<Finding> findings;
    const Layer again = round_to(raw_of(layer), layer.lattice(), findings);
    REGIO_EXPECTS(findings.empty());
    REGIO_EXPECTS(std::ranges::equal(again.points(), layer.points()));
}

void check_chains(const Layer& layer, const Chains& chains) {
    check_partners(layer, topology::match_edges(layer));
    REGIO_EXPECTS(chains.part_count() == layer.parts().size());
    std::vector<EdgeWalks> walks(layer.parts().size());
    std::vector<Wide> areas(layer.parts().size());
    for (const Chain& chain : chains.all()) {
        const auto points = chains.points(chain);
        REGIO_EXPECTS(points.size() >= 2);
        Wide area = 0;
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            area += cross(points[i], points[i + 1]);
        EdgeWalks forward;
        walk(points, Closing::Open, forward);
        const auto add = [&](PartId part, const EdgeWalks& edges, Wide sum) {
            for (const auto& [edge, times] : edges)
                walks[index(part)][edge] += times;
            areas[index(part)] += sum;
        };
        add(chain.left, forward, area);
        if (chain.right != layer::kNoPart)
            add(chain.right, reversed(forward), -area);
    }
    for (std::size_t i = 0; i < layer.parts().size(); ++i) {
        EdgeWalks expected;
        walk(layer, layer.parts()[i], expected);
        REGIO_EXPECTS(walks[i] == expected);
        REGIO_EXPECTS(areas[i] == moments(layer, layer.parts()[i]).twice_area);
        REGIO_EXPECTS(chains.feature_of(PartId(i)) == layer.parts()[i].feature);
    }
}

void check_adjacency(const Layer& layer, const Chains& chains) {
    check_borders(layer, borders(chains));
    check_pieces(layer, topology::PartGraph(chains));
}

void check_self_contacts(const Layer& layer, const std::vector<SelfContact>& contacts) {
    if (layer.edge_count() > kMostEdgesForPairs)
        return;
    std::vector<SelfContact> expected;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const auto edges = edges_of(layer, FeatureId(i));
        for (auto e = edges.begin(); e != edges.end(); ++e)
            for (auto f = e + 1; f != edges.end(); ++f)
                if (const auto contact = contact_of(layer, FeatureId(i), *e, *f))
                    expected.push_back(*contact);
    }
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    REGIO_EXPECTS(contacts == expected);
}

} // namespace regio::fuzz
