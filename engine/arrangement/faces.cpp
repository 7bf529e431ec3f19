#include "arrangement/faces.hpp"

#include "kernel/wide.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>

namespace regio::arrangement {

using kernel::Point;
using kernel::Segment;
using kernel::Wide;

namespace {

constexpr FaceId kUnknown{0xffffffff};

/// The border of a group of edges towards the face that the group lies in.
struct OuterBorder {
    NodeId least_node{};
    HalfEdgeId least; ///< The half-edge that begins there.
};

/// Order of edges by height, for edges that a sweep line meets at once and that don't cross. All
/// half-edges run from their lesser end to their greater.
class ByHeight {
public:
    using is_transparent = void;

    explicit ByHeight(const HalfEdges& half_edges) : half_edges_(&half_edges) {}

    bool operator()(HalfEdgeId one, HalfEdgeId other) const {
        const Segment a = half_edges_->segment(one);
        const Segment b = half_edges_->segment(other);
        if (b.a < a.a)
            return side(b, a) < 0;
        return side(a, b) > 0;
    }
    bool operator()(HalfEdgeId edge, Point point) const {
        const Segment segment = half_edges_->segment(edge);
        return orientation(segment.a, segment.b, point) > 0;
    }
    bool operator()(Point point, HalfEdgeId edge) const {
        const Segment segment = half_edges_->segment(edge);
        return orientation(segment.a, segment.b, point) < 0;
    }

private:
    /// On which side of an edge one lies that begins later, or in the same point.
    static std::int64_t side(const Segment& edge, const Segment& later) {
        const std::int64_t start = orientation(edge.a, edge.b, later.a);
        return start != 0 ? start : orientation(edge.a, edge.b, later.b);
    }

    const HalfEdges* half_edges_;
};

/// Gives each half-edge its face.
class Tracer {
public:
    explicit Tracer(const HalfEdges& half_edges)
        : half_edges_(half_edges), face_(half_edges.size(), kUnknown) {}

    std::vector<FaceId> run() {
        for (std::uint32_t i = 0; i < half_edges_.size(); ++i)
            if (face_[i] == kUnknown)
                trace(HalfEdgeId{i});
        if (outer_.size() > 1)
            sweep();
        return std::move(face_);
    }

private:
    template <typename Visit>
    void walk(HalfEdgeId start, const Visit& visit) const {
        HalfEdgeId at = start;
        do {
            visit(at);
            at = half_edges_.next(at);
        } while (at != start);
    }

    void mark(HalfEdgeId start, FaceId face) {
        walk(start, [&](HalfEdgeId at) { face_[index(at)] = face; });
    }

    /// A border that turns clockwise has the rest of the plane on its left: it waits for the face
    /// that it lies in.
    void trace(HalfEdgeId start) {
        Wide twice_area = 0;
        HalfEdgeId least = start;
        walk(start, [&](HalfEdgeId at) {
            const Segment segment = half_edges_.segment(at);
            twice_area += cross(segment.a, segment.b);
            if (half_edges_.node(at) < half_edges_.node(least))
                least = at;
        });
        if (twice_area > 0) {
            mark(start, FaceId{++last_});
        } else {
            mark(start, kOutside);
            outer_.push_back({half_edges_.node(least), least});
        }
    }

    void sweep() {
        std::sort(outer_.begin(), outer_.end(),
                  [](const auto& a, const auto& b) { return a.least_node < b.least_node; });
        std::set<HalfEdgeId, ByHeight> open{ByHeight(half_edges_)};
        auto group = outer_.begin();
        for (const HalfEdgeId at : by_node()) {
            if (group != outer_.end() && half_edges_.node(at) == group->least_node)
                mark((group++)->least, face_at(half_edges_.origin(at), open));
            if (index(at) % 2 == 0)
                open.insert(at);
            else
                open.erase(twin(at));
        }
    }

    /// The half-edges by their nodes; at each those that end there come first.
    [[nodiscard]] std::vector<HalfEdgeId> by_node() const {
        std::vector<HalfEdgeId> order(half_edges_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i)
            order[i] = HalfEdgeId{i};
        std::sort(order.begin(), order.end(), [this](HalfEdgeId one, HalfEdgeId other) {
            const auto key = [this](HalfEdgeId id) {
                return std::pair(half_edges_.node(id), index(id) % 2 == 0);
            };
            return key(one) < key(other);
        });
        return order;
    }

    /// The face that a point lies in which is on no open edge.
    [[nodiscard]] FaceId face_at(Point point, const std::set<HalfEdgeId, ByHeight>& open) const {
        const auto above = open.lower_bound(point);
        return above == open.begin() ? kOutside : face_[index(*std::prev(above))];
    }

    const HalfEdges& half_edges_;
    std::vector<FaceId> face_;
    std::vector<OuterBorder> outer_;
    std::uint32_t last_ = 0;
};

/// Tags of one of the two and not of both. Precondition: both are in order.
Label toggled(const Label& label, std::span<const Tag> tags) {
    Label result;
    std::set_symmetric_difference(label.begin(), label.end(), tags.begin(), tags.end(),
                                  std::back_inserter(result));
    return result;
}

} // namespace

Faces::Faces(const HalfEdges& half_edges) : face_(Tracer(half_edges).run()) {
    gather();
}

std::span<const HalfEdgeId> Faces::around(FaceId face) const {
    const std::uint32_t first = first_[index(face)];
    return std::span(by_face_).subspan(first, first_[index(face) + 1] - first);
}

void Faces::gather() {
    const auto greatest = std::max_element(face_.begin(), face_.end());
    const std::size_t count = greatest == face_.end() ? 1 : index(*greatest) + 1;
    first_.assign(count + 1, 0);
    for (const FaceId face : face_)
        ++first_[index(face) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    by_face_.resize(face_.size());
    auto place = first_;
    for (std::uint32_t i = 0; i < face_.size(); ++i)
        by_face_[place[index(face_[i])]++] = HalfEdgeId{i};
}

std::vector<Label> labels_of(const NodedEdges& edges, const Faces& faces) {
    std::vector<Label> labels(faces.size());
    std::vector<bool> is_known(faces.size());
    std::vector<FaceId> known = {kOutside};
    is_known[index(kOutside)] = true;
    while (!known.empty()) {
        const FaceId face = known.back();
        known.pop_back();
        for (const HalfEdgeId at : faces.around(face)) {
            const FaceId beyond = faces.left_of(twin(at));
            if (is_known[index(beyond)])
                continue;
            labels[index(beyond)] = toggled(labels[index(face)], edges.tags_of(edge_of(at)));
            is_known[index(beyond)] = true;
            known.push_back(beyond);
        }
    }
    return labels;
}

} // namespace regio::arrangement
