#include "tests/support/near_miss_oracle.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace regio::test {

namespace {

using registry::MunicipalityIndex;

constexpr ChangeCost kWorst = {std::numeric_limits<std::int64_t>::max(), 0, 0};

bool is_member(const registry::ResolvedPartnership& partnership, MunicipalityIndex index) {
    return std::find(partnership.members.begin(), partnership.members.end(), index) !=
           partnership.members.end();
}

std::int64_t inhabitants(const registry::ResolvedPartnership& partnership, MunicipalityIndex index,
                         const registry::MunicipalityTable& municipalities) {
    return counted_figures(partnership, index, municipalities).inhabitants.value_or(0);
}

/// Whether a set, given by membership of each municipality, may stay as it is.
bool conforms(const std::vector<bool>& set, const registry::RegionPartition& regions,
              bool may_be_supraregional) {
    std::size_t touched = 0;
    std::size_t whole = 0;
    for (const auto& region : regions.all()) {
        std::size_t inside = 0;
        for (const auto municipality : region.municipalities)
            inside += set[static_cast<std::size_t>(municipality)] ? 1U : 0U;
        touched += inside > 0 ? 1U : 0U;
        whole += inside == region.municipalities.size() ? 1U : 0U;
    }
    return touched == 1 || (touched > 1 && whole == touched && may_be_supraregional);
}

} // namespace

ChangeCost cost_of(const nesting::NearMiss& change,
                   const registry::ResolvedPartnership& partnership,
                   const registry::MunicipalityTable& municipalities) {
    std::int64_t moved = 0;
    for (const auto index : change.leave)
        moved += inhabitants(partnership, index, municipalities);
    for (const auto index : change.join)
        moved += inhabitants(partnership, index, municipalities);
    return {static_cast<std::int64_t>(change.leave.size() + change.join.size()), moved,
            static_cast<std::int64_t>(change.join.size())};
}

ChangeCost least_cost_of_all_sets(const registry::ResolvedPartnership& partnership,
                                  const registry::RegionPartition& regions,
                                  const registry::MunicipalityTable& municipalities) {
    const std::size_t count = municipalities.size();
    ChangeCost least = kWorst;
    for (std::uint32_t bits = 1; bits < (1U << count); ++bits) {
        std::vector<bool> set(count);
        for (std::size_t i = 0; i < count; ++i)
            set[i] = ((bits >> i) & 1U) != 0;
        if (!conforms(set, regions, partnership.may_be_supraregional))
            continue;
        ChangeCost cost{0, 0, 0};
        for (std::size_t i = 0; i < count; ++i) {
            const auto index = static_cast<MunicipalityIndex>(i);
            if (set[i] == is_member(partnership, index))
                continue;
            std::get<0>(cost) += 1;
            std::get<1>(cost) += inhabitants(partnership, index, municipalities);
            std::get<2>(cost) += set[i] ? 1 : 0;
        }
        least = std::min(least, cost);
    }
    return least;
}

ChangeCost least_cost_of_all_choices(const registry::ResolvedPartnership& partnership,
                                     const registry::RegionPartition& regions,
                                     const registry::MunicipalityTable& municipalities) {
    struct Touched {
        ChangeCost leave{0, 0, 0};
        ChangeCost join{0, 0, 0};
    };
    std::vector<Touched> touched;
    for (const auto& region : regions.all()) {
        Touched costs;
        for (const auto index : region.municipalities) {
            const bool inside = is_member(partnership, index);
            ChangeCost& cost = inside ? costs.leave : costs.join;
            std::get<0>(cost) += 1;
            std::get<1>(cost) += inhabitants(partnership, index, municipalities);
            std::get<2>(cost) += inside ? 0 : 1;
        }
        if (std::get<0>(costs.leave) > 0)
            touched.push_back(costs);
    }
    const auto add = [](ChangeCost a, const ChangeCost& b) {
        return ChangeCost{std::get<0>(a) + std::get<0>(b), std::get<1>(a) + std::get<1>(b),
                          std::get<2>(a) + std::get<2>(b)};
    };
    ChangeCost least = kWorst;
    for (std::uint32_t joined = 1; joined < (1U << touched.size()); ++joined) {
        if ((joined & (joined - 1)) != 0 && !partnership.may_be_supraregional)
            continue;
        ChangeCost cost{0, 0, 0};
        for (std::size_t i = 0; i < touched.size(); ++i)
            cost = add(cost, ((joined >> i) & 1U) != 0 ? touched[i].join : touched[i].leave);
        least = std::min(least, cost);
    }
    for (std::size_t kept = 0; kept < touched.size(); ++kept) {
        ChangeCost cost{0, 0, 0};
        for (std::size_t i = 0; i < touched.size(); ++i)
            if (i != kept)
                cost = add(cost, touched[i].leave);
        least = std::min(least, cost);
    }
    return least;
}

} // namespace regio::test
