#include "arrangement/outline.hpp"

#include <algorithm>

namespace regio::arrangement {

using kernel::Polygon;
using kernel::Ring;

namespace {

constexpr std::uint32_t kNone = 0xffffffff;

/// Joins the borders of chosen faces to rings.
class Outliner {
public:
    Outliner(const HalfEdges& half_edges, const Faces& faces, const std::vector<bool>& is_chosen)
        : half_edges_(half_edges), faces_(faces), is_chosen_(is_chosen),
          polygon_(faces.size(), kNone), is_walked_(half_edges.size()),
          visit_(half_edges.node_count(), kNone) {}

    kernel::MultiPolygon run() {
        for (std::uint32_t face = 0; face < faces_.size(); ++face)
            if (is_chosen_[face] && polygon_[face] == kNone)
                flood(FaceId{face});
        for (std::uint32_t i = 0; i < half_edges_.size(); ++i)
            if (is_border(HalfEdgeId{i}) && !is_walked_[i])
                walk(HalfEdgeId{i});
        return sorted();
    }

private:
    [[nodiscard]] bool is_left_chosen(HalfEdgeId at) const {
        return is_chosen_[index(faces_.left_of(at))];
    }
    [[nodiscard]] bool is_border(HalfEdgeId at) const {
        return is_left_chosen(at) && !is_left_chosen(twin(at));
    }

    /// Makes a polygon of all chosen faces that hang together with one by edges.
    void flood(FaceId start) {
        const auto polygon = static_cast<std::uint32_t>(polygons_.size());
        polygons_.emplace_back();
        std::vector<FaceId> waiting = {start};
        polygon_[index(start)] = polygon;
        while (!waiting.empty()) {
            const FaceId face = waiting.back();
            waiting.pop_back();
            for (const HalfEdgeId at : faces_.around(face))
                if (const FaceId beyond = faces_.left_of(twin(at));
                    is_chosen_[index(beyond)] && polygon_[index(beyond)] == kNone) {
                    polygon_[index(beyond)] = polygon;
                    waiting.push_back(beyond);
                }
        }
    }

    /// The border that goes on at the end of one: the next clockwise, past edges within the area.
    [[nodiscard]] HalfEdgeId next_border(HalfEdgeId at) const {
        HalfEdgeId next = half_edges_.next(at);
        while (!is_border(next))
            next = half_edges_.next(twin(next));
        return next;
    }

    /// Walks a border until it closes. What lies between two visits of a point is a ring of its
    /// own, because borders do not cross.
    void walk(HalfEdgeId start) {
        path_.clear();
        HalfEdgeId at = start;
        do {
            is_walked_[index(at)] = true;
            take_ring(half_edges_.node(at));
            visit_[index(half_edges_.node(at))] = static_cast<std::uint32_t>(path_.size());
            path_.push_back(at);
            at = next_border(at);
        } while (at != start);
        take_ring(half_edges_.node(start));
    }

    /// Takes what has been walked since the last visit of a node off the path, as a ring.
    void take_ring(NodeId node) {
        const std::uint32_t from = visit_[index(node)];
        if (from == kNone)
            return;
        Ring ring;
        for (std::size_t i = from; i < path_.size(); ++i) {
            ring.push_back(half_edges_.origin(path_[i]));
            visit_[index(half_edges_.node(path_[i]))] = kNone;
        }
        add(kernel::canonical(std::move(ring)),
            polygons_[polygon_[index(faces_.left_of(path_[from]))]]);
        path_.resize(from);
    }

    static void add(Ring ring, Polygon& polygon) {
        if (twice_area(ring) > 0)
            polygon.shell = std::move(ring);
        else
            polygon.holes.push_back(std::move(ring));
    }

    [[nodiscard]] kernel::MultiPolygon sorted() {
        for (Polygon& polygon : polygons_)
            std::sort(polygon.holes.begin(), polygon.holes.end());
        std::sort(polygons_.begin(), polygons_.end(),
                  [](const Polygon& a, const Polygon& b) { return a.shell < b.shell; });
        return std::move(polygons_);
    }

    const HalfEdges& half_edges_;
    const Faces& faces_;
    const std::vector<bool>& is_chosen_;
    std::vector<std::uint32_t> polygon_; ///< Of each face.
    std::vector<bool> is_walked_;
    std::vector<std::uint32_t> visit_; ///< Of each node: where on the path it is.
    std::vector<HalfEdgeId> path_;
    kernel::MultiPolygon polygons_;
};

} // namespace

kernel::MultiPolygon outline(const HalfEdges& half_edges, const Faces& faces,
                             const std::vector<bool>& is_chosen) {
    return Outliner(half_edges, faces, is_chosen).run();
}

} // namespace regio::arrangement
