#include "coverage/unite.hpp"

#include "arrangement/arrangement.hpp"
#include "coverage/coverage_health.hpp"

#include <array>

namespace regio::coverage {

using arrangement::FaceId;
using layer::FeatureId;
using layer::Layer;
using layer::Regrouping;
using topology::Chains;

United unite(const Layer& layer, std::span<const Regrouping> groups) {
    // A layer without overlaps has no group with one, and most layers are so.
    if (!features_overlap(layer, Chains(layer)))
        return {.layer = regroup(layer, groups), .is_rounded = std::vector<bool>(groups.size())};
    United result{.layer = Layer(layer.source(), layer.lattice(), layer.provenance()),
                  .is_rounded = {}};
    for (const Regrouping& group : groups) {
        const Layer members = select(layer, group.members);
        const Chains chains(members);
        const bool overlaps = features_overlap(members, chains);
        result.layer.add_feature(group.feature);
        if (overlaps)
            add_parts(area_under(chains), result.layer);
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

/// The faces that lie in one of them at least.
kernel::MultiPolygon area_under(const Chains& features) {
    const auto faces = arrangement::arrange(std::array{&features});
    std::vector<bool> is_covered;
    for (std::uint32_t face = 0; face < faces.face_count(); ++face)
        is_covered.push_back(!faces.tags(FaceId{face}).empty());
    return faces.outline(is_covered);
}

} // namespace regio::coverage
