#include "coverage/ring_builder.hpp"

#include "kernel/box_index.hpp"
#include "kernel/ring_locator.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace regio::coverage {

namespace {

using kernel::Point;
using kernel::Ring;
using kernel::RingView;
using kernel::Wide;

/// A difference of two points; does not fit a Point.
struct Direction {
    std::int64_t x;
    std::int64_t y;
};

Direction direction(Point from, Point to) {
    return {std::int64_t{to.x} - from.x, std::int64_t{to.y} - from.y};
}

Wide cross(Direction a, Direction b) {
    return Wide{a.x} * b.y - Wide{a.y} * b.x;
}

Wide dot(Direction a, Direction b) {
    return Wide{a.x} * b.x + Wide{a.y} * b.y;
}

/// Half turns passed when one turns clockwise from `back` until `to`: 0 below half a turn, 1 from
/// half a turn on, 2 for `back` itself.
int half(Direction back, Direction to) {
    const Wide turn = cross(back, to);
    if (turn != 0)
        return turn < 0 ? 0 : 1;
    return dot(back, to) < 0 ? 1 : 2;
}

/// Whether `one` comes before `other` when one turns clockwise from `back`: the first is furthest
/// to the left for somebody who arrives from there.
bool is_further_left(Direction back, Direction one, Direction other) {
    const int a = half(back, one);
    const int b = half(back, other);
    return a != b ? a < b : cross(one, other) < 0;
}

/// Lines by the point where they begin.
class Joiner {
public:
    explicit Joiner(const std::vector<Line>& lines) : lines_(lines), is_used_(lines.size()) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            starts_[lines[i].front()].push_back(i);
    }

    std::vector<Ring> join() {
        std::vector<Ring> rings;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (!is_used_[i])
                if (auto ring = follow(i))
                    rings.push_back(std::move(*ring));
        return rings;
    }

private:
    std::optional<Ring> follow(std::size_t line) {
        const Point begin = lines_[line].front();
        const std::size_t first = line;
        Ring ring;
        while (true) {
            is_used_[line] = true;
            ring.insert(ring.end(), lines_[line].begin(), lines_[line].end() - 1);
            const auto next = next_after(line, first);
            if (!next)
                return lines_[line].back() == begin ? std::optional(std::move(ring)) : std::nullopt;
            line = *next;
        }
    }

    /// The line on which the ring goes on; none when it goes on with its first, or cannot.
    [[nodiscard]] std::optional<std::size_t> next_after(std::size_t line, std::size_t first) const {
        const Line& arriving = lines_[line];
        const Point node = arriving.back();
        const Direction back = direction(node, arriving[arriving.size() - 2]);
        const auto found = starts_.find(node);
        std::optional<std::size_t> best;
        if (found == starts_.end())
            return best;
        for (const std::size_t candidate : found->second) {
            if (is_used_[candidate] && candidate != first)
                continue;
            if (!best || is_further_left(back, direction(node, lines_[candidate][1]),
                                         direction(node, lines_[*best][1])))
                best = candidate;
        }
        return best == first ? std::nullopt : best;
    }

    const std::vector<Line>& lines_;
    std::vector<bool> is_used_;
    std::map<Point, std::vector<std::size_t>> starts_;
};

/// Splits a ring where it comes back to a point. What lies between two visits of a point is a ring
/// of its own, because rings of one face do not cross.
void split(const Ring& ring, std::vector<Ring>& simple) {
    std::map<Point, std::size_t> seen;
    Ring path;
    for (const Point point : ring) {
        if (const auto [visit, is_new] = seen.try_emplace(point, path.size()); !is_new) {
            const auto from = path.begin() + static_cast<std::ptrdiff_t>(visit->second);
            simple.push_back(kernel::canonical(Ring(from, path.end())));
            for (auto p = from + 1; p != path.end(); ++p)
                seen.erase(*p);
            path.erase(from, path.end());
        }
        path.push_back(point);
    }
    simple.push_back(kernel::canonical(std::move(path)));
}

/// A shell with what is needed to find it by.
struct Shell {
    Ring ring;
    Wide area;
    kernel::RingLocator locator;
    std::vector<Ring> holes;
};

/// Finds the shell of a hole: the smallest around it. Precondition: shells are by rising area.
class ShellFinder {
public:
    explicit ShellFinder(std::vector<Shell>& shells) : shells_(shells), index_(boxes(shells)) {}

    /// Null when there is none.
    Shell* find(const Ring& hole) {
        const kernel::Segment edge = kernel::edge(hole, 0);
        index_.find(kernel::box_of(std::array{edge.a, edge.b}), found_);
        for (const std::uint32_t i : found_)
            if (shells_[i].locator.is_left_inside(edge))
                return &shells_[i];
        return nullptr;
    }

private:
    static std::vector<kernel::Box> boxes(const std::vector<Shell>& shells) {
        std::vector<kernel::Box> boxes;
        boxes.reserve(shells.size());
        for (const Shell& shell : shells)
            boxes.push_back(kernel::box_of(shell.ring));
        return boxes;
    }

    std::vector<Shell>& shells_;
    kernel::BoxIndex index_;
    std::vector<std::uint32_t> found_;
};

} // namespace

std::vector<Ring> join_rings(const std::vector<Line>& lines) {
    std::vector<Ring> simple;
    for (const Ring& ring : Joiner(lines).join())
        split(ring, simple);
    std::erase_if(simple, [](const Ring& ring) { return ring.size() < 3; });
    return simple;
}

kernel::MultiPolygon assemble(std::vector<Ring> rings) {
    std::sort(rings.begin(), rings.end());
    std::vector<Shell> shells;
    for (const Ring& ring : rings)
        if (const Wide area = twice_area(ring); area > 0)
            shells.push_back({ring, area, kernel::RingLocator(std::array{RingView(ring)}), {}});
    std::stable_sort(shells.begin(), shells.end(),
                     [](const Shell& a, const Shell& b) { return a.area < b.area; });
    ShellFinder finder(shells);
    for (Ring& ring : rings)
        if (twice_area(ring) < 0)
            if (Shell* const shell = finder.find(ring))
                shell->holes.push_back(std::move(ring));
    std::sort(shells.begin(), shells.end(),
              [](const Shell& a, const Shell& b) { return a.ring < b.ring; });
    kernel::MultiPolygon polygons;
    for (Shell& shell : shells)
        polygons.push_back({std::move(shell.ring), std::move(shell.holes)});
    return polygons;
}

} // namespace regio::coverage
