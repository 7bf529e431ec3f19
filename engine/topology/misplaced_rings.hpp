#pragma once

#include "base/finding.hpp"
#include "layer/layer.hpp"

#include <span>
#include <vector>

namespace regio::topology {

/// The features with a ring where it should not lie, in order: a hole outside its shell or in
/// another hole of it, a part in another part of the feature, a ring that is there twice. Their
/// areas do not add up to the area that they cover. Each ring is judged by one edge: where rings
/// cross, find_self_contacts() says so. Law: in a feature whose rings do not meet, the feature is
/// here exactly when it is not valid by the rules of OGC.
[[nodiscard]] std::vector<layer::FeatureId> find_misplaced_rings(const layer::Layer& layer);

/// The same as findings R420.
void report_misplaced_rings(const layer::Layer& layer, std::span<const layer::FeatureId> features,
                            std::vector<Finding>& findings);

} // namespace regio::topology
