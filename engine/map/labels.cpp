#include "map/labels.hpp"

#include "map/label_placer.hpp"

namespace regio::map {

using scene::Face;
using scene::kMillimetresPerPoint;

namespace {

/// A font has no size of its own; this one is asked, and any other is as many times larger.
constexpr double kAskedSize = 1;

} // namespace

Labelling place_labels(const std::vector<LabelRequest>& requests, const LabelGround& ground,
                       const scene::Fonts& fonts) {
    return place_labels(
        requests, ground,
        TextMeasure{.width =
                        [&](std::string_view text, Face face) {
                            return fonts.width_mm(text, face, kAskedSize) / kMillimetresPerPoint;
                        },
                    .cap_height =
                        [&](Face face) {
                            return fonts.cap_height_mm(face, kAskedSize) / kMillimetresPerPoint;
                        },
                    .descent =
                        [&](Face face) {
                            return fonts.descent_mm(face, kAskedSize) / kMillimetresPerPoint;
                        }});
}

} // namespace regio::map
