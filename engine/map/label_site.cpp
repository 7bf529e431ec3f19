#include "map/label_site.hpp"

#include "map/inscribed_circle.hpp"

#include <algorithm>
#include <utility>

namespace regio::map {

using scene::grown;
using scene::PaperBox;
using scene::PaperPoint;

namespace {

/// Between a label and the frame.
constexpr double kFrameMargin = 0.8;

/// How far tried positions are apart, and into how many steps a large area is cut at most: half a
/// millimetre decides in a small area, and none is needed in a large one.
constexpr double kFinestStep = 0.5;
constexpr double kMostSteps = 24;

/// How far the middle of the circle may be off: no one sees it in parts of the area, and finding
/// circles is most of the work.
double circle_tolerance_mm(const LabelArea& area) {
    return std::clamp(std::min(area.box().width(), area.box().height()) / 40, 0.1, 0.5);
}

/// Whether a box of this size could lie in the area's; else a name that may be left out is.
bool could_hold(const LabelArea& area, const std::vector<TextBlock>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& block) {
        return block.width_mm < area.box().width() && block.height_mm < area.box().height();
    });
}

std::vector<LabelPosition> positions_in(const LabelArea& area, PaperPoint centre) {
    const double longest = std::max(area.box().width(), area.box().height());
    std::vector<LabelPosition> positions;
    if (area.contains(centre))
        positions.push_back({centre, 0});
    for (const PaperPoint point : area.grid_points(std::max(kFinestStep, longest / kMostSteps)))
        positions.push_back({point, distance(point, centre)});
    std::stable_sort(positions.begin(), positions.end(),
                     [](const LabelPosition& a, const LabelPosition& b) {
                         return a.from_centre_mm < b.from_centre_mm;
                     });
    return positions;
}

} // namespace

std::optional<LabelSite> make_site(const LabelRequest& request, std::size_t index,
                                   const TextMeasure& measure) {
    std::vector<TextBlock> blocks = text_blocks(request, measure);
    LabelArea area(request.area);
    if (blocks.empty() || (request.need == LabelRequest::Need::May && !could_hold(area, blocks)))
        return std::nullopt;
    const auto circle = largest_inscribed_circle(request.area, circle_tolerance_mm(area));
    if (!circle)
        return std::nullopt;
    auto positions = positions_in(area, circle->centre);
    return LabelSite{index,
                     request.need,
                     std::move(area),
                     circle->centre,
                     circle->radius_mm,
                     std::move(blocks),
                     std::move(positions)};
}

LabelSheet make_sheet(const LabelGround& ground) {
    return {grown(ground.frame, -kFrameMargin),
            ground.obstacles,
            {segments_of(ground.lines), ground.frame},
            {segments_of(ground.heavy_lines), ground.frame}};
}

bool is_clear(const PaperBox& box, std::span<const LabelPlace> others) {
    const PaperBox wide = grown(box, kLabelGap);
    return std::none_of(others.begin(), others.end(), [&](const LabelPlace& other) {
        return overlap(wide, other.box) || (other.leader && meet(*other.leader, wide));
    });
}

bool is_clear(const PaperBox& box, std::span<const PaperBox> obstacles) {
    const PaperBox wide = grown(box, kLabelGap);
    return std::none_of(obstacles.begin(), obstacles.end(),
                        [&](const PaperBox& obstacle) { return overlap(wide, obstacle); });
}

} // namespace regio::map
