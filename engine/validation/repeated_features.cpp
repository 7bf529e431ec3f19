#include "validation/feature_faults.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace regio::validation {

namespace {

using layer::FeatureId;
using layer::Layer;

/// What features with the same polygons have in common, and others seldom.
struct Outward {
    std::size_t points = 0;
    kernel::Box box;
    FeatureId feature{};
};

bool look_alike(const Outward& one, const Outward& other) {
    return one.points == other.points && one.box == other.box;
}

Outward outward_of(const Layer& layer, FeatureId feature) {
    Outward outward{.feature = feature};
    for (const auto& part : layer.parts_of(feature)) {
        outward.box.include(box_of(layer, part));
        for (const auto ring : rings_of(layer, part))
            outward.points += ring.size();
    }
    return outward;
}

/// By what they have in common, then by code, then by place.
std::vector<Outward> sorted_features(const Layer& layer) {
    std::vector<Outward> features;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (!layer.parts_of(FeatureId(i)).empty())
            features.push_back(outward_of(layer, FeatureId(i)));
    std::sort(features.begin(), features.end(), [&](const Outward& one, const Outward& other) {
        const auto key = [&](const Outward& o) {
            return std::tie(o.points, o.box.min, o.box.max, layer[o.feature].code, o.feature);
        };
        return key(one) < key(other);
    });
    return features;
}

std::vector<kernel::Ring> all_rings(const Layer& layer, FeatureId feature) {
    std::vector<kernel::Ring> rings;
    for (const auto& part : layer.parts_of(feature))
        for (const auto ring : rings_of(layer, part))
            rings.push_back(kernel::canonical({ring.begin(), ring.end()}));
    std::sort(rings.begin(), rings.end());
    return rings;
}

Defect repetition(const Layer& layer, const std::vector<kernel::Ring>& rings, FeatureId first,
                  FeatureId other) {
    Defect defect = defect_of(layer, {first, other}, FindingNumber::FeatureTwice);
    defect.finding.values = {{"one", label_of(layer[defect.features.front()])},
                             {"other", label_of(layer[defect.features.back()])}};
    locate(layer, rings.front().front(), defect);
    defect.area_m2 = layer.lattice().square_metres(moments(layer, first).twice_area);
    return defect;
}

} // namespace

std::vector<Defect> find_repeated_features(const Layer& layer) {
    std::vector<Defect> defects;
    const std::vector<Outward> features = sorted_features(layer);
    std::vector<std::pair<std::vector<kernel::Ring>, FeatureId>> seen; // Of those that look alike.
    for (std::size_t i = 0; i < features.size(); ++i) {
        const bool is_like_last = i > 0 && look_alike(features[i - 1], features[i]);
        const bool is_like_next =
            i + 1 < features.size() && look_alike(features[i], features[i + 1]);
        if (!is_like_last)
            seen.clear();
        if (!is_like_last && !is_like_next)
            continue;
        auto rings = all_rings(layer, features[i].feature);
        const auto same = std::find_if(seen.begin(), seen.end(),
                                       [&](const auto& one) { return one.first == rings; });
        if (same == seen.end())
            seen.emplace_back(std::move(rings), features[i].feature);
        else
            defects.push_back(repetition(layer, rings, same->second, features[i].feature));
    }
    return defects;
}

} // namespace regio::validation
