#pragma once

#include "cli/lattice_arguments.hpp"
#include "io/layer_description.hpp"
#include "report/layer_info.hpp"

namespace regio::cli {

/// What is to be said of a layer that has been described: its polygons are opened, counted and
/// looked at, and what it can serve for is told in arguments, those about coordinates repeated.
/// Throws as project::open_layers().
[[nodiscard]] report::LayerInfo inspect(const io::LayerDescription& description,
                                        const project::LatticeTerms& terms,
                                        const LatticeArguments& arguments);

} // namespace regio::cli
