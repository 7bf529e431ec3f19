#pragma once

#include "map/segment.hpp"
#include "scene/paper.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::map {

/// Lines on a sheet, found by place: a grid of square cells that know the segments through them.
class LineGrid {
public:
    /// Only what lies in `extent` can be found. Cells are small enough to hold few segments and
    /// large enough that a label asks few of them.
    LineGrid(std::span<const Segment> segments, const scene::PaperBox& extent, double cell_mm = 4);

    /// How much line there is in a box, in millimetres; 0 only when no line meets the box.
    [[nodiscard]] double length_inside(const scene::PaperBox& box) const;

    [[nodiscard]] bool meets(const scene::PaperBox& box) const;

private:
    /// Cells from the first to the last column and row, both included.
    struct Range {
        int left = 0;
        int top = 0;
        int right = -1;
        int bottom = -1;
    };

    [[nodiscard]] Range cells_of(const scene::PaperBox& box) const;
    [[nodiscard]] scene::PaperBox cell(int column, int row) const;
    [[nodiscard]] std::span<const Segment> segments_in(int column, int row) const;
    [[nodiscard]] std::size_t place(int column, int row) const;

    scene::PaperBox extent_;
    double cell_mm_;
    int columns_;
    int rows_;
    std::vector<std::uint32_t>
        starts_;                    ///< Where the segments of a cell begin; one more at the end.
    std::vector<Segment> segments_; ///< By cell; one is in every cell that it meets.
};

} // namespace regio::map
