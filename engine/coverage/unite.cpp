#include "coverage/unite.hpp"

#include "arrangement/faces.hpp"
#include "arrangement/half_edges.hpp"
#include "arrangement/outline.hpp"
#include "arrangement/snap_rounding.hpp"
#include "coverage/coverage_health.hpp"
#include "topology/chains.hpp"

#include <array>

namespace regio::coverage {

namespace {

using arrangement::Tag;
using arrangement::TaggedSegment;
using layer::FeatureId;
using layer::Layer;
using layer::Regrouping;

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

/// The union of features that overlap.
Layer united(const Layer& layer, const Regrouping& group) {
    Layer result(layer.source(), layer.lattice(), layer.provenance());
    result.add_feature(group.feature);
    for (const kernel::Polygon& polygon : area_under(layer, group)) {
        result.add_part();
        result.add_ring(polygon.shell);
        for (const kernel::Ring& hole : polygon.holes)
            result.add_ring(hole);
    }
    return result;
}

/// One group after another at the end of a layer.
void append(const Layer& one, Layer& all) {
    for (std::size_t i = 0; i < one.features().size(); ++i) {
        all.add_feature(one[FeatureId(i)]);
        for (const auto& part : one.parts_of(FeatureId(i))) {
            all.add_part();
            for (const auto ring : rings_of(one, part))
                all.add_ring(ring);
        }
    }
}

} // namespace

United unite(const Layer& layer, std::span<const Regrouping> groups) {
    // A layer without overlaps has no group with one, and most layers are so.
    const bool may_overlap = features_overlap(layer);
    United result{.layer = Layer(layer.source(), layer.lattice(), layer.provenance()),
                  .is_rounded = {}};
    for (const Regrouping& group : groups) {
        const bool overlaps = may_overlap && features_overlap(select(layer, group.members));
        append(overlaps ? united(layer, group) : regroup(layer, std::array{group}), result.layer);
        result.is_rounded.push_back(overlaps);
    }
    return result;
}

bool features_overlap(const Layer& layer) {
    return layer.features().size() > 1 && !find_overlaps(layer, topology::Chains(layer)).empty();
}

Regrouping all_features(const Layer& layer) {
    Regrouping all;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (!layer.parts_of(FeatureId(i)).empty())
            all.members.push_back(FeatureId(i));
    return all;
}

} // namespace regio::coverage
