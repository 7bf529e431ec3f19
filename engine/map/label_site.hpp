#pragma once

#include "map/label_area.hpp"
#include "map/labels.hpp"
#include "map/line_grid.hpp"
#include "map/text_block.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace regio::map {

/// Where the middle of a label may lie.
struct LabelPosition {
    scene::PaperPoint point;
    double from_centre_mm = 0; ///< How far it is from the middle of the circle.
};

/// A request made ready for the search.
struct LabelSite {
    std::size_t request = 0;
    LabelRequest::Need need = LabelRequest::Need::May;
    LabelArea area;
    scene::PaperPoint centre; ///< Of the largest circle in the area.
    double radius_mm = 0;
    std::vector<TextBlock> blocks;
    std::vector<LabelPosition> positions; ///< In the area, nearest to the centre first.
};

/// Nothing when there is no text, no size or nothing seen of the area.
[[nodiscard]] std::optional<LabelSite> make_site(const LabelRequest& request, std::size_t index,
                                                 const TextMeasure& measure);

/// The sheet without any label on it.
struct LabelSheet {
    scene::PaperBox inner_frame; ///< The frame without its margin.
    std::vector<scene::PaperBox> obstacles;
    LineGrid lines;
    LineGrid heavy_lines;
};

[[nodiscard]] LabelSheet make_sheet(const LabelGround& ground);

/// Where a label goes.
struct LabelPlace {
    std::size_t block = 0; ///< Among those of the site.
    scene::PaperPoint centre;
    scene::PaperBox box;
    double cost = 0;
    std::optional<Segment> leader; ///< From the box to the middle of the circle.
};

/// White that stays between two labels, and between a label and an obstacle, in millimetres.
inline constexpr double kLabelGap = 0.5;

/// Whether a box keeps its distance from all of these.
[[nodiscard]] bool is_clear(const scene::PaperBox& box, std::span<const LabelPlace> others);
[[nodiscard]] bool is_clear(const scene::PaperBox& box, std::span<const scene::PaperBox> obstacles);

} // namespace regio::map
