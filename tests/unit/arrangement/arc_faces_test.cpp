#include "arrangement/arc_faces.hpp"
#include "arrangement/labels.hpp"
#include "kernel/beside.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/random_lines.hpp"
#include "topology/thread_limit.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Ring;
using kernel::Segment;
using kernel::Wide;
using test::closed_lines;
using test::lines_of;
using test::random_lines;
using test::TaggedLine;

/// Arcs of lines with all that follows from them.
struct Plane {
    explicit Plane(const std::vector<TaggedLine>& lines) : arcs(node(lines_of(lines))) {}

    [[nodiscard]] std::vector<Tag> tags_left_of(HalfArcId id) const {
        const auto tags = labels.tags(labels.of(faces.left_of(id)));
        return {tags.begin(), tags.end()};
    }

    Arcs arcs;
    ArcGraph graph{arcs};
    ArcFaces faces{arcs, graph};
    Labels labels{arcs, faces};
};

Ring square(std::int32_t low, std::int32_t high) {
    return {{low, low}, {high, low}, {high, high}, {low, high}};
}

Segment first_edge(const Arcs& arcs, HalfArcId id) {
    const auto points = arcs.points(arc_of(id));
    return is_along(id) ? Segment{points[0], points[1]}
                        : Segment{points.back(), points[points.size() - 2]};
}

/// The tags of the edges that a ray crosses an odd number of times, from a little to the left of
/// the middle of a segment.
std::vector<Tag> tags_by_ray(const Segment& segment, const Arcs& arcs) {
    const kernel::Beside point(segment);
    std::set<Tag> odd;
    for (std::size_t arc = 0; arc < arcs.size(); ++arc)
        for (std::size_t i = 0; i + 1 < arcs.points(arc).size(); ++i)
            if (point.is_passed_by({arcs.points(arc)[i], arcs.points(arc)[i + 1]}))
                for (const Tag tag : arcs.tags(arc))
                    if (!odd.erase(tag))
                        odd.insert(tag);
    return {odd.begin(), odd.end()};
}

} // namespace

TEST_CASE("arcs have three faces around two squares of which one lies in the other") {
    const Plane plane(closed_lines({square(0, 9), square(2, 4)}));
    REQUIRE(plane.faces.size() == 3);
    REQUIRE(plane.labels.size() == 3);
    CHECK(plane.labels.of(kOutside) == LabelId{0});
    CHECK(plane.labels.tags(LabelId{0}).empty());
    for (const auto face : {FaceId{1}, FaceId{2}}) {
        const bool is_inner = plane.labels.tags(plane.labels.of(face)).size() == 2;
        CHECK(plane.faces.twice_area(face) == 2 * (is_inner ? 4 : 77));
    }
    CHECK(plane.faces.twice_area(kOutside) == -2 * 81);
}

TEST_CASE("no arcs have one face, which is outside") {
    const Plane plane({});
    CHECK(plane.faces.size() == 1);
    CHECK(plane.faces.around(kOutside).empty());
    CHECK(plane.faces.twice_area(kOutside) == 0);
    CHECK(plane.labels.size() == 1);
}

TEST_CASE("equal sets of tags are one label, and labels are in order") {
    const Plane plane(closed_lines({{{0, 0}, {9, 0}, {9, 9}}, {{20, 0}, {29, 0}, {29, 9}}}));
    CHECK(plane.labels.size() == 3);
    auto twins = closed_lines({{{0, 0}, {9, 0}, {9, 9}}, {{20, 0}, {29, 0}, {29, 9}}});
    twins[1].one = Tag{0};
    CHECK(Plane(twins).labels.size() == 2);
}

TEST_CASE("left of every arc lie the areas that a ray from there crosses an odd number of times") {
    for (const auto seed : test::seeds(240)) {
        INFO("seed " << seed);
        const Plane plane(random_lines(seed));
        std::size_t wrong = 0;
        for (std::uint32_t i = 0; i < plane.graph.half_arc_count(); ++i) {
            const HalfArcId at{i};
            const auto expected = tags_by_ray(first_edge(plane.arcs, at), plane.arcs);
            wrong += plane.tags_left_of(at) == expected ? 0U : 1U;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("faces have areas that are positive and together as large as what they fill") {
    for (const auto seed : test::seeds(120)) {
        INFO("seed " << seed);
        const Plane plane(random_lines(seed));
        Wide sum = 0;
        std::size_t empty = 0;
        for (std::uint32_t face = 1; face < plane.faces.size(); ++face) {
            empty += plane.faces.twice_area(FaceId{face}) > 0 ? 0U : 1U;
            sum += plane.faces.twice_area(FaceId{face});
        }
        CHECK(empty == 0);
        CHECK(plane.faces.twice_area(kOutside) == -sum);
    }
}

TEST_CASE("groups of arcs that lie in each other by the thousand are placed") {
    // Nested squares, and beside them a field of small ones inside a large one.
    std::vector<Ring> rings;
    for (std::int32_t i = 0; i < 200; ++i)
        rings.push_back(square(i, 1000 - i));
    for (std::int32_t row = 0; row < 20; ++row)
        for (std::int32_t column = 0; column < 20; ++column) {
            const Point at{400 + 5 * column, 400 + 5 * row};
            rings.push_back({at, {at.x + 3, at.y}, {at.x + 3, at.y + 3}, {at.x, at.y + 3}});
        }
    const Plane plane(closed_lines(rings));
    REQUIRE(plane.faces.size() == 601);
    std::size_t deepest = 0;
    for (std::uint32_t face = 0; face < plane.faces.size(); ++face)
        deepest += plane.labels.tags(plane.labels.of(FaceId{face})).size() == 201 ? 1U : 0U;
    CHECK(deepest == 400);
}

TEST_CASE("no number of threads changes a face") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        const Plane plane(random_lines(seed));
        const topology::ThreadLimit one(1);
        const Plane again(random_lines(seed));
        std::size_t different = 0;
        for (std::uint32_t i = 0; i < plane.graph.half_arc_count(); ++i)
            different +=
                plane.faces.left_of(HalfArcId{i}) == again.faces.left_of(HalfArcId{i}) ? 0U : 1U;
        CHECK(different == 0);
    }
}

} // namespace regio::arrangement
