#include "layer/regroup.hpp"

namespace regio::layer {

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
