#include "topology/adjacency.hpp"

#include "base/sorted.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace regio::topology {

using layer::FeatureId;
using layer::kNoPart;
using layer::PartId;

Length length_of(kernel::RingView line) {
    Length sum;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double dx = static_cast<double>(line[i + 1].x) - line[i].x;
        const double dy = static_cast<double>(line[i + 1].y) - line[i].y;
        // Both squares are whole and their sum below 2⁶³, so this rounds twice at most.
        sum.fixed += static_cast<std::uint64_t>(std::llround(std::sqrt(dx * dx + dy * dy) * 65536));
    }
    return sum;
}

Length perimeter_of(const kernel::Polygon& polygon) {
    Length length;
    const auto add = [&](kernel::RingView ring) {
        length += length_of(ring);
        length += length_of(std::array{ring.back(), ring.front()});
    };
    add(polygon.shell);
    std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    return length;
}

std::vector<Border> borders(const Chains& chains) {
    std::vector<Border> all;
    for (const Chain& chain : chains.all()) {
        if (chain.right == kNoPart)
            continue;
        const auto [one, other] =
            std::minmax({chains.feature_of(chain.left), chains.feature_of(chain.right)});
        if (one != other)
            all.push_back({one, other, length_of(chains.points(chain))});
    }
    const auto pair = [](const Border& border) { return std::tuple(border.one, border.other); };
    std::sort(all.begin(), all.end(),
              [&](const Border& a, const Border& b) { return pair(a) < pair(b); });
    std::vector<Border> merged;
    for (const Border& border : all)
        if (!merged.empty() && pair(merged.back()) == pair(border))
            merged.back().length += border.length;
        else
            merged.push_back(border);
    return merged;
}

PartGraph::Grouped PartGraph::group(std::size_t owners,
                                    std::vector<std::pair<std::size_t, PartId>> pairs) {
    sort_and_unite(pairs);
    Grouped grouped{.first = std::vector<std::size_t>(owners + 1), .ids = {}};
    grouped.ids.reserve(pairs.size());
    for (const auto& [owner, id] : pairs) {
        ++grouped.first[owner + 1];
        grouped.ids.push_back(id);
    }
    for (std::size_t i = 0; i < owners; ++i)
        grouped.first[i + 1] += grouped.first[i];
    return grouped;
}

PartGraph::PartGraph(const Chains& chains) {
    std::vector<std::pair<std::size_t, PartId>> neighbours;
    for (const Chain& chain : chains.all()) {
        if (chain.right == kNoPart)
            continue;
        neighbours.emplace_back(index(chain.left), chain.right);
        neighbours.emplace_back(index(chain.right), chain.left);
    }
    neighbours_ = group(chains.part_count(), std::move(neighbours));
    std::vector<std::pair<std::size_t, PartId>> parts;
    for (std::size_t part = 0; part < chains.part_count(); ++part)
        parts.emplace_back(index(chains.feature_of(PartId(part))), PartId(part));
    parts_ = group(chains.feature_count(), std::move(parts));
}

std::vector<std::vector<PartId>> PartGraph::pieces(std::span<const FeatureId> features) const {
    std::vector<PartId> waiting; // Ascending; those that are in no piece yet.
    for (const FeatureId feature : features)
        for (const PartId part : parts_.of(index(feature)))
            waiting.push_back(part);
    sort_and_unite(waiting);
    std::vector<bool> is_taken(waiting.size());
    std::vector<std::vector<PartId>> pieces;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (is_taken[i])
            continue;
        std::vector<PartId> piece = {waiting[i]};
        is_taken[i] = true;
        for (std::size_t next = 0; next < piece.size(); ++next)
            for (const PartId neighbour : neighbours_.of(index(piece[next]))) {
                const auto found = std::lower_bound(waiting.begin(), waiting.end(), neighbour);
                if (found == waiting.end() || *found != neighbour)
                    continue;
                const auto place = static_cast<std::size_t>(found - waiting.begin());
                if (is_taken[place])
                    continue;
                is_taken[place] = true;
                piece.push_back(neighbour);
            }
        std::sort(piece.begin(), piece.end());
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace regio::topology
