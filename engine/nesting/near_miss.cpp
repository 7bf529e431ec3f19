#include "nesting/near_miss.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>

namespace regio::nesting {

namespace {

using registry::MunicipalityIndex;
using registry::RegionIndex;

/// What a change costs, in the order in which costs are compared.
struct Cost {
    std::int64_t municipalities = 0;
    std::int64_t inhabitants = 0; ///< 0 throughout when some are unknown.
    std::int64_t joins = 0;

    friend auto operator<=>(const Cost&, const Cost&) = default;
    friend Cost operator+(const Cost& a, const Cost& b) {
        return {a.municipalities + b.municipalities, a.inhabitants + b.inhabitants,
                a.joins + b.joins};
    }
    friend Cost operator-(const Cost& a, const Cost& b) {
        return {a.municipalities - b.municipalities, a.inhabitants - b.inhabitants,
                a.joins - b.joins};
    }
};

/// A touched region and what it costs to be left or to be made whole.
struct Touched {
    RegionIndex region{};
    std::vector<MunicipalityIndex> members;
    std::vector<MunicipalityIndex> missing; ///< Members that are covered in part included.
    bool can_be_whole = true;               ///< Not with a municipality that nobody knows.
    Cost to_leave;
    Cost to_complete;
};

/// What becomes of each touched region.
enum class Fate : std::uint8_t { Leave, Complete, Keep };

struct Plan {
    Cost cost;
    std::vector<Fate> fates; ///< By touched region.
};

/// What is known about the inhabitants of members (counted) and of others.
class Weights {
public:
    Weights(const registry::ResolvedPartnership& partnership,
            const registry::MunicipalityTable& municipalities)
        : partnership_(partnership), municipalities_(municipalities) {}

    [[nodiscard]] std::optional<std::int64_t> of_member(MunicipalityIndex member) const {
        return registry::counted_figures(partnership_, member, municipalities_).inhabitants;
    }
    [[nodiscard]] std::optional<std::int64_t> of_other(MunicipalityIndex other) const {
        return municipalities_[other].figures.inhabitants;
    }

private:
    const registry::ResolvedPartnership& partnership_;
    const registry::MunicipalityTable& municipalities_;
};

std::vector<Touched> touched_regions(const registry::ResolvedPartnership& partnership,
                                     const registry::RegionPartition& regions) {
    std::vector<Touched> touched;
    for (std::size_t r = 0; r < regions.size(); ++r) {
        Touched region{.region = static_cast<RegionIndex>(r), .members = {}, .missing = {}};
        region.can_be_whole = regions[region.region].unknown == 0;
        for (const auto municipality : regions[region.region].municipalities) {
            const bool is_member = std::binary_search(partnership.members.begin(),
                                                      partnership.members.end(), municipality);
            if (is_member)
                region.members.push_back(municipality);
            if (!is_member || registry::is_drawn_in_part(partnership, municipality))
                region.missing.push_back(municipality);
        }
        if (!region.members.empty())
            touched.push_back(std::move(region));
    }
    return touched;
}

/// Fills in the costs; inhabitants only when all of them are known.
void weigh(std::vector<Touched>& touched, const Weights& weights) {
    bool known = true;
    for (auto& region : touched) {
        region.to_leave = {static_cast<std::int64_t>(region.members.size()), 0, 0};
        const auto joins = static_cast<std::int64_t>(region.missing.size());
        region.to_complete = {joins, 0, joins};
        for (const auto member : region.members) {
            const auto inhabitants = weights.of_member(member);
            known = known && inhabitants.has_value();
            region.to_leave.inhabitants += inhabitants.value_or(0);
        }
        for (const auto other : region.missing) {
            const auto inhabitants = weights.of_other(other);
            known = known && inhabitants.has_value();
            region.to_complete.inhabitants += inhabitants.value_or(0);
        }
    }
    if (known)
        return;
    for (auto& region : touched)
        region.to_leave.inhabitants = region.to_complete.inhabitants = 0;
}

/// All leave that lie outside one region, which keeps the members it has.
Plan keep_one(const std::vector<Touched>& touched) {
    Cost all;
    for (const auto& region : touched)
        all = all + region.to_leave;
    const auto kept =
        std::min_element(touched.begin(), touched.end(), [](const Touched& a, const Touched& b) {
            return b.to_leave < a.to_leave;
        });
    Plan plan{.cost = all - kept->to_leave, .fates = std::vector(touched.size(), Fate::Leave)};
    plan.fates[static_cast<std::size_t>(kept - touched.begin())] = Fate::Keep;
    return plan;
}

/// Every region is made whole or left, whichever is cheaper; at least one is made whole. Nothing
/// when none can be.
std::optional<Plan> make_whole(const std::vector<Touched>& touched) {
    Plan plan;
    for (const auto& region : touched) {
        const bool complete = region.can_be_whole && region.to_complete < region.to_leave;
        plan.fates.push_back(complete ? Fate::Complete : Fate::Leave);
        plan.cost = plan.cost + (complete ? region.to_complete : region.to_leave);
    }
    if (std::find(plan.fates.begin(), plan.fates.end(), Fate::Complete) != plan.fates.end())
        return plan;
    const auto cheapest =
        std::min_element(touched.begin(), touched.end(), [](const Touched& a, const Touched& b) {
            return a.can_be_whole != b.can_be_whole
                       ? a.can_be_whole
                       : a.to_complete - a.to_leave < b.to_complete - b.to_leave;
        });
    if (!cheapest->can_be_whole)
        return std::nullopt;
    plan.fates[static_cast<std::size_t>(cheapest - touched.begin())] = Fate::Complete;
    plan.cost = plan.cost + cheapest->to_complete - cheapest->to_leave;
    return plan;
}

NearMiss carried_out(const Plan& plan, const std::vector<Touched>& touched) {
    NearMiss change;
    bool all_whole = true;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        const Touched& region = touched[i];
        if (plan.fates[i] == Fate::Leave) {
            change.leave.insert(change.leave.end(), region.members.begin(), region.members.end());
            continue;
        }
        change.regions.push_back(region.region);
        all_whole = all_whole && region.can_be_whole &&
                    (plan.fates[i] == Fate::Complete || region.missing.empty());
        if (plan.fates[i] == Fate::Complete)
            change.join.insert(change.join.end(), region.missing.begin(), region.missing.end());
    }
    std::sort(change.leave.begin(), change.leave.end());
    std::sort(change.join.begin(), change.join.end());
    if (change.regions.size() > 1)
        change.relation = Relation::Supraregional;
    else
        change.relation = all_whole ? Relation::Coincides : Relation::Within;
    return change;
}

} // namespace

NearMiss find_near_miss(const registry::ResolvedPartnership& partnership,
                        const registry::RegionPartition& regions,
                        const registry::MunicipalityTable& municipalities) {
    std::vector<Touched> touched = touched_regions(partnership, regions);
    REGIO_EXPECTS(!touched.empty());
    weigh(touched, Weights(partnership, municipalities));
    const Plan one = keep_one(touched);
    NearMiss kept = carried_out(one, touched);
    if (!partnership.may_be_supraregional)
        return kept;
    const auto whole = make_whole(touched);
    if (!whole)
        return kept;
    NearMiss completed = carried_out(*whole, touched);
    if (whole->cost != one.cost)
        return whole->cost < one.cost ? completed : kept;
    return completed.regions < kept.regions ? completed : kept;
}

} // namespace regio::nesting
