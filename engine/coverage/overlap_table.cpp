#include "coverage/overlap_table.hpp"

#include "base/contract.hpp"
#include "coverage/unite.hpp"
#include "topology/chains.hpp"

#include <algorithm>
#include <array>

namespace regio::coverage {

namespace {

using kernel::AreaSum;
using layer::FeatureId;
using layer::Layer;
using layer::Regrouping;
using topology::Chains;
using topology::OverlapPair;

/// What of each feature of a layer lies in the other, once.
struct Covered {
    AreaSum area;
    std::uint32_t roundings = 0;
};

enum class Side : std::uint8_t { A, B };

FeatureId feature_of(const OverlapPair& pair, Side side) {
    return side == Side::A ? pair.a : pair.b;
}

std::vector<Covered> add_up(const std::vector<OverlapPair>& pairs, Side side, std::size_t count) {
    std::vector<Covered> covered(count);
    for (const OverlapPair& pair : pairs) {
        Covered& of_feature = covered[index(feature_of(pair, side))];
        of_feature.area += pair.area;
        of_feature.roundings += pair.roundings;
    }
    return covered;
}

/// What is left of the features of a side.
std::vector<Uncovered> uncovered(const std::vector<kernel::Wide>& twice_areas,
                                 const std::vector<Covered>& covered, bool is_rounded) {
    std::vector<Uncovered> parts;
    for (std::size_t i = 0; i < twice_areas.size(); ++i) {
        Uncovered part{.feature = FeatureId(i),
                       .area = AreaSum(twice_areas[i]),
                       .roundings = covered[i].roundings,
                       .is_rounded = is_rounded};
        part.area -= covered[i].area;
        // Twice an area in units of 2⁻⁶² is off by half a unit for every rounding at most.
        if (2 * part.area.scaled() > kernel::Wide{part.roundings})
            parts.push_back(part);
    }
    return parts;
}

/// What lies in another layer, by the pairs of the features or, where those overlap each other, by
/// what they cover together.
std::vector<Covered> covered_by(const OverlapSide& other, const Chains& chains,
                                const std::vector<OverlapPair>& pairs, Side side,
                                const topology::OverlapTerms& terms) {
    if (!other.cover)
        return add_up(pairs, side, chains.feature_count());
    return add_up(topology::overlap(chains, *other.cover, terms), Side::A, chains.feature_count());
}

} // namespace

OverlapSide overlap_side(Layer layer) {
    Chains chains(layer);
    OverlapSide side{.layer = std::move(layer), .chains = std::move(chains), .cover = {}};
    if (features_overlap(side.layer, side.chains)) {
        Layer cover(side.layer.source(), side.layer.lattice(), side.layer.provenance());
        cover.add_feature({});
        add_parts(area_under(side.chains), cover);
        side.cover = Chains(cover);
        side.is_cover_rounded = true;
    }
    return side;
}

OverlapSide overlap_side(const Layer& layer, std::span<const Regrouping> groups) {
    std::vector<std::size_t> times(layer.features().size());
    for (const Regrouping& group : groups)
        for (const FeatureId member : group.members)
            ++times[index(member)];
    Regrouping members;
    for (std::size_t i = 0; i < times.size(); ++i)
        if (times[i] > 0)
            members.members.push_back(FeatureId(i));
    United cover = unite(layer, std::array{members});
    Layer united = unite(layer, groups).layer;
    Chains chains(united);
    OverlapSide side{.layer = std::move(united), .chains = std::move(chains), .cover = {}};
    side.is_cover_rounded = cover.is_rounded.front();
    const bool shares =
        std::any_of(times.begin(), times.end(), [](std::size_t count) { return count > 1; });
    if (shares || side.is_cover_rounded)
        side.cover = Chains(cover.layer);
    return side;
}

OverlapTable overlap_table(const OverlapSide& a, const OverlapSide& b,
                           const topology::OverlapTerms& terms) {
    REGIO_EXPECTS(a.layer.lattice() == b.layer.lattice());
    OverlapTable table{.pairs = topology::overlap(a.chains, b.chains, terms),
                       .a_alone = {},
                       .b_alone = {},
                       .twice_areas_a = topology::twice_areas(a.chains),
                       .twice_areas_b = topology::twice_areas(b.chains)};
    table.a_alone =
        uncovered(table.twice_areas_a, covered_by(b, a.chains, table.pairs, Side::A, terms),
                  b.is_cover_rounded);
    table.b_alone =
        uncovered(table.twice_areas_b, covered_by(a, b.chains, table.pairs, Side::B, terms),
                  a.is_cover_rounded);
    return table;
}

std::optional<double> error_bound(const Uncovered& part) {
    if (part.is_rounded)
        return std::nullopt;
    return topology::error_bound(
        {.area = part.area, .a = part.feature, .roundings = part.roundings});
}

} // namespace regio::coverage
