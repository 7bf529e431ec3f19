#pragma once

#include "scene/scene.hpp"

#include <functional>
#include <string_view>

namespace regio::map {

/// What has to be known of a font to find a place for a name; lengths are in parts of its size.
struct TextMeasure {
    std::function<double(std::string_view text, scene::Face face)> width;
    std::function<double(scene::Face face)> cap_height;
    std::function<double(scene::Face face)> descent;
};

} // namespace regio::map
