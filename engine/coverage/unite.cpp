#include "coverage/unite.hpp"

#include "arrangement/faces.hpp"
#include "arrangement/half_edges.hpp"
#include "arrangement/outline.hpp"
#include "arrangement/snap_rounding.hpp"
#include "coverage/coverage_health.hpp"

namespace regio::coverage {

namespace {

using arrangement::Tag;
using arrangement::TaggedSegment;
using layer::FeatureId;
using layer::Layer;
using layer::Regrouping;
using topology::Chains;

/// The borders of the members of a group, each tagged with its member.
std::vector<TaggedSegment> borders_of(const Layer& layer, const Regrouping& group) {
    std::vector<TaggedSegment> borders;
    for (std::size_t i = 0; i < group.members.size(); ++i)
        for (const auto& part : layer.parts_of(group.members[i]))
            for (const auto ring : rings_of(layer, part))
                for (std::size_t edge = 0; edge < ring.size(); ++edge)
                    borders.push_back({kernel::edge(ring, edge), Tag(i)});
    return borders;
}

/// What features cover together: the faces that lie in one of them at least.
kernel::MultiPolygon area_under(const Layer& layer, const Regrouping& group) {
    const auto noded = arrangement::snap_round(borders_of(layer, group));
    const arrangement::HalfEdges half_edges(noded.edges());
    const arrangement::Faces faces(half_edges);
    std::vector<bool> is_covered;
    for (const auto& members : labels_of(noded, faces))
        is_covered.push_back(!members.empty());
    return outline(half_edges, faces, is_covered);
}

} // namespace

United unite(const Layer& layer, std::span<const Regrouping> groups) {
    // A layer without overlaps has no group with one, and most layers are so.
    if (!features_overlap(layer, Chains(layer)))
        return {.layer = regroup(layer, groups), .is_rounded = std::vector<bool>(groups.size())};
    United result{.layer = Layer(layer.source(), layer.lattice(), layer.provenance()),
                  .is_rounded = {}};
    for (const Regrouping& group : groups) {
        const Layer members = select(layer, group.members);
        const bool overlaps = features_overlap(members, Chains(members));
        result.layer.add_feature(group.feature);
        if (overlaps)
            add_parts(area_under(layer, group), result.layer);
        else
            for (const FeatureId member : group.members)
                add_parts(layer, member, result.layer);
        result.is_rounded.push_back(overlaps);
    }
    return result;
}

bool features_overlap(const Layer& layer, const Chains& chains) {
    return layer.features().size() > 1 && !find_overlaps(layer, chains).empty();
}

Regrouping all_features(const Layer& layer) {
    Regrouping all;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (!layer.parts_of(FeatureId(i)).empty())
            all.members.push_back(FeatureId(i));
    return all;
}

} // namespace regio::coverage
