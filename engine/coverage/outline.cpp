#include "coverage/outline.hpp"

#include "coverage/ring_builder.hpp"

#include <algorithm>

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

kernel::MultiPolygon Outliner::outline(std::span<const FeatureId> group) const {
    std::vector<bool> is_member(chains_.feature_count());
    for (const FeatureId feature : group)
        is_member[index(feature)] = true;
    const auto has = [&](layer::PartId part) {
        return part != kNoPart && is_member[index(chains_.feature_of(part))];
    };
    std::vector<Line> lines;
    for (std::size_t feature = 0; feature < is_member.size(); ++feature) {
        if (!is_member[feature])
            continue;
        for (std::uint32_t i = first_[feature]; i < first_[feature + 1]; ++i) {
            const Chain& chain = chains_.all()[places_[i]];
            if (has(chain.left) == has(chain.right))
                continue;
            const auto points = chains_.points(chain);
            Line line(points.begin(), points.end());
            if (has(chain.right))
                std::reverse(line.begin(), line.end());
            lines.push_back(std::move(line));
        }
    }
    return assemble(join_rings(lines));
}

} // namespace regio::coverage
