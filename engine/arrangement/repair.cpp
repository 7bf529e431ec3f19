#include "arrangement/repair.hpp"

#include "arrangement/faces.hpp"
#include "arrangement/outline.hpp"
#include "arrangement/snap_rounding.hpp"
#include "base/contract.hpp"
#include "base/sorted.hpp"
#include "topology/misplaced_rings.hpp"
#include "topology/self_contacts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::RingView;
using kernel::Segment;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using layer::Part;

/// The edges of a feature, tagged with their ring: part by part, the shell first.
struct Rings {
    std::vector<TaggedSegment> edges;
    std::vector<Tag> shells; ///< Of the part that a ring is of, by tag.
};

Rings rings_of(const Layer& layer, FeatureId feature) {
    Rings rings;
    for (const Part& part : layer.parts_of(feature)) {
        const Tag shell{static_cast<std::uint32_t>(rings.shells.size())};
        for (const RingView ring : layer::rings_of(layer, part)) {
            const Tag tag{static_cast<std::uint32_t>(rings.shells.size())};
            for (std::size_t i = 0; i < ring.size(); ++i)
                rings.edges.push_back({kernel::edge(ring, i), tag});
            rings.shells.push_back(shell);
        }
    }
    return rings;
}

/// Whether a face is covered: the shell of some part lies around it, and no hole of that part. The
/// rings of a part are neighbours in a label, so a hole would come next.
bool is_covered(const Label& label, const std::vector<Tag>& shells) {
    const auto shell_of = [&](Tag ring) { return shells[static_cast<std::size_t>(ring)]; };
    for (std::size_t i = 0; i < label.size(); ++i)
        if (shell_of(label[i]) == label[i] &&
            (i + 1 == label.size() || shell_of(label[i + 1]) != label[i]))
            return true;
    return false;
}

bool is_before(const Segment& one, const Segment& other) {
    return std::tie(one.a, one.b) < std::tie(other.a, other.b);
}

void add_edges(RingView ring, std::vector<Segment>& edges) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto [a, b] = std::minmax(ring[i], kernel::edge(ring, i).b);
        edges.push_back({a, b});
    }
}

/// The edges of a feature, each from its lesser end to its greater, in order.
std::vector<Segment> edges_of(const Layer& layer, FeatureId feature) {
    std::vector<Segment> edges;
    for (const Part& part : layer.parts_of(feature))
        for (const RingView ring : layer::rings_of(layer, part))
            add_edges(ring, edges);
    std::sort(edges.begin(), edges.end(), is_before);
    return edges;
}

/// Where the first edge begins that a feature has as it was drawn and lacks in another layer, or
/// has once more. Precondition: there is one.
Point first_change(const Layer& drawn, const Layer& mended, FeatureId feature) {
    const auto before = edges_of(drawn, feature);
    const auto after = edges_of(mended, feature);
    std::vector<Segment> lost;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(lost), is_before);
    REGIO_EXPECTS(!lost.empty());
    return lost.front().a;
}

void copy(const Layer& layer, FeatureId feature, Layer& mended) {
    for (const Part& part : layer.parts_of(feature)) {
        mended.add_part();
        for (const RingView ring : layer::rings_of(layer, part))
            mended.add_ring(ring);
    }
}

void add(const kernel::MultiPolygon& polygons, Layer& mended) {
    for (const kernel::Polygon& polygon : polygons) {
        mended.add_part();
        mended.add_ring(polygon.shell);
        for (const kernel::Ring& hole : polygon.holes)
            mended.add_ring(hole);
    }
}

void report(const Layer& drawn, const Layer& mended, FeatureId feature,
            std::vector<Finding>& findings) {
    const auto& lattice = drawn.lattice();
    const Wide before = moments(drawn, feature).twice_area;
    const Wide after = moments(mended, feature).twice_area;
    const auto text = [&](Wide twice_area) {
        return fmt::format("{:.3f}", lattice.square_metres(twice_area));
    };
    const kernel::Position place = lattice.position(first_change(drawn, mended, feature));
    findings.push_back({.number = FindingNumber::FeatureRepaired,
                        .values = {{"name", label_of(drawn[feature])},
                                   {"place", fmt::format("{:.3f} {:.3f}", place.x, place.y)},
                                   {"before", text(before)},
                                   {"after", text(after)},
                                   {"difference", text(after - before)}},
                        .source = drawn.source_of(feature)});
    if (mended.parts_of(feature).empty())
        findings.push_back({.number = FindingNumber::GeometryMissing,
                            .values = {{"name", label_of(drawn[feature])}},
                            .source = drawn.source_of(feature)});
}

} // namespace

kernel::MultiPolygon covered_area(const Layer& layer, FeatureId feature) {
    const Rings rings = rings_of(layer, feature);
    const NodedEdges noded = snap_round(rings.edges);
    const HalfEdges half_edges(noded.edges());
    const Faces faces(half_edges);
    std::vector<bool> covered;
    for (const Label& label : labels_of(noded, faces))
        covered.push_back(is_covered(label, rings.shells));
    return outline(half_edges, faces, covered);
}

std::vector<FeatureId> find_faulty(const Layer& layer) {
    std::vector<FeatureId> faulty = topology::find_misplaced_rings(layer);
    for (const auto& contact : topology::find_self_contacts(layer))
        if (contact.kind != topology::SelfContactKind::Touch)
            faulty.push_back(contact.feature);
    sort_and_unite(faulty);
    return faulty;
}

std::optional<Layer> repaired(const Layer& layer, std::vector<Finding>& findings) {
    const auto faulty = find_faulty(layer);
    if (faulty.empty())
        return std::nullopt;
    Layer mended(layer.source(), layer.lattice(), layer.provenance());
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const FeatureId feature = mended.add_feature(layer.features()[i]);
        if (std::binary_search(faulty.begin(), faulty.end(), feature))
            add(covered_area(layer, feature), mended);
        else
            copy(layer, feature, mended);
    }
    for (const FeatureId feature : faulty)
        report(layer, mended, feature, findings);
    return mended;
}

} // namespace regio::arrangement
