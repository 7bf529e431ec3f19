#pragma once

#include "layer/layer.hpp"

#include <string>

/// What the headers of `arrangement`, `coverage` and `nesting` promise of what is made of two
/// layers at once. Each function says what breaks its law, and nothing when all hold.
/// Precondition of all: no feature crosses itself or has a ring where it should not lie.
namespace regio::fuzz {

/// arrangement/arrangement.hpp: areas are valid by our own rules and by GEOS, walk every edge once
/// each way at most, and add up to the features and to what pairs of them share.
[[nodiscard]] std::string breach_of_arrangement(const layer::Layer& a, const layer::Layer& b);

/// coverage/partition.hpp: the difference and the clip of a feature add up to it, and
/// intersections lie in the union.
[[nodiscard]] std::string breach_of_partition(const layer::Layer& a, const layer::Layer& b);

/// coverage/dissolve.hpp: groups of the features of both layers, which overlap each other, are
/// valid, and are the unions of GEOS.
[[nodiscard]] std::string breach_of_dissolve(const layer::Layer& a, const layer::Layer& b);

/// nesting/shape_verdict.hpp: what of a drawn area of `b` lies outside all of `a` is exact when it
/// is nothing, and a larger tolerance turns nothing that is inside to outside.
[[nodiscard]] std::string breach_of_shape_verdict(const layer::Layer& a, const layer::Layer& b);

} // namespace regio::fuzz
