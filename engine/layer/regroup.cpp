#include "layer/regroup.hpp"

namespace regio::layer {

namespace {

void add_parts(const Layer& layer, FeatureId feature, Layer& regrouped) {
    for (const Part& part : layer.parts_of(feature)) {
        regrouped.add_part();
        for (const kernel::RingView ring : rings_of(layer, part))
            regrouped.add_ring(ring);
    }
}

} // namespace

Layer regroup(const Layer& layer, std::span<const Regrouping> groups) {
    Layer regrouped(layer.source(), layer.lattice(), layer.provenance());
    for (const Regrouping& group : groups) {
        regrouped.add_feature(group.feature);
        for (const FeatureId member : group.members)
            add_parts(layer, member, regrouped);
    }
    return regrouped;
}

} // namespace regio::layer
