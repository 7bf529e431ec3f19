#include "report/explanation.hpp"

#include "base/contract.hpp"
#include "base/name_key.hpp"
#include "report/finding_texts.hpp"
#include "report/measures.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace regio::report {

namespace {

using nesting::Assessment;
using nesting::Relation;
using registry::MunicipalityIndex;
using registry::RegionIndex;

/// Writes one explanation in one language.
class Explainer {
public:
    Explainer(const CheckReport& report, const Assessment& assessment)
        : words_(report.language), report_(report), partnership_(assessment.partnership),
          verdict_(assessment.verdict), name_(assessment.partnership.partnership.name) {}

    [[nodiscard]] std::string text() const {
        std::string sentence = fmt::format("{} {}: {}.", name_,
                                           verdict_.relation == Relation::Unresolved
                                               ? words_.say("is onbepaald", "is unresolved")
                                               : label_of(verdict_.relation, words_.language()),
                                           reason());
        if (verdict_.near_miss)
            sentence += " " + change(*verdict_.near_miss);
        return sentence;
    }

    [[nodiscard]] std::string change(const nesting::NearMiss& change) const {
        const std::string leave = enumerated(names(change.leave), conjunction());
        const std::string join = enumerated(joining(change.join), conjunction());
        std::string condition;
        if (change.join.empty())
            condition = filled(words_.say("Zonder {}", "Without {}"), leave);
        else if (change.leave.empty())
            condition = filled(words_.say("Met {} erbij", "With {} added"), join);
        else
            condition =
                filled(words_.say("Zonder {} en met {} erbij", "Without {} and with {} added"),
                       leave, join);
        return fmt::format("{} {}.", condition, outcome(change));
    }

private:
    [[nodiscard]] std::string reason() const {
        const std::size_t members = partnership_.members.size();
        switch (verdict_.relation) {
        case Relation::Within:
            return members == 1
                       ? filled(words_.say("het enige lid, {}, ligt in {}",
                                           "its only member, {}, lies in {}"),
                                name_and_code((*report_.municipalities)[partnership_.members[0]]),
                                region(*verdict_.main_region))
                       : filled(words_.say("alle {} leden liggen in {} ({} gemeenten)",
                                           "all {} members lie in {} ({} municipalities)"),
                                members, region(*verdict_.main_region), verdict_.regions[0].of);
        case Relation::Coincides:
            return members == 1
                       ? filled(words_.say("het enige lid, {}, is de enige gemeente van {}",
                                           "its only member, {}, is the only municipality of {}"),
                                name_and_code((*report_.municipalities)[partnership_.members[0]]),
                                region(*verdict_.main_region))
                       : filled(words_.say("de {} leden zijn alle gemeenten van {}",
                                           "its {} members are all municipalities of {}"),
                                members, region(*verdict_.main_region));
        case Relation::Supraregional:
            return whole_regions();
        case Relation::Crosses:
            return where_members_lie();
        case Relation::Unresolved:
            return what_is_unresolved();
        }
        return {};
    }

    [[nodiscard]] std::string whole_regions() const {
        std::vector<std::string> names;
        for (const auto& share : verdict_.regions)
            names.push_back(filled(words_.say("{} ({} gemeenten)", "{} ({} municipalities)"),
                                   region(share.region), share.of));
        return enumerated(names, conjunction());
    }

    /// The main region first, then the others by falling number of members.
    [[nodiscard]] std::string where_members_lie() const {
        auto shares = verdict_.regions;
        std::stable_sort(shares.begin(), shares.end(), [&](const auto& a, const auto& b) {
            const bool a_is_main = a.region == verdict_.main_region;
            const bool b_is_main = b.region == verdict_.main_region;
            return a_is_main != b_is_main ? a_is_main : a.members > b.members;
        });
        std::vector<std::string> parts;
        for (const auto& share : shares)
            parts.push_back(share.region == verdict_.main_region ? inside(share)
                                                                 : outside(share.region));
        return fmt::format("{}", fmt::join(parts, "; "));
    }

    [[nodiscard]] std::string inside(const nesting::RegionShare& share) const {
        return filled(
            share.members == 1
                ? words_.say("{} van de {} leden ligt in {}", "{} of its {} members lies in {}")
                : words_.say("{} van de {} leden liggen in {}", "{} of its {} members lie in {}"),
            share.members, partnership_.members.size(), region(share.region));
    }

    [[nodiscard]] std::string outside(RegionIndex index) const {
        std::vector<std::string> names;
        for (const auto outsider : verdict_.outsiders)
            if (report_.regions->region_of(outsider) == index)
                names.push_back(name_and_code((*report_.municipalities)[outsider]) +
                                drawn_mark(partnership_, outsider, words_.language()));
        return filled(names.size() == 1 ? words_.say("{} ligt in {}", "{} lies in {}")
                                        : words_.say("{} liggen in {}", "{} lie in {}"),
                      enumerated(names, conjunction()), region(index));
    }

    [[nodiscard]] std::string what_is_unresolved() const {
        std::vector<std::string> reasons;
        for (const FindingText& finding : finding_texts(partnership_.findings, words_.language()))
            if (kind_of(finding.number).severity == Severity::Error)
                reasons.push_back(finding.text);
        return fmt::format("{}", fmt::join(reasons, "; "));
    }

    [[nodiscard]] std::string outcome(const nesting::NearMiss& change) const {
        std::vector<std::string> regions;
        for (const auto index : change.regions)
            regions.push_back(region(index));
        const std::string where = enumerated(regions, conjunction());
        switch (change.relation) {
        case Relation::Within:
            return filled(words_.say("valt {} binnen {}", "{} lies within {}"), name_, where);
        case Relation::Coincides:
            return filled(words_.say("valt {} samen met {}", "{} coincides with {}"), name_, where);
        default:
            return filled(words_.say("valt {} samen met de volledige referentieregio's {}",
                                     "{} coincides with the whole reference regions {}"),
                          name_, where);
        }
    }

    [[nodiscard]] std::vector<std::string> names(std::span<const MunicipalityIndex> indices) const {
        std::vector<std::string> result;
        for (const auto index : indices)
            result.push_back((*report_.municipalities)[index].name);
        return result;
    }

    /// Of a member that is drawn in part, what joins is the rest.
    [[nodiscard]] std::vector<std::string>
    joining(std::span<const MunicipalityIndex> indices) const {
        std::vector<std::string> result = names(indices);
        for (std::size_t i = 0; i < indices.size(); ++i)
            if (registry::is_drawn_in_part(partnership_, indices[i]))
                result[i] = filled(words_.say("de rest van {}", "the rest of {}"), result[i]);
        return result;
    }

    [[nodiscard]] const std::string& region(RegionIndex index) const {
        return (*report_.regions)[index].name;
    }

    [[nodiscard]] std::string_view conjunction() const { return words_.say("en", "and"); }

    Wording words_;
    const CheckReport& report_;
    const registry::ResolvedPartnership& partnership_;
    const nesting::Verdict& verdict_;
    const std::string& name_;
};

} // namespace

std::string explanation(const CheckReport& report, const Assessment& assessment) {
    return Explainer(report, assessment).text();
}

std::string near_miss_sentence(const CheckReport& report, const Assessment& assessment) {
    REGIO_EXPECTS(assessment.verdict.near_miss.has_value());
    return Explainer(report, assessment).change(*assessment.verdict.near_miss);
}

std::string drawn_mark(const registry::ResolvedPartnership& partnership, MunicipalityIndex member,
                       Language language) {
    const auto* partial = registry::find_partial(partnership, member);
    if (partial == nullptr || !partial->drawn_share)
        return {};
    return fmt::format(" [{}]", share_text(*partial->drawn_share, language));
}

} // namespace regio::report
