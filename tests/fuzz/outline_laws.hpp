#pragma once

#include "coverage/coverage_health.hpp"
#include "coverage/outline.hpp"
#include "layer/layer.hpp"
#include "topology/chains.hpp"
#include "topology/self_contacts.hpp"

#include <span>
#include <vector>

/// What the headers of `coverage` promise, and what `io` makes of it. A broken promise ends the
/// program with its text.
namespace regio::fuzz {

/// What the laws of outlines stand on.
enum class Overlaps : bool { Possible, None };

/// Says None only of layers in which contacts are at common vertices, features have no self
/// contacts and hold their holes, and none overlaps another.
[[nodiscard]] Overlaps overlaps_of(const layer::Layer& layer, const topology::Chains& chains,
                                   const std::vector<topology::SelfContact>& contacts,
                                   const coverage::CoverageHealth& health);

/// coverage/coverage_health.hpp.
void check_health(const layer::Layer& layer, const topology::Chains& chains,
                  const coverage::CoverageHealth& health);

/// coverage/ring_builder.hpp, with all borders that only one feature walks.
void check_ring_builder(const topology::Chains& chains);

/// coverage/outline.hpp, of one group.
void check_outline(const layer::Layer& layer, const coverage::Outliner& outliner,
                   std::span<const layer::FeatureId> group, Overlaps overlaps);

} // namespace regio::fuzz
