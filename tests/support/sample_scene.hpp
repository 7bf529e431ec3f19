#pragma once

#include "scene/fonts.hpp"
#include "scene/scene.hpp"

namespace regio::test {

/// The fonts that come with the project.
scene::Fonts house_fonts();

/// A closed line around a box.
scene::Subpath box_line(const scene::PaperBox& box);

/// A sheet with one of everything that a scene can have: areas with holes, dashes, thin lines, all
/// faces, anchors and halos.
scene::Scene sample_scene();

} // namespace regio::test
