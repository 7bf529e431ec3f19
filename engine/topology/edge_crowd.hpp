#pragma once

#include "topology/cell_rows.hpp"
#include "topology/edge_fan.hpp"
#include "topology/edges.hpp"

#include <cstdint>
#include <vector>

namespace regio::topology {

/// The part of a segment between two shares of its length.
struct Piece {
    kernel::Segment segment;
    double from = 0;
    double to = 1;
};

/// Finds the edges near a segment where many lie together: edges that end in one point as a fan,
/// the others in a grid that is turned as most of them lie and whose cells are long in that
/// direction, so that parallel edges come into cells of their own; crowded cells are divided in the
/// same way again. Lists stay within a few entries an edge at each depth.
///
/// Grids are computed in doubles with a margin far above their error, so that nothing is missed.
class EdgeCrowd {
public:
    /// Precondition: `edges` outlives the crowd.
    EdgeCrowd(const Edges& edges, std::vector<std::uint32_t> list, CommonEnds common_ends);

    /// Adds the points in which fans have their centres, some more than once.
    void add_hubs(std::vector<kernel::Point>& hubs) const;

    /// Calls with the number of every edge that meets the segment, but those of a hub in which it
    /// ends too, where those are left out; with others, and with some more than once.
    template <typename Visit>
    void for_each_near(const kernel::Segment& segment, const Visit& visit) const {
        visit_piece({segment, 0, 1}, visit);
    }

private:
    /// Turned coordinates in cells: places within the grid lie between 0 and its size.
    struct Frame {
        double east = 1, north = 0; ///< The direction of rows, of length one.
        double along = 0, across = 0;
        double cells_along = 1, cells_across = 1; ///< A unit.
        std::int32_t columns = 1, rows = 1;

        [[nodiscard]] CellLine line_of(const Piece& piece) const;
        [[nodiscard]] double margin() const;
    };

    EdgeCrowd(const Edges& edges, std::vector<Piece> pieces, std::vector<std::uint32_t> list,
              CommonEnds common_ends, int depth);

    static Frame frame_around(const std::vector<Piece>& pieces);
    void take_fan(std::vector<Piece>& pieces, std::vector<std::uint32_t>& list);
    void list_cells(const std::vector<Piece>& pieces, const std::vector<std::uint32_t>& list);
    void divide_cells(std::size_t edge_count, int depth);
    [[nodiscard]] EdgeCrowd division_of(std::size_t cell, int depth) const;

    /// What of a piece lies in a cell or nearly so; empty (from > to) where nothing does.
    [[nodiscard]] Piece clipped(const Piece& piece, std::int32_t column, std::int32_t row) const;

    template <typename Visit>
    void visit_piece(const Piece& piece, const Visit& visit) const;

    Edges edges_;
    Frame frame_;
    CommonEnds common_ends_;
    std::vector<EdgeFan> fans_;          ///< One at most.
    std::vector<std::uint32_t> first_;   ///< Of each cell in listed_, row by row, and the end.
    std::vector<std::uint32_t> listed_;  ///< Edges.
    std::vector<std::int32_t> division_; ///< Of each cell among divisions_, or -1.
    std::vector<EdgeCrowd> divisions_;
};

template <typename Visit>
void EdgeCrowd::visit_piece(const Piece& piece, const Visit& visit) const {
    for (const EdgeFan& fan : fans_)
        fan.for_each_near(piece.segment, visit);
    for_each_run(frame_.line_of(piece), frame_.margin(), frame_.columns, frame_.rows,
                 [&](const CellRun& run) {
                     for (std::int32_t column = run.first; column <= run.last; ++column) {
                         const auto cell = static_cast<std::size_t>(run.row) *
                                               static_cast<std::size_t>(frame_.columns) +
                                           static_cast<std::size_t>(column);
                         if (division_[cell] >= 0) {
                             const Piece part = clipped(piece, column, run.row);
                             if (part.from <= part.to)
                                 divisions_[static_cast<std::size_t>(division_[cell])].visit_piece(
                                     part, visit);
                             continue;
                         }
                         for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i)
                             visit(listed_[i]);
                     }
                 });
}

} // namespace regio::topology
