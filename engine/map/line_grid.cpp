#include "map/line_grid.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regio::map {

using scene::PaperBox;

namespace {

int cell_count(double length, double cell_mm) {
    return std::max(1, static_cast<int>(std::ceil(length / cell_mm)));
}

/// What two boxes share; right is less than left, or bottom than top, when they share nothing.
PaperBox shared(const PaperBox& one, const PaperBox& other) {
    return {std::max(one.left, other.left), std::max(one.top, other.top),
            std::min(one.right, other.right), std::min(one.bottom, other.bottom)};
}

} // namespace

LineGrid::LineGrid(std::span<const Segment> segments, const PaperBox& extent, double cell_mm)
    : extent_(extent), cell_mm_(cell_mm), columns_(cell_count(extent.width(), cell_mm)),
      rows_(cell_count(extent.height(), cell_mm)) {
    REGIO_EXPECTS(cell_mm > 0);
    struct Visit {
        std::size_t cell;
        std::size_t segment;
    };
    std::vector<Visit> visits;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Range range = cells_of(box_of(segments[i]));
        for (int row = range.top; row <= range.bottom; ++row)
            for (int column = range.left; column <= range.right; ++column)
                if (meet(segments[i], cell(column, row)))
                    visits.push_back({place(column, row), i});
    }
    starts_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
    for (const Visit& visit : visits)
        ++starts_[visit.cell + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    segments_.resize(visits.size());
    for (const Visit& visit : visits)
        segments_[next[visit.cell]++] = segments[visit.segment];
}

double LineGrid::length_inside(const PaperBox& box) const {
    double length = 0;
    const Range range = cells_of(box);
    for (int row = range.top; row <= range.bottom; ++row)
        for (int column = range.left; column <= range.right; ++column) {
            const PaperBox part = shared(box, cell(column, row));
            for (const Segment& segment : segments_in(column, row))
                length += map::length_inside(segment, part);
        }
    return length;
}

bool LineGrid::meets(const PaperBox& box) const {
    const Range range = cells_of(box);
    for (int row = range.top; row <= range.bottom; ++row)
        for (int column = range.left; column <= range.right; ++column)
            for (const Segment& segment : segments_in(column, row))
                if (meet(segment, box))
                    return true;
    return false;
}

LineGrid::Range LineGrid::cells_of(const PaperBox& box) const {
    const PaperBox part = shared(box, extent_);
    if (!(part.left <= part.right && part.top <= part.bottom))
        return {};
    const auto index = [&](double offset, int count) {
        return std::clamp(static_cast<int>(offset / cell_mm_), 0, count - 1);
    };
    return {index(part.left - extent_.left, columns_), index(part.top - extent_.top, rows_),
            index(part.right - extent_.left, columns_), index(part.bottom - extent_.top, rows_)};
}

PaperBox LineGrid::cell(int column, int row) const {
    return {extent_.left + column * cell_mm_, extent_.top + row * cell_mm_,
            extent_.left + (column + 1) * cell_mm_, extent_.top + (row + 1) * cell_mm_};
}

std::size_t LineGrid::place(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
}

std::span<const Segment> LineGrid::segments_in(int column, int row) const {
    const std::size_t at = place(column, row);
    return std::span(segments_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

} // namespace regio::map
