#pragma once

#include "map/line_grid.hpp"
#include "map/segment.hpp"
#include "scene/paper.hpp"

#include <span>
#include <vector>

namespace regio::map {

/// Whether a point lies inside rings by the even-odd rule. A point on an edge may go either way.
[[nodiscard]] bool is_inside(std::span<const scene::PaperLine> rings, scene::PaperPoint point);

/// An area that a name belongs to: its edges, and rows across it from left to right on which is
/// known what lies inside.
class LabelArea {
public:
    /// Precondition: pitch_mm > 0, which is how far rows are apart.
    explicit LabelArea(const std::vector<scene::PaperLine>& rings, double pitch_mm = 0.5);

    /// Around all rings; all zero when there is none.
    [[nodiscard]] const scene::PaperBox& box() const noexcept { return box_; }

    [[nodiscard]] bool contains(scene::PaperPoint point) const;

    /// Points inside on a square grid of about `step_mm`, row by row from the upper left.
    [[nodiscard]] std::vector<scene::PaperPoint> grid_points(double step_mm) const;

    /// Whether an edge meets the box.
    [[nodiscard]] bool has_edge_in(const scene::PaperBox& box) const;

    /// The part of a box that lies in the area, from 0 to 1, as the rows in the box have it.
    [[nodiscard]] double share_of(const scene::PaperBox& box) const;

private:
    /// A line across; it is inside from the first number to the second, from the third to the
    /// fourth, and so on.
    struct Row {
        double y = 0;
        std::vector<double> crossings;

        [[nodiscard]] double length_inside(double from, double to) const;
        [[nodiscard]] bool is_inside(double x) const;
    };

    void add_rows(double pitch_mm);

    std::vector<Segment> edges_;
    scene::PaperBox box_;
    LineGrid edge_grid_;
    std::vector<Row> rows_;
    double pitch_mm_;
};

} // namespace regio::map
