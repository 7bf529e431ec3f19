#pragma once

#include "cli/lattice_arguments.hpp"
#include "io/layer_description.hpp"
#include "project/open_layers.hpp"
#include "report/layer_info.hpp"

namespace regio::cli {

/// What reports say of a coordinate reference system, and of an operation between two.
[[nodiscard]] report::CrsInfo crs_info(const io::Crs& crs);
[[nodiscard]] report::TransformationInfo
transformation_info(const project::Transformation& transformation);

/// What is to be said of a layer that has been described: its polygons are opened, counted and
/// looked at, and what it can serve for is told in arguments, those about coordinates repeated.
/// Throws as project::open_layers().
[[nodiscard]] report::LayerInfo inspect(const io::LayerDescription& description,
                                        const project::LatticeTerms& terms,
                                        const LatticeArguments& arguments);

} // namespace regio::cli
