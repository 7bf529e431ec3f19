#include "coverage/outline.hpp"

#include "base/sorted.hpp"
#include "coverage/ring_builder.hpp"
#include "kernel/predicates.hpp"

#include <algorithm>
#include <tuple>

namespace regio::coverage {

using layer::FeatureId;
using layer::kNoPart;
using topology::Chain;

Outliner::Outliner(const topology::Chains& chains)
    : chains_(chains), first_(chains.feature_count() + 1) {
    const auto visit = [&](auto&& use) {
        for (std::uint32_t i = 0; i < chains.all().size(); ++i) {
            const Chain& chain = chains.all()[i];
            const FeatureId left = chains.feature_of(chain.left);
            use(left, i);
            if (chain.right != kNoPart && chains.feature_of(chain.right) != left)
                use(chains.feature_of(chain.right), i);
        }
    };
    visit([&](FeatureId feature, std::uint32_t /*chain*/) { ++first_[index(feature) + 1]; });
    for (std::size_t i = 1; i < first_.size(); ++i)
        first_[i] += first_[i - 1];
    places_.resize(first_.back());
    auto next = first_;
    visit([&](FeatureId feature, std::uint32_t chain) { places_[next[index(feature)]++] = chain; });
}

namespace {

using kernel::Segment;

/// Takes out edges that lines walk both ways: where features overlap, a border inside the group can
/// have found its partners outside. Nothing is done when there are none, as in every coverage.
void cancel_opposite_edges(std::vector<Line>& lines) {
    std::vector<Segment> edges;
    for (const Line& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            edges.push_back({line[i], line[i + 1]});
    const auto ends = [](const Segment& e) { return std::minmax({e.a, e.b}); };
    std::sort(edges.begin(), edges.end(), [&](const Segment& one, const Segment& other) {
        return std::tuple(ends(one), one.a) < std::tuple(ends(other), other.a);
    });
    std::vector<Segment> left;
    for (const Segment& edge : edges)
        if (!left.empty() && left.back() == Segment{edge.b, edge.a})
            left.pop_back();
        else
            left.push_back(edge);
    if (left.size() == edges.size())
        return;
    lines.clear();
    for (const Segment& edge : left)
        lines.push_back({edge.a, edge.b});
}

} // namespace

kernel::MultiPolygon Outliner::outline(std::span<const FeatureId> group) const {
    std::vector<FeatureId> members(group.begin(), group.end());
    sort_and_unite(members);
    const auto has = [&](layer::PartId part) {
        return part != kNoPart &&
               std::binary_search(members.begin(), members.end(), chains_.feature_of(part));
    };
    std::vector<Line> lines;
    for (const FeatureId member : members)
        for (std::uint32_t i = first_[index(member)]; i < first_[index(member) + 1]; ++i) {
            const Chain& chain = chains_.all()[places_[i]];
            const bool is_left = has(chain.left);
            if (is_left == has(chain.right))
                continue;
            const auto points = chains_.points(chain);
            Line line(points.begin(), points.end());
            if (!is_left)
                std::reverse(line.begin(), line.end());
            lines.push_back(std::move(line));
        }
    cancel_opposite_edges(lines);
    return assemble(join_rings(lines));
}

} // namespace regio::coverage
