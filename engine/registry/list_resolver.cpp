#include "registry/list_resolver.hpp"

#include "base/name_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace regio::registry {

namespace {

std::string nearest_text(std::span<const std::string> nearest) {
    return nearest.empty() ? std::string() : fmt::format(" (~ {}?)", fmt::join(nearest, ", "));
}

} // namespace

ListResolver::ListResolver(const PartnershipList& list, const Territory& territory,
                           const RegionPartition& regions, const OtherBodies& others,
                           std::vector<Finding>& findings)
    : list_(list), territory_(territory), regions_(regions), findings_(findings),
      finder_(list, territory, others), date_(list.terms.dated ? *list.terms.dated : infer_date()) {
}

ResolvedPartnership ListResolver::resolve(const Listing& listing) {
    ResolvedPartnership resolved;
    resolved.list = list_.terms.list;
    resolved.partnership = *listing.partnership;
    resolved.findings = std::move(resolved.partnership.findings);
    resolved.may_be_supraregional = list_.terms.may_be_supraregional;

    const Date date = date_of(listing, resolved);
    const Found found = find_members(listing, date, resolved);
    const std::vector<Carried> carried = carry(found.codes, territory_);
    for (const auto& municipality : carried)
        place(municipality, found, resolved);
    report_changes(carried, found, resolved);
    if (!found.twice.empty())
        note(FindingNumber::MemberTwice, place_of(*found.first_twice),
             {{"names", fmt::format("{}", fmt::join(found.twice, ", "))}}, resolved);
    if (resolved.members.empty() && resolved.unmatched.empty())
        note(FindingNumber::PartnershipWithoutMembers, listing.partnership->source, {}, resolved);
    resolved.is_resolved =
        std::none_of(resolved.findings.begin(), resolved.findings.end(), [](const Finding& f) {
            return kind_of(f.number).severity == Severity::Error;
        });
    return resolved;
}

Date ListResolver::infer_date() {
    const bool all_dated =
        std::none_of(list_.partnerships.begin(), list_.partnerships.end(),
                     [](const Partnership& partnership) { return partnership.dated.empty(); });
    if (all_dated)
        return territory_.as_of();
    ListDating dating(territory_);
    std::set<std::pair<StringId, StringId>>
        seen; // a list names the same municipalities again and again
    for (const auto& row : list_.rows)
        if (list_.partnerships[static_cast<std::size_t>(row.partnership)].dated.empty() &&
            row.is_municipality && seen.emplace(row.code, row.name).second)
            dating.narrow(list_.strings.text(row.code), list_.strings.text(row.name));
    if (!dating.period())
        findings_.push_back({.number = FindingNumber::ListDatesMixed,
                             .values = {{"as_of", to_iso(territory_.as_of())}},
                             .source = list_.source,
                             .list = list_.terms.list});
    if (dating.date() != territory_.as_of())
        findings_.push_back({.number = FindingNumber::ListDateInferred,
                             .values = {{"dated", to_iso(dating.date())}},
                             .source = list_.source,
                             .list = list_.terms.list,
                             .partnership = {}});
    return dating.date();
}

Date ListResolver::date_of(const Listing& listing, ResolvedPartnership& resolved) {
    Date date = date_;
    if (const std::string& text = listing.partnership->dated; !text.empty()) {
        if (const auto own = parse_date(text))
            date = *own;
        else
            note(FindingNumber::MembershipDateUnreadable, listing.partnership->source,
                 {{"field", "dated"}, {"member", resolved.partnership.name}, {"text", text}},
                 resolved);
    }
    if (territory_.as_of() < date && reported_.insert(date).second)
        findings_.push_back(
            {.number = FindingNumber::ListLaterThanQuestion,
             .values = {{"dated", to_iso(date)}, {"as_of", to_iso(territory_.as_of())}},
             .source = list_.source,
             .list = list_.terms.list,
             .partnership = {}});
    return date;
}

ListResolver::Found ListResolver::find_members(const Listing& listing, Date date,
                                               ResolvedPartnership& resolved) {
    Found found;
    for (const auto& row : listing.rows)
        if (holds(row, resolved))
            add_row(row, finder_.find(row, date), date, found, resolved);
    return found;
}

bool ListResolver::holds(const MemberRow& row, ResolvedPartnership& resolved) {
    const auto read = [&](StringId id, const char* field) -> std::optional<Date> {
        const std::string& text = list_.strings.text(id);
        const auto date = parse_date(text);
        if (!text.empty() && !date)
            unmatched(FindingNumber::MembershipDateUnreadable, row,
                      {{"field", field}, {"text", text}}, {}, resolved);
        return date;
    };
    const std::size_t before = resolved.unmatched.size();
    const Period period{.from = read(row.from, "from"), .to = read(row.to, "to")};
    if (period.from && period.to && *period.to < *period.from)
        unmatched(FindingNumber::MembershipDateUnreadable, row,
                  {{"field", "to < from"},
                   {"text", fmt::format("{} – {}", to_iso(*period.from), to_iso(*period.to))}},
                  {}, resolved);
    return resolved.unmatched.size() == before && contains(period, territory_.as_of());
}

void ListResolver::add_row(const MemberRow& row, const FoundMember& member, Date date, Found& found,
                           ResolvedPartnership& resolved) {
    switch (member.is) {
    case MemberIs::OtherMember:
        if (member.kind_contradicts)
            note(FindingNumber::MemberKindContradicts, place_of(row), {{"member", name_in(row)}},
                 resolved);
        resolved.other_members.push_back(name_in(row));
        return;
    case MemberIs::Unknown:
        unmatched(FindingNumber::MemberUnknown, row, {{"nearest", nearest_text(member.candidates)}},
                  member.candidates, resolved);
        return;
    case MemberIs::Ambiguous:
        unmatched(FindingNumber::MemberAmbiguous, row,
                  {{"candidates", fmt::format("{}", fmt::join(member.candidates, " / "))}},
                  member.candidates, resolved);
        return;
    case MemberIs::Municipality:
        break;
    }
    if (member.name_contradicts)
        note(FindingNumber::NameContradictsCode, place_of(row),
             {{"nis", member.code.code},
              {"name", territory_.name_of(member.code.code, member.code.date)},
              {"other", list_.strings.text(row.name)}},
             resolved);
    if (std::find(found.codes.begin(), found.codes.end(), member.code) != found.codes.end()) {
        if (found.twice.empty())
            found.first_twice = &row;
        found.twice.push_back(name_on(member.code));
        return;
    }
    if (date < member.code.date && member.code.date <= territory_.as_of())
        note(FindingNumber::CodeNewerThanList, place_of(row),
             {{"dated", to_iso(date)},
              {"member", name_on(member.code)},
              {"date", to_iso(member.code.date)}},
             resolved);
    found.codes.push_back(member.code);
    found.rows.push_back(&row);
}

void ListResolver::place(const Carried& carried, const Found& found,
                         ResolvedPartnership& resolved) {
    const std::string as_of = to_iso(territory_.as_of());
    const auto miss = [&](FindingNumber reason, const std::vector<FindingValue>& values) {
        for (const std::size_t input : carried.inputs)
            unmatched(reason, *found.rows[input], values, {}, resolved);
    };
    if (carried.made_later != nullptr) {
        miss(FindingNumber::MemberOfLaterDate, {{"as_of", as_of},
                                                {"date", to_iso(carried.made_later->date)},
                                                {"parts", names_of(carried.made_later->parts)}});
        return;
    }
    if (!carried.municipality) {
        miss(FindingNumber::MemberOfOtherDate, {{"as_of", as_of}});
        return;
    }
    const Municipality& municipality = territory_.current()[*carried.municipality];
    if (!regions_.region_of(*carried.municipality)) {
        miss(FindingNumber::MemberWithoutRegion,
             {{"name", municipality.name}, {"nis", municipality.code}});
        return;
    }
    resolved.members.push_back(*carried.municipality);
    if (carried.is_partial())
        add_partial(carried, found, resolved);
}

void ListResolver::add_partial(const Carried& carried, const Found& found,
                               ResolvedPartnership& resolved) {
    const Municipality& municipality = territory_.current()[*carried.municipality];
    PartialMember partial{.municipality = *carried.municipality,
                          .parts = {},
                          .missing = carried.missing,
                          .figures = no_figures()};
    for (const std::size_t input : carried.inputs) {
        const DatedCode& code = found.codes[input];
        partial.parts.push_back(
            {.code = code.code, .name = territory_.name_of(code.code, code.date)});
        const auto* table = territory_.table_on(code.date);
        const auto former = table != nullptr ? table->find(code.code) : std::nullopt;
        partial.figures = partial.figures + (former ? (*table)[*former].figures : Figures{});
    }
    const Figures& whole = municipality.figures;
    partial.figures_of_parts = (partial.figures.inhabitants || !whole.inhabitants) &&
                               (partial.figures.area || !whole.area);
    if (!partial.figures.inhabitants)
        partial.figures.inhabitants = whole.inhabitants;
    if (!partial.figures.area) {
        partial.figures.area = whole.area;
        partial.figures.area_source = whole.area_source;
    }
    note(FindingNumber::MemberPartial, place_of(*found.rows[carried.inputs.front()]),
         {{"name", municipality.name},
          {"nis", municipality.code},
          {"parts", names_of(partial.parts)},
          {"missing", names_of(partial.missing)}},
         resolved);
    resolved.partial_members.push_back(std::move(partial));
}

void ListResolver::report_changes(std::span<const Carried> carried, const Found& found,
                                  ResolvedPartnership& resolved) {
    std::vector<std::string> changes;
    const MemberRow* first = nullptr;
    for (const auto& outcome : carried) {
        if (!outcome.municipality || (outcome.inputs.size() == 1 &&
                                      found.codes[outcome.inputs.front()].code == outcome.code))
            continue;
        if (first == nullptr)
            first = found.rows[outcome.inputs.front()];
        std::vector<std::string> before;
        for (const std::size_t input : outcome.inputs)
            before.push_back(name_on(found.codes[input]));
        changes.push_back(fmt::format("{} → {}", fmt::join(before, " + "),
                                      name_and_code(territory_.current()[*outcome.municipality])));
    }
    if (first != nullptr)
        note(FindingNumber::MemberCarried, place_of(*first),
             {{"as_of", to_iso(territory_.as_of())},
              {"changes", fmt::format("{}", fmt::join(changes, "; "))}},
             resolved);
}

void ListResolver::unmatched(FindingNumber reason, const MemberRow& row,
                             std::vector<FindingValue> values, std::vector<std::string> nearest,
                             ResolvedPartnership& resolved) {
    values.push_back({"member", name_in(row)});
    note(reason, place_of(row), std::move(values), resolved);
    resolved.unmatched.push_back({.reason = reason,
                                  .code = list_.strings.text(row.code),
                                  .name = list_.strings.text(row.name),
                                  .nearest = std::move(nearest)});
}

void ListResolver::note(FindingNumber number, SourceRef source, std::vector<FindingValue> values,
                        ResolvedPartnership& resolved) const {
    resolved.findings.push_back({.number = number,
                                 .values = std::move(values),
                                 .source = std::move(source),
                                 .list = list_.terms.list,
                                 .partnership = resolved.partnership.id});
}

SourceRef ListResolver::place_of(const MemberRow& row) const {
    SourceRef source = list_.source;
    source.fid = row.row;
    return source;
}

std::string ListResolver::name_in(const MemberRow& row) const {
    const std::string& code = list_.strings.text(row.code);
    const std::string& name = list_.strings.text(row.name);
    if (code.empty() || name.empty())
        return code.empty() ? name : code;
    return fmt::format("{} ({})", name, code);
}

std::string ListResolver::name_on(const DatedCode& code) const {
    return fmt::format("{} ({})", territory_.name_of(code.code, code.date), code.code);
}

std::string ListResolver::names_of(std::span<const MergedPart> parts) const {
    std::vector<std::string> names;
    for (const auto& part : parts)
        names.push_back(fmt::format("{} ({})", without_qualifier(part.name), part.code));
    return fmt::format("{}", fmt::join(names, " + "));
}

} // namespace regio::registry
