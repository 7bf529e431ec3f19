#include "topology/edge_crowd.hpp"

#include <cmath>
#include <limits>

namespace regio::topology {

namespace {

/// Fewer edges are not divided further.
constexpr std::size_t kFew = 16;

/// Entries an edge that a grid may have at most, and from which on its cells are not divided: edges
/// that cross each other everywhere are not parted by any grid.
constexpr double kMostEntries = 3;
constexpr std::size_t kMostEntriesToDivide = 2;

constexpr int kDeepest = 40;

/// A cell that holds all edges is only divided when it is a smaller part than that of the whole.
constexpr std::size_t kWorthWhile = 4;

/// In units: places are off by less than a millionth of one.
constexpr double kMargin = 1e-3;

struct Place {
    double x, y;
};

Place place_at(const kernel::Segment& segment, double share) {
    return {segment.a.x + share * (static_cast<double>(segment.b.x) - segment.a.x),
            segment.a.y + share * (static_cast<double>(segment.b.y) - segment.a.y)};
}

/// The direction in which most of the pieces lie, longer ones counting more.
Place main_direction(const std::vector<Piece>& pieces) {
    double x = 0;
    double y = 0;
    for (const Piece& piece : pieces) {
        const double share = piece.to - piece.from;
        const double dx = share * (static_cast<double>(piece.segment.b.x) - piece.segment.a.x);
        const double dy = share * (static_cast<double>(piece.segment.b.y) - piece.segment.a.y);
        const double length = std::hypot(dx, dy);
        if (length == 0)
            continue;
        x += (dx * dx - dy * dy) / length;
        y += 2 * dx * dy / length;
    }
    const double angle = std::atan2(y, x) / 2;
    return {std::cos(angle), std::sin(angle)};
}

/// Lets a share range lose what lies outside [low, high] of a coordinate that goes from a to b.
void clip(double a, double b, double low, double high, double& from, double& to) {
    if (a == b) {
        if (a < low || a > high)
            to = -1;
        return;
    }
    const double at_low = (low - a) / (b - a);
    const double at_high = (high - a) / (b - a);
    from = std::max(from, std::min(at_low, at_high));
    to = std::min(to, std::max(at_low, at_high));
}

} // namespace

CellLine EdgeCrowd::Frame::line_of(const Piece& piece) const {
    const auto along_of = [&](Place p) { return (p.x * east + p.y * north - along) * cells_along; };
    const auto across_of = [&](Place p) {
        return (p.y * east - p.x * north - across) * cells_across;
    };
    const Place a = place_at(piece.segment, piece.from);
    const Place b = place_at(piece.segment, piece.to);
    return {along_of(a), across_of(a), along_of(b), across_of(b)};
}

double EdgeCrowd::Frame::margin() const {
    return kMargin * std::max(cells_along, cells_across);
}

EdgeCrowd::EdgeCrowd(const Edges& edges, std::vector<std::uint32_t> list, CommonEnds common_ends)
    : EdgeCrowd(
          edges,
          [&] {
              std::vector<Piece> pieces;
              pieces.reserve(list.size());
              for (const std::uint32_t edge : list)
                  pieces.push_back({edges[edge]});
              return pieces;
          }(),
          list, common_ends, 0) {}

EdgeCrowd::EdgeCrowd(const Edges& edges, std::vector<Piece> pieces, std::vector<std::uint32_t> list,
                     CommonEnds common_ends, int depth)
    : edges_(edges), common_ends_(common_ends) {
    take_fan(pieces, list);
    frame_ = frame_around(pieces);
    list_cells(pieces, list);
    divide_cells(list.size(), depth);
}

void EdgeCrowd::add_hubs(std::vector<kernel::Point>& hubs) const {
    for (const EdgeFan& fan : fans_)
        hubs.push_back(fan.centre());
    for (const EdgeCrowd& division : divisions_)
        division.add_hubs(hubs);
}

void EdgeCrowd::take_fan(std::vector<Piece>& pieces, std::vector<std::uint32_t>& list) {
    const CommonEnd end = common_end(edges_, list);
    if (!end.found)
        return;
    std::vector<std::uint32_t> rays;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const kernel::Segment edge = edges_[list[i]];
        if (edge.a == end.point || edge.b == end.point) {
            rays.push_back(list[i]);
            continue;
        }
        pieces[kept] = pieces[i];
        list[kept++] = list[i];
    }
    pieces.resize(kept);
    list.resize(kept);
    fans_.emplace_back(edges_, end.point, std::move(rays), common_ends_);
}

/// As many cells as pieces, fewer where the pieces are so long that their entries would be too
/// many; long in the direction in which the pieces are.
EdgeCrowd::Frame EdgeCrowd::frame_around(const std::vector<Piece>& pieces) {
    const Place direction = main_direction(pieces);
    Frame frame{.east = direction.x, .north = direction.y};
    double low_x = std::numeric_limits<double>::infinity();
    double low_y = low_x;
    double high_x = -low_x;
    double high_y = -low_x;
    double length_along = 0;
    double length_across = 0;
    for (const Piece& piece : pieces) {
        const CellLine line = frame.line_of(piece);
        low_x = std::min({low_x, line.x1, line.x2});
        high_x = std::max({high_x, line.x1, line.x2});
        low_y = std::min({low_y, line.y1, line.y2});
        high_y = std::max({high_y, line.y1, line.y2});
        length_along += std::abs(line.x2 - line.x1);
        length_across += std::abs(line.y2 - line.y1);
    }
    if (pieces.empty())
        return frame;
    const double width = high_x - low_x + 1;
    const double height = high_y - low_y + 1;
    const auto count = static_cast<double>(pieces.size());
    const double passes_along = length_along / width + 1e-9;
    const double passes_across = length_across / height + 1e-9;
    double columns = std::clamp(std::sqrt(count * passes_across / passes_along), 1.0, width);
    double rows = std::clamp(count / columns, 1.0, height);
    columns = std::clamp(count / rows, 1.0, width);
    const double entries = columns * passes_along + rows * passes_across;
    if (const double most = (kMostEntries - 1) * count; entries > most) {
        columns = std::max(1.0, columns * most / entries);
        rows = std::max(1.0, rows * most / entries);
    }
    frame.columns = static_cast<std::int32_t>(columns);
    frame.rows = static_cast<std::int32_t>(rows);
    frame.along = low_x;
    frame.across = low_y;
    frame.cells_along = frame.columns / width;
    frame.cells_across = frame.rows / height;
    return frame;
}

void EdgeCrowd::list_cells(const std::vector<Piece>& pieces,
                           const std::vector<std::uint32_t>& list) {
    const auto cells =
        static_cast<std::size_t>(frame_.columns) * static_cast<std::size_t>(frame_.rows);
    first_.assign(cells + 1, 0);
    const auto for_each_cell = [&](const Piece& piece, const auto& visit) {
        for_each_run(frame_.line_of(piece), frame_.margin(), frame_.columns, frame_.rows,
                     [&](const CellRun& run) {
                         const auto row = static_cast<std::size_t>(run.row) *
                                          static_cast<std::size_t>(frame_.columns);
                         for (std::int32_t column = run.first; column <= run.last; ++column)
                             visit(row + static_cast<std::size_t>(column));
                     });
    };
    for (const Piece& piece : pieces)
        for_each_cell(piece, [&](std::size_t cell) { ++first_[cell]; });
    for (std::size_t cell = 0; cell < cells; ++cell)
        first_[cell + 1] += first_[cell];
    listed_.resize(first_[cells]);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for_each_cell(pieces[i], [&](std::size_t cell) { listed_[--first_[cell]] = list[i]; });
}

Piece EdgeCrowd::clipped(const Piece& piece, std::int32_t column, std::int32_t row) const {
    const CellLine line = frame_.line_of({piece.segment, 0, 1});
    const double margin = frame_.margin();
    Piece part = piece;
    clip(line.x1, line.x2, column - margin, column + 1 + margin, part.from, part.to);
    clip(line.y1, line.y2, row - margin, row + 1 + margin, part.from, part.to);
    return part;
}

/// Divides the cells with many edges, as long as that makes the lists shorter.
void EdgeCrowd::divide_cells(std::size_t edge_count, int depth) {
    division_.assign(first_.size() - 1, -1);
    if (depth == kDeepest || listed_.size() > kMostEntriesToDivide * edge_count)
        return;
    for (std::size_t cell = 0; cell < division_.size(); ++cell) {
        const std::size_t count = first_[cell + 1] - first_[cell];
        if (count <= kFew || (count == edge_count && division_.size() < kWorthWhile))
            continue;
        division_[cell] = static_cast<std::int32_t>(divisions_.size());
        divisions_.push_back(division_of(cell, depth + 1));
    }
}

EdgeCrowd EdgeCrowd::division_of(std::size_t cell, int depth) const {
    const auto columns = static_cast<std::size_t>(frame_.columns);
    std::vector<Piece> pieces;
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) {
        const Piece part = clipped({edges_[listed_[i]]}, static_cast<std::int32_t>(cell % columns),
                                   static_cast<std::int32_t>(cell / columns));
        if (part.from > part.to)
            continue;
        pieces.push_back(part);
        list.push_back(listed_[i]);
    }
    return EdgeCrowd(edges_, std::move(pieces), std::move(list), common_ends_, depth);
}

} // namespace regio::topology
