#pragma once

#include "io/likely_uses.hpp"
#include "report/layer_info.hpp"

#include <string_view>

namespace regio::cli {

[[nodiscard]] report::Term term_of(io::LayerUse use);
[[nodiscard]] report::Term term_of(io::FieldRole role);

/// The flag of regio check that reads a layer so: "--regions"; empty when there is none.
[[nodiscard]] std::string_view flag_of(io::LayerUse use);

/// The flag that names the field of a role in such a layer: "--region-code"; empty when there is
/// none.
[[nodiscard]] std::string_view flag_of(io::LayerUse use, io::FieldRole role);

} // namespace regio::cli
