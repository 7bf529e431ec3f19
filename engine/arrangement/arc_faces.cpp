#include "arrangement/arc_faces.hpp"

#include "arrangement/arc_below.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Wide;

constexpr std::uint32_t kUnknown = 0xffffffff;

/// One way around a face, with it on the left.
struct Border {
    HalfArcId start{};
    Wide twice_area = 0;
    FaceId face = kOutside;
};

/// The sum of cross() over the edges of each arc.
std::vector<Wide> sums_of(const Arcs& arcs) {
    std::vector<Wide> sums(arcs.size());
    tbb::parallel_for(std::size_t{0}, arcs.size(), [&](std::size_t arc) {
        const auto points = arcs.points(arc);
        Wide sum = 0;
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            sum += cross(points[i], points[i + 1]);
        sums[arc] = sum;
    });
    return sums;
}

/// Finds the borders and gives each its face.
class Tracer {
public:
    Tracer(const Arcs& arcs, const ArcGraph& graph)
        : arcs_(arcs), graph_(graph), border_(graph.half_arc_count(), kUnknown) {}

    void run() {
        trace();
        number_faces();
        place_groups();
    }

    [[nodiscard]] std::vector<FaceId> faces() const {
        std::vector<FaceId> faces(border_.size());
        for (std::size_t i = 0; i < faces.size(); ++i)
            faces[i] = borders_[border_[i]].face;
        return faces;
    }

    [[nodiscard]] std::vector<Wide> areas() const {
        std::vector<Wide> areas(count_);
        for (const Border& border : borders_)
            areas[index(border.face)] += border.twice_area;
        return areas;
    }

private:
    template <typename Visit>
    void walk(HalfArcId start, const Visit& visit) const {
        HalfArcId at = start;
        do {
            visit(at);
            at = graph_.next(at);
        } while (at != start);
    }

    void trace() {
        const std::vector<Wide> sums = sums_of(arcs_);
        for (std::uint32_t i = 0; i < border_.size(); ++i) {
            if (border_[i] != kUnknown)
                continue;
            Border border{.start = HalfArcId{i}};
            walk(border.start, [&](HalfArcId at) {
                border_[index(at)] = static_cast<std::uint32_t>(borders_.size());
                border.twice_area += is_along(at) ? sums[arc_of(at)] : -sums[arc_of(at)];
            });
            borders_.push_back(border);
        }
    }

    /// A border that turns clockwise has the rest of the plane on its left: it waits for the face
    /// that it lies in.
    void number_faces() {
        for (std::uint32_t i = 0; i < borders_.size(); ++i)
            if (borders_[i].twice_area > 0)
                borders_[i].face = FaceId{count_++};
            else
                groups_.push_back({least_point(borders_[i]), i});
    }

    [[nodiscard]] Point least_point(const Border& border) const {
        Point least = arcs_.points(arc_of(border.start)).front();
        walk(border.start, [&](HalfArcId at) {
            const auto points = arcs_.points(arc_of(at));
            least = std::min(least, *std::min_element(points.begin(), points.end()));
        });
        return least;
    }

    void place_groups() {
        std::sort(groups_.begin(), groups_.end(),
                  [](const Group& one, const Group& other) { return one.least < other.least; });
        // Nothing lies to the left of the first.
        std::vector<Point> points;
        for (std::size_t i = 1; i < groups_.size(); ++i)
            points.push_back(groups_[i].least);
        const auto below = half_arcs_below(arcs_, points);
        for (std::size_t i = 0; i < below.size(); ++i)
            if (below[i])
                borders_[groups_[i + 1].border].face = borders_[border_[index(*below[i])]].face;
    }

    /// The border of a group of arcs towards the face that the group lies in.
    struct Group {
        Point least;
        std::uint32_t border = 0;
    };

    const Arcs& arcs_;
    const ArcGraph& graph_;
    std::vector<std::uint32_t> border_; ///< Of each half-arc.
    std::vector<Border> borders_;
    std::vector<Group> groups_;
    std::uint32_t count_ = 1; ///< Of faces.
};

} // namespace

ArcFaces::ArcFaces(const Arcs& arcs, const ArcGraph& graph) {
    Tracer tracer(arcs, graph);
    tracer.run();
    face_ = tracer.faces();
    twice_area_ = tracer.areas();
    gather();
}

void ArcFaces::gather() {
    first_.assign(size() + 1, 0);
    for (const FaceId face : face_)
        ++first_[index(face) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    by_face_.resize(face_.size());
    auto place = first_;
    for (std::uint32_t i = 0; i < face_.size(); ++i)
        by_face_[place[index(face_[i])]++] = HalfArcId{i};
}

} // namespace regio::arrangement
