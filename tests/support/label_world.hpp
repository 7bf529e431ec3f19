#pragma once

#include "map/labels.hpp"
#include "map/text_measure.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace regio::test {

/// Requests with the ground they ask on.
struct LabelWorld {
    std::vector<map::LabelRequest> requests;
    map::LabelGround ground;
};

/// A font whose letters are half as wide as it is high, capitals 0.7 and descenders 0.2 of that.
[[nodiscard]] map::TextMeasure even_letters();

/// The corners of a box.
[[nodiscard]] scene::PaperLine rectangle(const scene::PaperBox& box);

/// Names in a frame of 100 by 100 mm that is cut into crooked cells: each name has one or several
/// cells, whole, with a hole, or none. Some must be placed; boxes stand in the way.
[[nodiscard]] LabelWorld random_label_world(std::uint32_t seed);

} // namespace regio::test
