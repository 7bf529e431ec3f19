#include "arrangement/arc_graph.hpp"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <tuple>

namespace regio::arrangement {

namespace {

using kernel::Point;

/// A half-arc where it begins, with the next point on it.
struct Spoke {
    Point origin;
    Point towards;
    HalfArcId half_arc{};
};

/// All half-arcs by the points where they begin, around each as one turns counter-clockwise.
std::vector<Spoke> spokes_of(const Arcs& arcs) {
    std::vector<Spoke> spokes;
    spokes.reserve(2 * arcs.size());
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
        const auto points = arcs.points(i);
        spokes.push_back({points.front(), points[1], HalfArcId{2 * i}});
        spokes.push_back({points.back(), points[points.size() - 2], HalfArcId{2 * i + 1}});
    }
    tbb::parallel_sort(spokes.begin(), spokes.end(), [](const Spoke& one, const Spoke& other) {
        if (one.origin != other.origin)
            return one.origin < other.origin;
        return comes_before_around(one.origin, one.towards, other.towards);
    });
    return spokes;
}

} // namespace

ArcGraph::ArcGraph(const Arcs& arcs) : node_(2 * arcs.size()), next_(2 * arcs.size()) {
    const std::vector<Spoke> spokes = spokes_of(arcs);
    for (std::size_t first = 0; first < spokes.size();) {
        std::size_t end = first + 1;
        while (end < spokes.size() && spokes[end].origin == spokes[first].origin)
            ++end;
        const NodeId node{static_cast<std::uint32_t>(node_count_++)};
        HalfArcId clockwise = spokes[end - 1].half_arc;
        for (; first < end; ++first) {
            const HalfArcId spoke = spokes[first].half_arc;
            node_[index(spoke)] = node;
            next_[index(twin(spoke))] = clockwise;
            clockwise = spoke;
        }
    }
}

} // namespace regio::arrangement
