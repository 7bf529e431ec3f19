#include "arrangement/hot_pixel.hpp"
#include "kernel/rounded_crossing.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::rounded_crossing;
using kernel::Segment;

constexpr std::int32_t kFar = kernel::kFarthest;

/// A segment longer than a point, with coordinates from -size to size.
Segment random_segment(std::mt19937& random, std::int32_t size) {
    const auto coordinate = [&] {
        return static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(2 * size + 1)) -
               size;
    };
    Segment segment;
    while (segment.a == segment.b)
        segment = {{coordinate(), coordinate()}, {coordinate(), coordinate()}};
    return segment;
}

/// The positions of a segment as numbers from 0 to `whole`, and those of them that are within a
/// band of a pixel: from `low` up to and without `high`.
struct Stretch {
    std::int64_t first, last;
    bool has_first = true, has_last = true;

    void cut_below(std::int64_t at, bool is_closed) {
        if (at > first || (at == first && !is_closed)) {
            has_first = is_closed;
            first = at;
        }
    }
    void cut_above(std::int64_t at, bool is_closed) {
        if (at < last || (at == last && !is_closed)) {
            has_last = is_closed;
            last = at;
        }
    }
    [[nodiscard]] bool is_empty() const {
        return first > last || (first == last && !(has_first && has_last));
    }
};

/// Cuts a stretch to where from + step·t/whole lies in the half-open band around a coordinate; all
/// in half units, and `whole` a multiple of the step.
void cut(Stretch& stretch, std::int64_t whole, std::int64_t from, std::int64_t step,
         std::int64_t centre) {
    const std::int64_t low = centre - 1 - from;
    const std::int64_t high = centre + 1 - from;
    if (step == 0) {
        if (low > 0 || high <= 0)
            stretch.cut_above(-1, true);
        return;
    }
    const std::int64_t scale = whole / step;
    if (step > 0) {
        stretch.cut_below(low * scale, true);
        stretch.cut_above(high * scale, false);
    } else {
        stretch.cut_below(high * scale, false);
        stretch.cut_above(low * scale, true);
    }
}

/// By the definition, for small coordinates.
bool has_point_in(const Segment& s, Point pixel) {
    const std::int64_t dx = 2 * (std::int64_t{s.b.x} - s.a.x);
    const std::int64_t dy = 2 * (std::int64_t{s.b.y} - s.a.y);
    const std::int64_t whole = (dx == 0 ? 1 : std::abs(dx)) * (dy == 0 ? 1 : std::abs(dy));
    Stretch stretch{.first = 0, .last = whole};
    cut(stretch, whole, 2 * std::int64_t{s.a.x}, dx, 2 * std::int64_t{pixel.x});
    cut(stretch, whole, 2 * std::int64_t{s.a.y}, dy, 2 * std::int64_t{pixel.y});
    return !stretch.is_empty();
}

} // namespace

TEST_CASE("a crossing is rounded to the nearest lattice point, a half to the greater coordinate") {
    CHECK(rounded_crossing({{0, 0}, {4, 4}}, {{0, 4}, {4, 0}}) == Point{2, 2});
    CHECK(rounded_crossing({{0, 0}, {1, 1}}, {{0, 1}, {1, 0}}) == Point{1, 1});
    CHECK(rounded_crossing({{-1, -1}, {0, 0}}, {{-1, 0}, {0, -1}}) == Point{0, 0});
    CHECK(rounded_crossing({{0, 0}, {10, 3}}, {{0, 3}, {10, 0}}) == Point{5, 2});
    CHECK(rounded_crossing({{0, 0}, {3, 1}}, {{1, 1}, {1, -1}}) == Point{1, 0});
    CHECK(rounded_crossing({{-kFar, -kFar}, {kFar, kFar - 1}}, {{-kFar, kFar}, {kFar, -kFar}}) ==
          Point{0, 0});
}

TEST_CASE("no order, no direction and no translation changes where a crossing is rounded to") {
    std::mt19937 random(7);
    std::size_t crossings = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::int32_t size = i % 2 == 0 ? 9 : kFar - 5;
        const Segment e = random_segment(random, size);
        const Segment f = random_segment(random, size);
        if (contact(e, f) != kernel::Contact::Cross)
            continue;
        const Point crossing = rounded_crossing(e, f);
        CHECK(rounded_crossing(f, e) == crossing);
        CHECK(rounded_crossing({e.b, e.a}, f) == crossing);
        const auto moved = [](Point p) { return Point{p.x - 3, p.y + 5}; };
        CHECK(rounded_crossing({moved(e.a), moved(e.b)}, {moved(f.a), moved(f.b)}) ==
              moved(crossing));
        CHECK(passes_through(e, crossing));
        CHECK(passes_through(f, crossing));
        ++crossings;
    }
    CHECK(crossings > 500);
}

TEST_CASE("a segment passes through the pixels in which it has a point") {
    std::mt19937 random(11);
    std::size_t passed = 0;
    for (int i = 0; i < 400; ++i) {
        const Segment segment = random_segment(random, 6);
        for (std::int32_t x = -7; x <= 7; ++x)
            for (std::int32_t y = -7; y <= 7; ++y) {
                const Point pixel{x, y};
                const bool passes = passes_through(segment, pixel);
                passed += passes ? 1U : 0U;
                if (passes != has_point_in(segment, pixel))
                    FAIL("(" << segment.a.x << ' ' << segment.a.y << ") to (" << segment.b.x << ' '
                             << segment.b.y << ") and (" << x << ' ' << y << ')');
                if (passes != passes_through({segment.b, segment.a}, pixel))
                    FAIL("the direction changes it at (" << x << ' ' << y << ')');
            }
    }
    CHECK(passed > 2000);
}

TEST_CASE("of the corners of a pixel only the lower left one belongs to it") {
    CHECK(passes_through({{-1, 0}, {0, -1}}, {0, 0}));
    CHECK_FALSE(passes_through({{0, 1}, {1, 0}}, {0, 0}));
    CHECK_FALSE(passes_through({{-1, 0}, {0, 1}}, {0, 0}));
    CHECK_FALSE(passes_through({{0, -1}, {1, 0}}, {0, 0}));
    CHECK(passes_through({{-kFar, kFar}, {kFar, -kFar}}, {-kFar, kFar}));
    CHECK_FALSE(passes_through({{-kFar, -kFar}, {kFar, kFar}}, {-kFar, kFar}));
}

} // namespace regio::arrangement
