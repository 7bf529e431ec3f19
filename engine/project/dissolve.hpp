#pragma once

#include "base/finding.hpp"
#include "kernel/polygon.hpp"
#include "layer/layer.hpp"
#include "project/grouping.hpp"

#include <string>
#include <vector>

namespace regio::project {

/// The outline of a group of features.
struct Outline {
    std::string code;
    std::string name;
    std::size_t features = 0;
    double area_m2 = 0;
    kernel::MultiPolygon polygons;
};

/// The outlines of the groups of one layer, in their order. A group that lacks a member is left out
/// (R418): an outline without it would be a wrong one. Findings also: R406-R408, R420. Throws
/// InputError when features of a group overlap, or cross themselves so that inside is not to be
/// told from outside: they have no outline. Law: the area of an outline is exactly the sum of those
/// of its features.
[[nodiscard]] std::vector<Outline> dissolve(const layer::Layer& layer,
                                            const std::vector<FeatureGroup>& groups,
                                            std::vector<Finding>& findings);

} // namespace regio::project
