#include "project/drawn_area.hpp"

#include "coverage/unite.hpp"

#include <array>

namespace regio::project {

using layer::FeatureId;

void add_area(const layer::Layer& layer, std::span<const FeatureId> features, layer::Layer& to) {
    if (features.size() == 1)
        add_parts(layer, features.front(), to);
    if (features.size() <= 1)
        return;
    const layer::Layer own = select(layer, features);
    layer::Regrouping all{.feature = {}, .members = {}};
    for (std::size_t i = 0; i < features.size(); ++i)
        all.members.push_back(FeatureId(i));
    add_parts(coverage::unite(own, std::array{all}).layer, FeatureId(0), to);
}

std::optional<std::vector<FeatureId>>
container_features(std::span<const registry::RegionIndex> container,
                   const registry::RegionPartition& regions,
                   const nesting::Boundaries& boundaries) {
    std::vector<FeatureId> features;
    for (const registry::RegionIndex region : container) {
        if (regions[region].unknown > 0)
            return std::nullopt;
        for (const auto municipality : regions[region].municipalities) {
            const auto own = boundaries.features_of(municipality);
            if (own.empty())
                return std::nullopt;
            features.insert(features.end(), own.begin(), own.end());
        }
    }
    return features;
}

} // namespace regio::project
