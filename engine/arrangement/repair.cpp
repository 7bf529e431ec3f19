#include "arrangement/repair.hpp"

#include "arrangement/arrangement.hpp"
#include "base/contract.hpp"
#include "base/sorted.hpp"
#include "kernel/place_text.hpp"
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
using topology::SelfContact;

/// The rings of a feature, each tagged with its number: part by part, the shell first.
struct Rings {
    Lines lines;
    std::vector<Tag> shells; ///< Of the part that a ring is of, by tag.
};

Rings rings_of(const Layer& layer, FeatureId feature) {
    Rings rings;
    for (const Part& part : layer.parts_of(feature)) {
        const Tag shell{static_cast<std::uint32_t>(rings.shells.size())};
        for (const RingView ring : layer::rings_of(layer, part)) {
            rings.lines.add_ring(ring, Tag{static_cast<std::uint32_t>(rings.shells.size())});
            rings.shells.push_back(shell);
        }
    }
    return rings;
}

/// Whether a face in so many rings is covered: the shell of some part lies around it, and no hole
/// of that part. The rings of a part are neighbours in order, so a hole would come next.
bool is_covered(std::span<const Tag> around, const std::vector<Tag>& shells) {
    const auto shell_of = [&](Tag ring) { return shells[index(ring)]; };
    for (std::size_t i = 0; i < around.size(); ++i)
        if (shell_of(around[i]) == around[i] &&
            (i + 1 == around.size() || shell_of(around[i + 1]) != around[i]))
            return true;
    return false;
}

bool is_before(const Segment& one, const Segment& other) {
    return std::tie(one.a, one.b) < std::tie(other.a, other.b);
}

void add_edges(RingView ring, std::vector<Segment>& edges) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment edge = kernel::edge(ring, i);
        edges.push_back({std::min(edge.a, edge.b), std::max(edge.a, edge.b)});
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

/// Where the first edge begins that a feature has as it was drawn and lacks when it is mended.
/// Precondition: there is one.
Point first_lost_edge(const Layer& drawn, const Layer& mended, FeatureId feature) {
    const auto before = edges_of(drawn, feature);
    const auto after = edges_of(mended, feature);
    std::vector<Segment> lost;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(lost), is_before);
    REGIO_EXPECTS(!lost.empty());
    return lost.front().a;
}

/// Edges of one feature that cross or run over each other, by feature.
std::vector<SelfContact> find_crossings(const Layer& layer) {
    auto contacts = topology::find_self_contacts(layer);
    std::erase_if(contacts, [](const SelfContact& contact) {
        return contact.kind == topology::SelfContactKind::Touch;
    });
    return contacts;
}

std::vector<FeatureId> find_faulty(const Layer& layer, const std::vector<SelfContact>& crossings) {
    std::vector<FeatureId> faulty = topology::find_misplaced_rings(layer);
    for (const SelfContact& contact : crossings)
        faulty.push_back(contact.feature);
    sort_and_unite(faulty);
    return faulty;
}

/// A crossing; of a feature that has none, where the first ring is that covers nothing.
Point first_fault(const Layer& drawn, const Layer& mended, FeatureId feature,
                  const std::vector<SelfContact>& crossings) {
    const auto first =
        std::lower_bound(crossings.begin(), crossings.end(), feature,
                         [](const SelfContact& c, FeatureId id) { return c.feature < id; });
    if (first != crossings.end() && first->feature == feature)
        return first->place;
    return first_lost_edge(drawn, mended, feature);
}

void report(const Layer& drawn, const Layer& mended, FeatureId feature, Point fault,
            std::vector<Finding>& findings) {
    const auto& lattice = drawn.lattice();
    const Wide before = moments(drawn, feature).twice_area;
    const Wide after = moments(mended, feature).twice_area;
    const auto text = [&](Wide twice_area) {
        return fmt::format("{:.3f}", lattice.square_metres(twice_area));
    };
    findings.push_back({.number = FindingNumber::FeatureRepaired,
                        .values = {{"name", label_of(drawn[feature])},
                                   {"place", place_text(lattice.position(fault))},
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
    const Arrangement faces(rings.lines);
    std::vector<bool> covered;
    for (std::uint32_t face = 0; face < faces.face_count(); ++face)
        covered.push_back(is_covered(faces.tags(FaceId{face}), rings.shells));
    return faces.outline(covered);
}

std::vector<FeatureId> find_faulty(const Layer& layer) {
    return find_faulty(layer, find_crossings(layer));
}

std::optional<Layer> repaired(const Layer& layer, std::vector<Finding>& findings) {
    const auto crossings = find_crossings(layer);
    const auto faulty = find_faulty(layer, crossings);
    if (faulty.empty())
        return std::nullopt;
    Layer mended(layer.source(), layer.lattice(), layer.provenance());
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const FeatureId feature = mended.add_feature(layer.features()[i]);
        if (std::binary_search(faulty.begin(), faulty.end(), feature))
            add_parts(covered_area(layer, feature), mended);
        else
            add_parts(layer, feature, mended);
    }
    for (const FeatureId feature : faulty)
        report(layer, mended, feature, first_fault(layer, mended, feature, crossings), findings);
    return mended;
}

Layer mended(Layer layer, std::vector<Finding>& findings) {
    auto mended = repaired(layer, findings);
    return mended ? std::move(*mended) : std::move(layer);
}

} // namespace regio::arrangement
