#include "map/label_area.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <cmath>

namespace regio::map {

using scene::PaperBox;
using scene::PaperLine;
using scene::PaperPoint;

namespace {

/// A label is a few of these high.
constexpr double kCell = 2;

/// Whether a line from left to right at this height goes through the edge. The lower end belongs
/// to the edge and the upper one does not, so that a corner counts once.
bool is_passed(const Segment& edge, double y) {
    return (edge.a.y <= y) != (edge.b.y <= y);
}

double crossing(const Segment& edge, double y) {
    return edge.a.x + (y - edge.a.y) * (edge.b.x - edge.a.x) / (edge.b.y - edge.a.y);
}

bool is_enclosed(std::span<const Segment> edges, PaperPoint point) {
    bool is_odd = false;
    for (const Segment& edge : edges)
        if (is_passed(edge, point.y) && crossing(edge, point.y) > point.x)
            is_odd = !is_odd;
    return is_odd;
}

PaperBox box_of(std::span<const Segment> edges) {
    if (edges.empty())
        return {};
    PaperBox box{edges[0].a.x, edges[0].a.y, edges[0].a.x, edges[0].a.y};
    for (const Segment& edge : edges)
        box = {std::min(box.left, edge.a.x), std::min(box.top, edge.a.y),
               std::max(box.right, edge.a.x), std::max(box.bottom, edge.a.y)};
    return box;
}

} // namespace

bool is_inside(std::span<const PaperLine> rings, PaperPoint point) {
    return is_enclosed(edges_of(rings), point);
}

LabelArea::LabelArea(const std::vector<PaperLine>& rings, double pitch_mm)
    : edges_(edges_of(rings)), box_(box_of(edges_)), edge_grid_(edges_, box_, kCell),
      pitch_mm_(pitch_mm) {
    REGIO_EXPECTS(pitch_mm > 0);
    add_rows(pitch_mm);
}

void LabelArea::add_rows(double pitch_mm) {
    const auto count = static_cast<std::size_t>(std::ceil(box_.height() / pitch_mm));
    rows_.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        rows_[i].y = box_.top + (static_cast<double>(i) + 0.5) * pitch_mm;
    for (const Segment& edge : edges_) {
        const double top = std::min(edge.a.y, edge.b.y);
        const double bottom = std::max(edge.a.y, edge.b.y);
        const auto first = std::max(0.0, std::floor((top - box_.top) / pitch_mm - 0.5));
        for (auto i = static_cast<std::size_t>(first); i < count && rows_[i].y <= bottom; ++i)
            if (is_passed(edge, rows_[i].y))
                rows_[i].crossings.push_back(crossing(edge, rows_[i].y));
    }
    for (Row& row : rows_)
        std::sort(row.crossings.begin(), row.crossings.end());
}

bool LabelArea::contains(PaperPoint point) const {
    return scene::contains(box_, point) && is_enclosed(edges_, point);
}

std::vector<PaperPoint> LabelArea::grid_points(double step_mm) const {
    const auto stride = std::max<std::size_t>(1, static_cast<std::size_t>(step_mm / pitch_mm_));
    const double step = static_cast<double>(stride) * pitch_mm_;
    std::vector<PaperPoint> points;
    for (std::size_t i = stride / 2; i < rows_.size(); i += stride)
        for (double x = box_.left + step / 2; x < box_.right; x += step)
            if (rows_[i].is_inside(x))
                points.push_back({x, rows_[i].y});
    return points;
}

bool LabelArea::has_edge_in(const PaperBox& box) const {
    return edge_grid_.meets(box);
}

double LabelArea::share_of(const PaperBox& box) const {
    const double first = std::ceil((box.top - box_.top) / pitch_mm_ - 0.5);
    const double last = std::floor((box.bottom - box_.top) / pitch_mm_ - 0.5);
    if (last < first || box.width() <= 0)
        return contains(box.centre()) ? 1 : 0;
    double length = 0;
    for (auto i = std::max(0.0, first); i <= last && i < static_cast<double>(rows_.size()); ++i)
        length += rows_[static_cast<std::size_t>(i)].length_inside(box.left, box.right);
    return length / (box.width() * (last - first + 1));
}

double LabelArea::Row::length_inside(double from, double to) const {
    double length = 0;
    for (std::size_t i = 1; i < crossings.size(); i += 2)
        length += std::max(0.0, std::min(to, crossings[i]) - std::max(from, crossings[i - 1]));
    return length;
}

bool LabelArea::Row::is_inside(double x) const {
    const auto beyond = std::upper_bound(crossings.begin(), crossings.end(), x);
    return (crossings.end() - beyond) % 2 == 1;
}

} // namespace regio::map
