#include "tests/support/feature_pairs.hpp"

#include "tests/support/geometry.hpp"

#include <string>

namespace regio::test {

namespace {

using layer::FeatureId;

bool fits(std::string_view matrix, std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (pattern[i] != '*' && matrix[i] != pattern[i])
            return false;
    return true;
}

} // namespace

kernel::Box box_of(const layer::Layer& layer, FeatureId feature) {
    kernel::Box box;
    for (const auto& part : layer.parts_of(feature))
        box.include(layer::box_of(layer, part));
    return box;
}

FeaturePairs pairs_by_geos(const GeosOracle& geos, const layer::Layer& layer,
                           std::string_view pattern) {
    std::vector<kernel::MultiPolygon> polygons;
    std::vector<kernel::Box> boxes;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        polygons.push_back(polygons_of(layer, FeatureId(i)));
        boxes.push_back(box_of(layer, FeatureId(i)));
    }
    FeaturePairs pairs;
    for (std::size_t i = 0; i < polygons.size(); ++i)
        for (std::size_t j = i + 1; j < polygons.size(); ++j)
            if (meets(boxes[i], boxes[j]) && fits(geos.relate(polygons[i], polygons[j]), pattern))
                pairs.emplace_back(FeatureId(i), FeatureId(j));
    return pairs;
}

layer::Regrouping all_features(const layer::Layer& layer) {
    layer::Regrouping all;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (!layer.parts_of(layer::FeatureId(i)).empty())
            all.members.push_back(layer::FeatureId(i));
    return all;
}

} // namespace regio::test
