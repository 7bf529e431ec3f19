#pragma once

#include "kernel/polygon.hpp"
#include "layer/layer.hpp"

#include <map>
#include <utility>

namespace regio::fuzz {

/// Directed edges, with how often each is walked.
using EdgeWalks = std::map<std::pair<kernel::Point, kernel::Point>, int>;

enum class Closing : bool { Open, Closed };

/// Adds the edges of a line; of a closed one also that from its last point to its first.
inline void walk(kernel::RingView line, Closing closing, EdgeWalks& walks) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        ++walks[{line[i], line[i + 1]}];
    if (closing == Closing::Closed && !line.empty())
        ++walks[{line.back(), line.front()}];
}

/// The same edges the other way.
inline EdgeWalks reversed(const EdgeWalks& walks) {
    EdgeWalks back;
    for (const auto& [edge, times] : walks)
        back[{edge.second, edge.first}] = times;
    return back;
}

/// What is left when walks to and fro cancel.
inline EdgeWalks net(const EdgeWalks& walks) {
    EdgeWalks left;
    for (const auto& [edge, times] : walks) {
        const auto back = walks.find({edge.second, edge.first});
        if (const int more = times - (back == walks.end() ? 0 : back->second); more > 0)
            left[edge] = more;
    }
    return left;
}

inline EdgeWalks walks_of(const kernel::MultiPolygon& polygons) {
    EdgeWalks walks;
    for (const auto& polygon : polygons) {
        walk(polygon.shell, Closing::Closed, walks);
        for (const auto& hole : polygon.holes)
            walk(hole, Closing::Closed, walks);
    }
    return walks;
}

inline void walk(const layer::Layer& layer, const layer::Part& part, EdgeWalks& walks) {
    for (const auto ring : rings_of(layer, part))
        walk(ring, Closing::Closed, walks);
}

} // namespace regio::fuzz
