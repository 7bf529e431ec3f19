#pragma once

#include "scene/scene.hpp"

namespace regio::scene {

/// Checks what every back end relies on: numbers that are finite and lie within the bounds that
/// Scene states. A violation is a mistake of ours.
void expect_drawable(const Scene& scene);

} // namespace regio::scene
