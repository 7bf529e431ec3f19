#pragma once

#include "layer/layer.hpp"
#include "layer/raw_layer.hpp"
#include "topology/chains.hpp"
#include "topology/self_contacts.hpp"

#include <vector>

/// What the headers of `layer` and `topology` promise of every layer, however faulty. A broken
/// promise ends the program with its text.
namespace regio::fuzz {

/// Layers of more edges are not compared with answers in quadratic time.
inline constexpr std::size_t kMostEdgesForPairs = 64;

/// layer/layer.hpp, layer/rounding.hpp and kernel/lattice.hpp.
void check_rounding(const layer::RawLayer& raw, const layer::Layer& layer);

/// topology/edge_partners.hpp and topology/chains.hpp.
void check_chains(const layer::Layer& layer, const topology::Chains& chains);

/// topology/adjacency.hpp.
void check_adjacency(const layer::Layer& layer, const topology::Chains& chains);

/// topology/self_contacts.hpp, against every pair of edges.
void check_self_contacts(const layer::Layer& layer,
                         const std::vector<topology::SelfContact>& contacts);

} // namespace regio::fuzz
