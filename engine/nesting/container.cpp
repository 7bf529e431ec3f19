#include "nesting/container.hpp"

#include "base/contract.hpp"
#include "coverage/partition.hpp"

#include <array>
#include <utility>

namespace regio::nesting {

namespace {

using kernel::RingView;
using layer::FeatureId;
using layer::Layer;
using registry::RegionIndex;

std::vector<RingView> rings_of_layer(const Layer& layer) {
    std::vector<RingView> rings;
    for (const layer::Part& part : layer.parts())
        for (const RingView ring : rings_of(layer, part))
            rings.push_back(ring);
    return rings;
}

bool is_whole(const RegionShare& share) {
    return share.members == share.of && share.in_part == 0;
}

} // namespace

std::vector<RegionIndex> container_of(const registry::ResolvedPartnership& partnership,
                                      const Verdict& verdict) {
    if (!verdict.main_region)
        return {};
    std::vector<RegionIndex> whole;
    std::size_t in_whole = 0;
    std::size_t in_main = 0;
    for (const RegionShare& share : verdict.regions) {
        if (share.region == *verdict.main_region)
            in_main = share.members;
        if (!is_whole(share))
            continue;
        whole.push_back(share.region);
        in_whole += share.members;
    }
    if (partnership.may_be_supraregional && in_whole > in_main)
        return whole;
    return {*verdict.main_region};
}

Container::Container(const Layer& municipalities, std::span<const FeatureId> features)
    : layer_(select(municipalities, features)), chains_(layer_), edges_(rings_of_layer(layer_)) {
    REGIO_EXPECTS(!edges_.is_empty());
}

kernel::MultiPolygon Container::excess(const Layer& areas, FeatureId area) const {
    const Layer own = select(areas, std::array{area});
    const topology::Chains chains(own);
    const std::array<const topology::Chains*, 2> layers = {&chains, &chains_};
    auto pieces = coverage::partition(layers, coverage::PartitionKind::Difference);
    return pieces.empty() ? kernel::MultiPolygon() : std::move(pieces.front().polygons);
}

ShapeVerdict Container::judge(const Layer& areas, FeatureId area, const ShapeTerms& terms) const {
    return judge_shape(excess(areas, area), edges_, areas.lattice(), terms);
}

} // namespace regio::nesting
