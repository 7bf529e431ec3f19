#pragma once

#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <string>

namespace regio::scene {

/// The family and what comes near it where embedded fonts are not used, as the value of
/// font-family.
[[nodiscard]] std::string svg_font_family(const Fonts& fonts);

/// A rule @font-face for each face that the scene's texts use, with the glyphs they use inside;
/// empty when there is no text.
[[nodiscard]] std::string svg_font_rules(const Scene& scene, const Fonts& fonts);

} // namespace regio::scene
