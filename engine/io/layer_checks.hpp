#pragma once

#include "io/output_layer.hpp"

#include <span>
#include <string>

namespace regio::io {

/// Throws InputError "FILE: …" with the place of what no format can hold: names and texts that are
/// not UTF-8 or hold a NUL, two layers or two fields with names that differ in nothing but case,
/// and texts of a style that XML cannot hold. Contract: layers have names, the values of a feature
/// are of the types of the fields, its geometry is of the kind of the layer, and a style is by one
/// of the text fields.
void check_layers(std::span<const OutputLayer> layers, const std::string& file);

} // namespace regio::io
