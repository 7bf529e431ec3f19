#include "arrangement/outlines.hpp"

#include "base/contract.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace regio::arrangement {

namespace {

using kernel::MultiPolygon;
using kernel::Polygon;
using kernel::Ring;

constexpr std::uint32_t kNone = 0xffffffff;

/// A ring as half-arcs: so many in a list of all, and the polygon that it is of.
struct Way {
    std::size_t first = 0;
    std::size_t end = 0;
    std::uint32_t polygon = 0;
};

/// Joins faces of one group to polygons, and walks around them.
class Walker {
public:
    Walker(const ArcGraph& graph, const ArcFaces& faces, std::span<const GroupId> groups)
        : graph_(graph), faces_(faces), groups_(groups), polygon_(faces.size(), kNone),
          is_walked_(graph.half_arc_count()), visit_(graph.node_count(), kNone) {}

    void run() {
        for (std::uint32_t face = 0; face < faces_.size(); ++face)
            if (groups_[face] != kNoGroup && polygon_[face] == kNone)
                flood(FaceId{face});
        for (std::uint32_t i = 0; i < graph_.half_arc_count(); ++i)
            if (!is_walked_[i] && is_border(HalfArcId{i}))
                walk(HalfArcId{i});
    }

    [[nodiscard]] std::span<const Way> ways() const { return ways_; }
    [[nodiscard]] std::span<const HalfArcId> steps(const Way& way) const {
        return std::span(steps_).subspan(way.first, way.end - way.first);
    }

    /// Of each polygon.
    [[nodiscard]] std::span<const GroupId> groups() const { return group_of_polygon_; }

private:
    [[nodiscard]] GroupId group_left_of(HalfArcId at) const {
        return groups_[index(faces_.left_of(at))];
    }
    [[nodiscard]] bool is_border(HalfArcId at) const {
        const GroupId group = group_left_of(at);
        return group != kNoGroup && group_left_of(twin(at)) != group;
    }

    /// Makes a polygon of all faces of a group that hang together with one by arcs.
    void flood(FaceId start) {
        const auto polygon = static_cast<std::uint32_t>(group_of_polygon_.size());
        const GroupId group = groups_[index(start)];
        group_of_polygon_.push_back(group);
        polygon_[index(start)] = polygon;
        waiting_ = {start};
        while (!waiting_.empty()) {
            const FaceId face = waiting_.back();
            waiting_.pop_back();
            for (const HalfArcId at : faces_.around(face))
                if (const FaceId beyond = faces_.left_of(twin(at));
                    groups_[index(beyond)] == group && polygon_[index(beyond)] == kNone) {
                    polygon_[index(beyond)] = polygon;
                    waiting_.push_back(beyond);
                }
        }
    }

    /// The border that goes on at the end of one: the next clockwise, past arcs within the area.
    [[nodiscard]] HalfArcId next_border(HalfArcId at) const {
        HalfArcId next = graph_.next(at);
        while (!is_border(next))
            next = graph_.next(twin(next));
        return next;
    }

    /// Walks a border until it closes. What lies between two visits of a node is a ring of its own,
    /// because borders do not cross.
    void walk(HalfArcId start) {
        path_.clear();
        HalfArcId at = start;
        do {
            is_walked_[index(at)] = true;
            take_ring(graph_.node(at));
            visit_[index(graph_.node(at))] = static_cast<std::uint32_t>(path_.size());
            path_.push_back(at);
            at = next_border(at);
        } while (at != start);
        take_ring(graph_.node(start));
    }

    /// Takes what has been walked since the last visit of a node off the path, as a ring.
    void take_ring(NodeId node) {
        const std::uint32_t from = visit_[index(node)];
        if (from == kNone)
            return;
        Way way{.first = steps_.size()};
        for (std::size_t i = from; i < path_.size(); ++i) {
            steps_.push_back(path_[i]);
            visit_[index(graph_.node(path_[i]))] = kNone;
        }
        way.end = steps_.size();
        way.polygon = polygon_[index(faces_.left_of(path_[from]))];
        ways_.push_back(way);
        path_.resize(from);
    }

    const ArcGraph& graph_;
    const ArcFaces& faces_;
    std::span<const GroupId> groups_;    ///< Of each face.
    std::vector<std::uint32_t> polygon_; ///< Of each face.
    std::vector<GroupId> group_of_polygon_;
    std::vector<FaceId> waiting_;
    std::vector<bool> is_walked_;
    std::vector<std::uint32_t> visit_; ///< Of each node: where on the path it is.
    std::vector<HalfArcId> path_;
    std::vector<HalfArcId> steps_; ///< Of all rings.
    std::vector<Way> ways_;
};

/// The points of a ring, from the least on.
Ring ring_along(std::span<const HalfArcId> steps, const Arcs& arcs) {
    std::size_t count = 0;
    for (const HalfArcId step : steps)
        count += arcs[arc_of(step)].count - 1;
    Ring ring;
    ring.reserve(count);
    for (const HalfArcId step : steps) {
        const auto points = arcs.points(arc_of(step));
        if (is_along(step))
            ring.insert(ring.end(), points.begin(), points.end() - 1);
        else
            ring.insert(ring.end(), points.rbegin(), points.rend() - 1);
    }
    return kernel::canonical(std::move(ring));
}

std::vector<Ring> rings_along(const Walker& walker, const Arcs& arcs) {
    std::vector<Ring> rings(walker.ways().size());
    tbb::parallel_for(std::size_t{0}, rings.size(), [&](std::size_t i) {
        rings[i] = ring_along(walker.steps(walker.ways()[i]), arcs);
    });
    return rings;
}

void sort_polygons(MultiPolygon& polygons) {
    for (Polygon& polygon : polygons)
        std::sort(polygon.holes.begin(), polygon.holes.end());
    std::sort(polygons.begin(), polygons.end(),
              [](const Polygon& a, const Polygon& b) { return a.shell < b.shell; });
}

} // namespace

std::vector<MultiPolygon> outlines(const Arcs& arcs, const ArcGraph& graph, const ArcFaces& faces,
                                   std::span<const GroupId> group_of_face,
                                   std::size_t group_count) {
    REGIO_EXPECTS(group_of_face.size() == faces.size() &&
                  group_of_face[index(kOutside)] == kNoGroup);
    Walker walker(graph, faces, group_of_face);
    walker.run();
    std::vector<Ring> rings = rings_along(walker, arcs);
    std::vector<Polygon> polygons(walker.groups().size());
    for (std::size_t i = 0; i < rings.size(); ++i) {
        Polygon& polygon = polygons[walker.ways()[i].polygon];
        if (twice_area(rings[i]) > 0)
            polygon.shell = std::move(rings[i]);
        else
            polygon.holes.push_back(std::move(rings[i]));
    }
    std::vector<MultiPolygon> areas(group_count);
    for (std::size_t i = 0; i < polygons.size(); ++i)
        areas[index(walker.groups()[i])].push_back(std::move(polygons[i]));
    tbb::parallel_for(std::size_t{0}, areas.size(),
                      [&](std::size_t i) { sort_polygons(areas[i]); });
    return areas;
}

} // namespace regio::arrangement
