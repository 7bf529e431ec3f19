#pragma once

#include "scene/scene.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace regio::scene {

/// A length as SVG files have it: to a thousandth of a millimetre, in as few characters as it
/// takes: "12.5", "-0.25" as "-.25".
[[nodiscard]] std::string svg_length(double length_mm);

/// The lines as the data of a path: rounded to a thousandth of a millimetre first, then written as
/// steps from point to point, so that nothing drifts and equal points stay equal. Empty when no
/// line has two points.
[[nodiscard]] std::string svg_path_data(const std::vector<Subpath>& lines);

} // namespace regio::scene
