#include "arrangement/contacts.hpp"

#include "arrangement/hot_pixel.hpp"
#include "base/append.hpp"
#include "base/sorted.hpp"
#include "kernel/rounded_crossing.hpp"
#include "kernel/segment_box.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Segment;
using topology::EdgeGrid;
using topology::Edges;

constexpr std::uint32_t kBlock = 1U << 13;

/// Whether two segments lie on both sides of each other: Contact::Cross.
bool cross_each_other(const Segment& one, const Segment& other) {
    const auto are_apart = [](const Segment& line, const Segment& ends) {
        const auto from = orientation(line.a, line.b, ends.a);
        const auto to = orientation(line.a, line.b, ends.b);
        return (from < 0 && to > 0) || (from > 0 && to < 0);
    };
    return are_apart(one, other) && are_apart(other, one);
}

/// Looks around the points of a block, and along the edges that begin in them.
class Search {
public:
    Search(const Lines& lines, const EdgeGrid& grid, const std::vector<Point>& hubs)
        : points_(lines.points()), edges_(lines.edges()), grid_(grid), hubs_(hubs) {}

    void search(std::uint32_t first, std::uint32_t end) {
        for (std::uint32_t i = first; i < end; ++i)
            look_from(i);
        sort_and_unite(found_.crossings);
        sort_and_unite(found_.passages);
    }

    [[nodiscard]] Contacts take() { return std::move(found_); }

private:
    void look_from(std::uint32_t point) {
        const bool is_hub =
            !hubs_.empty() && std::binary_search(hubs_.begin(), hubs_.end(), points_[point]);
        // What passes a point that lies well within a cell is met along its edge.
        const bool is_last = point == edges_.count() || is_point(point);
        is_junction_ = is_hub;
        if (!is_hub && (is_last || !grid_.is_within_cell(points_[point])))
            look_around(point);
        if (!is_last)
            look_along(point);
        if (is_within_line(point) && (is_junction_ || points_[point - 1] == points_[point + 1]))
            found_.junctions.push_back(point);
    }

    [[nodiscard]] bool is_point(std::uint32_t edge) const {
        const Segment segment = edges_[edge];
        return segment.a == segment.b;
    }

    /// Whether a point is neither the first nor the last of its line.
    [[nodiscard]] bool is_within_line(std::uint32_t point) const {
        return point > 0 && point < edges_.count() && !is_point(point) && !is_point(point - 1);
    }

    /// An edge that the grid names, which is none where the line is broken.
    [[nodiscard]] Segment listed(std::uint32_t edge) const {
        return {points_[edge], points_[edge + 1]};
    }

    void look_around(std::uint32_t point) {
        grid_.for_each_passing(points_[point],
                               [&](std::uint32_t edge) { meet(point, edge, listed(edge)); });
    }

    /// The edges with greater numbers that one crosses, and all that pass its first point. The next
    /// one does so where the line turns back; the one before ends there.
    void look_along(std::uint32_t edge) {
        const Segment segment = listed(edge);
        const kernel::Box box = box_of(segment);
        grid_.for_each_near(segment, [&](std::uint32_t candidate) {
            if (candidate == edge || candidate + 1 == edge)
                return;
            const Segment near = listed(candidate);
            if (is_apart(box, near))
                return;
            if (candidate > edge + 1 && cross_each_other(segment, near))
                found_.crossings.push_back(rounded_crossing(segment, near));
            meet(edge, candidate, near);
        });
    }

    /// What an edge has to do with a point.
    void meet(std::uint32_t point, std::uint32_t edge, const Segment& segment) {
        if (segment.a == points_[point] || segment.b == points_[point])
            is_junction_ = is_junction_ || (edge != point && edge + 1 != point);
        else if (contains(box_of(segment), points_[point]) &&
                 passes_through(segment, points_[point]))
            found_.passages.push_back({edge, point});
    }

    std::span<const Point> points_;
    Edges edges_;
    const EdgeGrid& grid_;
    const std::vector<Point>& hubs_;
    bool is_junction_ = false; ///< Whether more edges end in the point than those of its line.
    Contacts found_;
};

/// The edges that pass through hubs, each of which is named by one of its points.
std::vector<Passage> passages_of_hubs(const Lines& lines, const EdgeGrid& grid,
                                      const std::vector<Point>& hubs) {
    std::vector<Passage> passages;
    const Edges edges = lines.edges();
    std::vector<std::uint32_t> passing;
    for (const Point hub : hubs) {
        passing.clear();
        std::uint32_t name = 0;
        grid.for_each_passing(hub, [&](std::uint32_t edge) {
            const Segment segment = edges[edge];
            if (segment.a == hub || segment.b == hub)
                name = segment.a == hub ? edge : edge + 1;
            else if (passes_through(segment, hub))
                passing.push_back(edge);
        });
        for (const std::uint32_t edge : passing)
            passages.push_back({edge, name});
    }
    return passages;
}

} // namespace

Contacts find_contacts(const Lines& lines, const EdgeGrid& grid) {
    const auto hubs = grid.hubs();
    const auto count = static_cast<std::uint32_t>(lines.points().size());
    std::vector<Contacts> blocks(count / kBlock + 1);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t block) {
        Search search(lines, grid, hubs);
        const auto first = static_cast<std::uint32_t>(block) * kBlock;
        search.search(first, std::min(first + kBlock, count));
        blocks[block] = search.take();
    });
    Contacts all;
    for (const Contacts& block : blocks) {
        append(block.crossings, all.crossings);
        append(block.passages, all.passages);
        append(block.junctions, all.junctions);
    }
    append(passages_of_hubs(lines, grid, hubs), all.passages);
    sort_and_unite(all.crossings);
    sort_and_unite(all.passages);
    return all;
}

} // namespace regio::arrangement
