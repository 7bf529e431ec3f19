#include "arrangement/pixel_index.hpp"

#include "arrangement/hot_pixel.hpp"
#include "kernel/wide.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace regio::arrangement {

namespace {

using kernel::Box;
using kernel::Point;
using kernel::Segment;
using kernel::Wide;

/// Points that are looked at one by one.
constexpr std::size_t kLeaf = 8;

/// The coordinate by which a range of the tree is halved.
enum class Axis : std::uint8_t { X, Y };

Axis other(Axis axis) {
    return axis == Axis::X ? Axis::Y : Axis::X;
}

bool is_before(Point one, Point other, Axis axis) {
    return axis == Axis::X ? one.x < other.x : one.y < other.y;
}

void arrange(std::span<Point> points, Axis axis) {
    if (points.size() <= kLeaf)
        return;
    const std::size_t middle = points.size() / 2;
    std::nth_element(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(middle),
                     points.end(), [axis](Point a, Point b) { return is_before(a, b, axis); });
    arrange(points.first(middle), other(axis));
    arrange(points.subspan(middle + 1), other(axis));
}

/// Walks the subtrees that a segment can meet.
class Search {
public:
    Search(const Segment& segment, std::vector<Point>& found)
        : segment_(segment), box_(kernel::box_of(std::array{segment.a, segment.b})),
          dx_(std::int64_t{segment.b.x} - segment.a.x),
          dy_(std::int64_t{segment.b.y} - segment.a.y), found_(found) {}

    void run(std::span<const Point> points, const Box& region, Axis axis) {
        if (!meets(box_, region) || is_beside(region))
            return;
        if (points.size() <= kLeaf) {
            std::for_each(points.begin(), points.end(), [this](Point pixel) { take(pixel); });
            return;
        }
        const std::size_t middle = points.size() / 2;
        const Point split = points[middle];
        Box low = region;
        Box high = region;
        (axis == Axis::X ? low.max.x : low.max.y) = axis == Axis::X ? split.x : split.y;
        (axis == Axis::X ? high.min.x : high.min.y) = axis == Axis::X ? split.x : split.y;
        run(points.first(middle), low, other(axis));
        take(split);
        run(points.subspan(middle + 1), high, other(axis));
    }

private:
    void take(Point pixel) {
        if (passes_through(segment_, pixel))
            found_.push_back(pixel);
    }

    /// Whether the segment passes all pixels of a region on one side.
    [[nodiscard]] bool is_beside(const Box& region) const {
        const Point left = {dy_ > 0 ? region.min.x : region.max.x,
                            dx_ > 0 ? region.max.y : region.min.y};
        const Point right = {dy_ > 0 ? region.max.x : region.min.x,
                             dx_ > 0 ? region.min.y : region.max.y};
        const Wide reach = std::abs(dx_) + std::abs(dy_);
        return 2 * Wide{orientation(segment_.a, segment_.b, left)} < -reach ||
               2 * Wide{orientation(segment_.a, segment_.b, right)} > reach;
    }

    const Segment& segment_;
    Box box_;
    std::int64_t dx_, dy_;
    std::vector<Point>& found_;
};

} // namespace

PixelIndex::PixelIndex(std::vector<Point> pixels)
    : pixels_(std::move(pixels)), box_(kernel::box_of(pixels_)) {
    arrange(pixels_, Axis::X);
}

void PixelIndex::find(const Segment& segment, std::vector<Point>& found) const {
    found.clear();
    Search(segment, found).run(pixels_, box_, Axis::X);
    // Pixels with other x have no x in common, so the segment passes them in order of x, then y.
    const bool is_west = segment.b.x < segment.a.x;
    const bool is_down = segment.b.y < segment.a.y;
    std::sort(found.begin(), found.end(), [&](Point one, Point other) {
        if (one.x != other.x)
            return (one.x < other.x) != is_west;
        return one.y != other.y && (one.y < other.y) != is_down;
    });
}

} // namespace regio::arrangement
