#pragma once

#include "layer/layer.hpp"
#include "project/open_layers.hpp"
#include "topology/chains.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regio::test {

/// A file of the real data, or any other when it begins with "/".
io::LayerSource layer_source(const std::string& file, const std::string& code,
                             const std::string& name = {});

/// Opens one layer on a lattice of its own.
project::OpenedLayer open_layer(const io::LayerSource& source, const project::LatticeTerms& terms,
                                std::vector<Finding>& findings);
layer::Layer open_layer(const io::LayerSource& source);

/// Twice the areas in square units, by code.
std::map<std::string, kernel::Wide> areas_by_code(const layer::Layer& layer);

/// The lengths of the borders of each feature, in metres, by code.
std::map<std::string, double> perimeters_by_code(const topology::Chains& chains,
                                                 const layer::Layer& layer);

/// Pairs of codes that share a border.
std::vector<std::pair<std::string, std::string>> neighbours(const topology::Chains& chains,
                                                            const layer::Layer& layer);

} // namespace regio::test
