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

/// The middle of the circle is good enough when it is this much off.
constexpr double kCircleTolerance = 0.15;

/// Whether a box of this size could lie in the area's; else a name that may be left out is.
bool could_hold(const LabelArea& area, const std::vector<TextBlock>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const TextBlock& block) {
        return block.width_mm < area.box().width() && block.height_mm < area.box().height();
    });
}

std::vector<PaperPoint> positions_in(const LabelArea& area, PaperPoint centre) {
    const double longest = std::max(area.box().width(), area.box().height());
    std::vector<PaperPoint> positions =
        area.grid_points(std::max(kFinestStep, longest / kMostSteps));
    if (area.contains(centre))
        positions.insert(positions.begin(), centre);
    std::stable_sort(positions.begin(), positions.end(), [&](PaperPoint a, PaperPoint b) {
        return distance(a, centre) < distance(b, centre);
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
    const auto circle = largest_inscribed_circle(request.area, kCircleTolerance);
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
    std::vector<Segment> segments;
    for (const scene::PaperLine& line : ground.lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            segments.push_back({line[i - 1], line[i]});
    return {grown(ground.frame, -kFrameMargin), ground.obstacles, {segments, ground.frame}};
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
