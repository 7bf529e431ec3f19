#include "arrangement/noding.hpp"

#include "arrangement/contacts.hpp"
#include "arrangement/routes.hpp"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace regio::arrangement {

namespace {

using kernel::Box;
using kernel::Point;

/// Arcs with the line that each comes from, before those that lie on each other are one.
struct Pieces {
    std::vector<Point> points;
    std::vector<Arc> arcs;
    std::vector<std::uint32_t> lines; ///< Of each arc.
};

/// Writes lines down with their stops, and cuts them there and where they are to be cut.
class Cutter {
public:
    Cutter(const Lines& lines, const Routes& routes)
        : lines_(lines), from_(lines.points()), stops_(routes.stops), cuts_(routes.cuts) {
        pieces_.points.reserve(from_.size() + stops_.size());
        pieces_.arcs.reserve(lines.all().size() + cuts_.size() + stops_.size());
        pieces_.lines.reserve(pieces_.arcs.capacity());
    }

    Pieces run() {
        for (; line_ < lines_.all().size(); ++line_)
            cut_line(lines_.all()[line_]);
        return std::move(pieces_);
    }

private:
    void cut_line(const Line& line) {
        copied_ = line.first;
        const std::uint32_t last = line.first + line.count - 1;
        first_ = to().size();
        while (cut_ < cuts_.size() && cuts_[cut_] <= line.first)
            ++cut_;
        for (;;) {
            const std::uint32_t cut = cut_ < cuts_.size() ? std::min(cuts_[cut_], last) : last;
            if (stop_ < stops_.size() && stops_[stop_].edge < cut) {
                copy_through(stops_[stop_].edge);
                take_stops(last);
                continue;
            }
            copy_through(cut);
            end_arc();
            if (cut == last)
                return;
            ++cut_;
        }
    }

    std::vector<Point>& to() { return pieces_.points; }

    /// Copies what is not copied yet of a line up to a point and with it.
    void copy_through(std::uint32_t point) {
        to().insert(to().end(), from_.begin() + copied_, from_.begin() + point + 1);
        copied_ = point + 1;
    }

    /// Ends arcs in the stops of an edge, and at its ends if the line turns back on itself there.
    void take_stops(std::uint32_t last) {
        const std::uint32_t edge = stops_[stop_].edge;
        if (to().size() > first_ + 1 && to()[to().size() - 2] == stops_[stop_].point)
            end_arc();
        for (; stop_ < stops_.size() && stops_[stop_].edge == edge; ++stop_) {
            to().push_back(stops_[stop_].point);
            end_arc();
        }
        if (edge + 1 < last && from_[edge + 2] == to().back()) {
            copy_through(edge + 1);
            end_arc();
        }
    }

    /// Ends the arc in the latest point, where the next one begins.
    void end_arc() {
        const std::size_t count = to().size() - first_;
        if (count < 2)
            return;
        pieces_.arcs.push_back(
            {static_cast<std::uint32_t>(first_), static_cast<std::uint32_t>(count)});
        pieces_.lines.push_back(line_);
        first_ = to().size() - 1;
    }

    const Lines& lines_;
    kernel::RingView from_;
    const std::vector<Stop>& stops_;
    const std::vector<std::uint32_t>& cuts_;
    Pieces pieces_;
    std::uint32_t line_ = 0;
    std::uint32_t copied_ = 0; ///< The points of the lines before that are.
    std::size_t first_ = 0;    ///< The first point of the arc.
    std::size_t stop_ = 0;
    std::size_t cut_ = 0;
};

/// Joins pieces that are one edge, which alone can lie on each other.
class Uniter {
public:
    Uniter(const Lines& lines, Pieces pieces)
        : lines_(lines), pieces_(std::move(pieces)), next_(pieces_.arcs.size(), kNone),
          is_joined_(pieces_.arcs.size()) {}

    Arcs run() {
        find_equal();
        Arcs arcs(std::move(pieces_.points));
        arcs.reserve(pieces_.arcs.size());
        for (std::uint32_t i = 0; i < pieces_.arcs.size(); ++i) {
            if (is_joined_[i])
                continue;
            collect_tags(i);
            if (!tags_.empty())
                arcs.add(pieces_.arcs[i], tags_);
        }
        return arcs;
    }

private:
    static constexpr std::uint32_t kNone = 0xffffffff;

    struct Edge {
        Point low, high;
        std::uint32_t piece;
    };

    /// Makes a list of the pieces with the same ends, in their order.
    void find_equal() {
        std::vector<Edge> edges;
        for (std::uint32_t i = 0; i < pieces_.arcs.size(); ++i)
            if (pieces_.arcs[i].count == 2) {
                const Point* const ends = &pieces_.points[pieces_.arcs[i].first];
                const auto [low, high] = std::minmax(ends[0], ends[1]);
                edges.push_back({low, high, i});
            }
        tbb::parallel_sort(edges.begin(), edges.end(), [](const Edge& one, const Edge& other) {
            return std::tie(one.low, one.high, one.piece) <
                   std::tie(other.low, other.high, other.piece);
        });
        for (std::size_t i = 1; i < edges.size(); ++i)
            if (edges[i - 1].low == edges[i].low && edges[i - 1].high == edges[i].high) {
                next_[edges[i - 1].piece] = edges[i].piece;
                is_joined_[edges[i].piece] = true;
            }
    }

    /// The tags that a piece and those which lie on it have an odd number of times.
    void collect_tags(std::uint32_t piece) {
        tags_.clear();
        const bool is_alone = next_[piece] == kNone;
        for (; piece != kNone; piece = next_[piece]) {
            const Line& line = lines_.all()[pieces_.lines[piece]];
            tags_.push_back(line.one);
            if (line.other != kNoTag)
                tags_.push_back(line.other);
        }
        std::sort(tags_.begin(), tags_.end());
        if (!is_alone)
            keep_odd();
    }

    void keep_odd() {
        std::size_t kept = 0;
        for (const Tag tag : tags_)
            if (kept > 0 && tags_[kept - 1] == tag)
                --kept;
            else
                tags_[kept++] = tag;
        tags_.resize(kept);
    }

    const Lines& lines_;
    Pieces pieces_;
    std::vector<std::uint32_t> next_; ///< Of each piece: another with the same ends, or kNone.
    std::vector<bool> is_joined_;     ///< To one before it.
    std::vector<Tag> tags_;
};

/// The box of all points and a unit more.
Box box_around(const Lines& lines) {
    Box box = kernel::box_of(lines.points());
    return {{box.min.x - 1, box.min.y - 1}, {box.max.x + 1, box.max.y + 1}};
}

} // namespace

void Arcs::reserve(std::size_t arcs) {
    arcs_.reserve(arcs);
    first_tag_.reserve(arcs + 1);
    tags_.reserve(2 * arcs);
}

void Arcs::add(const Arc& arc, std::span<const Tag> tags) {
    arcs_.push_back(arc);
    tags_.insert(tags_.end(), tags.begin(), tags.end());
    first_tag_.push_back(static_cast<std::uint32_t>(tags_.size()));
}

Arcs node(const Lines& lines) {
    constexpr double kCellsPerEdge = 2;
    if (lines.all().empty())
        return Arcs();
    const topology::EdgeGrid grid(lines.edges(), box_around(lines), kCellsPerEdge);
    const Contacts contacts = find_contacts(lines, grid);
    const Routes routes = find_routes(lines, grid, contacts);
    return Uniter(lines, Cutter(lines, routes).run()).run();
}

} // namespace regio::arrangement
