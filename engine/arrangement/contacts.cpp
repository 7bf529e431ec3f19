#include "arrangement/contacts.hpp"

#include "arrangement/hot_pixel.hpp"
#include "base/sorted.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Segment;
using topology::EdgeGrid;
using topology::Edges;

constexpr std::uint32_t kBlock = 1U << 13;

/// Whether the boxes of two segments have a point in common.
bool are_near(const Segment& one, const Segment& other) {
    return std::min(one.a.x, one.b.x) <= std::max(other.a.x, other.b.x) &&
           std::min(other.a.x, other.b.x) <= std::max(one.a.x, one.b.x) &&
           std::min(one.a.y, one.b.y) <= std::max(other.a.y, other.b.y) &&
           std::min(other.a.y, other.b.y) <= std::max(one.a.y, one.b.y);
}

bool is_in_box_of(const Segment& edge, Point point) {
    return std::min(edge.a.x, edge.b.x) <= point.x && point.x <= std::max(edge.a.x, edge.b.x) &&
           std::min(edge.a.y, edge.b.y) <= point.y && point.y <= std::max(edge.a.y, edge.b.y);
}

/// Whether two segments lie on both sides of each other: Contact::Cross.
bool cross_each_other(const Segment& one, const Segment& other) {
    const auto are_apart = [](const Segment& line, const Segment& ends) {
        const auto from = orientation(line.a, line.b, ends.a);
        const auto to = orientation(line.a, line.b, ends.b);
        return (from < 0 && to > 0) || (from > 0 && to < 0);
    };
    return are_apart(one, other) && are_apart(other, one);
}

/// Looks around a block of points, and of the edges that begin in them.
class Search {
public:
    Search(const Lines& lines, const EdgeGrid& grid, const std::vector<Point>& hubs)
        : points_(lines.points()), edges_(lines.edges()), grid_(grid), hubs_(hubs) {}

    void search(std::uint32_t first, std::uint32_t end) {
        for (std::uint32_t i = first; i < end; ++i) {
            look_around(i);
            if (i < edges_.count())
                look_along(i);
        }
        sort_and_unite(found_.crossings);
        sort_and_unite(found_.passages);
    }

    [[nodiscard]] Contacts take() { return std::move(found_); }

private:
    [[nodiscard]] bool is_point(std::uint32_t edge) const {
        const Segment segment = edges_[edge];
        return segment.a == segment.b;
    }

    /// Whether a point is neither the first nor the last of its line.
    [[nodiscard]] bool is_within_line(std::uint32_t point) const {
        return point > 0 && point < edges_.count() && !is_point(point) && !is_point(point - 1);
    }

    /// The edges near a point. Those near a hub are the same for all lines that have it.
    void look_around(std::uint32_t point) {
        bool is_junction = is_within_line(point) && points_[point - 1] == points_[point + 1];
        if (const auto hub = std::lower_bound(hubs_.begin(), hubs_.end(), points_[point]);
            hub != hubs_.end() && *hub == points_[point]) {
            is_junction = true;
        } else {
            is_junction = find_passages(point) || is_junction;
        }
        if (is_junction && is_within_line(point))
            found_.junctions.push_back(point);
    }

    /// Also says whether edges end in the point that do not begin or end with it in its line.
    bool find_passages(std::uint32_t point) {
        const Point pixel = points_[point];
        bool has_others = false;
        grid_.for_each_passing(pixel, [&](std::uint32_t edge) {
            const Segment segment = edges_[edge];
            if (!is_in_box_of(segment, pixel))
                return;
            if (segment.a == pixel || segment.b == pixel)
                has_others = has_others || (edge != point && edge + 1 != point);
            else if (passes_through(segment, pixel))
                found_.passages.push_back({edge, point});
        });
        return has_others;
    }

    /// The edges with greater numbers that one crosses.
    void look_along(std::uint32_t edge) {
        const Segment segment = edges_[edge];
        if (segment.a == segment.b)
            return;
        grid_.for_each_near(segment, [&](std::uint32_t candidate) {
            if (candidate <= edge)
                return;
            const Segment near = edges_[candidate];
            if (are_near(segment, near) && cross_each_other(segment, near))
                found_.crossings.push_back(rounded_crossing(segment, near));
        });
    }

    std::span<const Point> points_;
    Edges edges_;
    const EdgeGrid& grid_;
    const std::vector<Point>& hubs_;
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

template <typename T>
void append(const std::vector<T>& from, std::vector<T>& to) {
    to.insert(to.end(), from.begin(), from.end());
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
