#include "registry/partnership_list.hpp"

#include "base/name_key.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace regio::registry {

namespace {

/// The attributes that a list repeats on each row of a partnership.
struct Attribute {
    std::string_view field;
    std::string Partnership::*own;
    std::string_view ListedRow::*given;
};

constexpr std::array kAttributes = std::to_array<Attribute>({
    {"name", &Partnership::name, &ListedRow::name},
    {"kind", &Partnership::kind, &ListedRow::kind},
    {"status", &Partnership::status, &ListedRow::status},
    {"sector", &Partnership::sector, &ListedRow::sector},
    {"founded", &Partnership::founded, &ListedRow::founded},
    {"dated", &Partnership::dated, &ListedRow::dated},
});

std::string value_given(const Attribute& attribute, const ListedRow& row) {
    const std::string_view text = trimmed(row.*attribute.given);
    return attribute.own == &Partnership::status ? normalised_status(text) : std::string(text);
}

bool says_municipality(std::string_view member_kind) {
    const std::string key = name_key(member_kind);
    for (const std::string_view word : {"gemeente", "stad", "lokaalbestuur", "municipal", "city"})
        if (key.starts_with(word))
            return true;
    return key.empty();
}

} // namespace

std::string normalised_status(std::string_view status) {
    const std::string key = name_key(status);
    for (const std::string_view word : {"active", "actief", "ja"})
        if (key == word)
            return "active";
    for (const std::string_view word :
         {"inactive", "inactief", "nietactief", "nietmeeractief", "stopgezet", "nee"})
        if (key == word)
            return "inactive";
    return std::string(status);
}

PartnershipListBuilder::PartnershipListBuilder(ListTerms terms, SourceRef source) {
    list_.terms = std::move(terms);
    list_.source = std::move(source);
    none_counts_.resize(list_.terms.none.size());
}

void PartnershipListBuilder::describe(const ListedRow& row, const SourceRef& table) {
    if (is_none(trimmed(row.id), trimmed(row.name)))
        return;
    SourceRef source = table;
    source.fid = row.row;
    if (!names_partnership(row, source))
        return;
    is_described_ = true;
    const auto place = static_cast<std::size_t>(mention(row, source));
    Partnership& partnership = list_.partnerships[place];
    if (described_[place])
        partnership.findings.push_back(
            about(FindingNumber::ListedTwice,
                  {{"first", to_text(partnership.source)}, {"second", to_text(source)}}, source,
                  partnership.id));
    described_[place] = true;
}

void PartnershipListBuilder::add(const ListedRow& row) {
    if (is_none(trimmed(row.id), trimmed(row.name)))
        return;
    SourceRef source = list_.source;
    source.fid = row.row;
    if (!names_partnership(row, source))
        return;
    const auto partnership = mention(row, source);
    if (is_described_ && !described_[static_cast<std::size_t>(partnership)])
        note_once(FindingNumber::PartnershipNotDescribed, partnership, source);
    const auto code = trimmed_code(row.member_code);
    const auto name = trimmed(row.member_name);
    if (code.empty() && name.empty()) {
        blank_.emplace(partnership, source);
        return;
    }
    list_.rows.push_back({.partnership = partnership,
                          .code = list_.strings.intern(code),
                          .name = list_.strings.intern(name),
                          .from = list_.strings.intern(trimmed(row.from)),
                          .to = list_.strings.intern(trimmed(row.to)),
                          .row = row.row,
                          .is_municipality = says_municipality(row.member_kind)});
}

void PartnershipListBuilder::add_area(const ListedRow& row) {
    is_described_ = true;
    if (is_none(trimmed(row.id), trimmed(row.name)))
        return;
    SourceRef source = list_.source;
    source.fid = row.row;
    if (names_partnership(row, source))
        list_.rows.push_back({.partnership = mention(row, source),
                              .code = list_.strings.intern({}),
                              .name = list_.strings.intern({}),
                              .from = list_.strings.intern(trimmed(row.from)),
                              .to = list_.strings.intern(trimmed(row.to)),
                              .row = row.row});
}

PartnershipList PartnershipListBuilder::take(std::vector<Finding>& findings) && {
    for (std::size_t i = 0; i < none_counts_.size(); ++i)
        if (none_counts_[i] > 0)
            findings.push_back(
                about(FindingNumber::RowInNone,
                      {{"count", fmt::to_string(none_counts_[i])}, {"value", list_.terms.none[i]}},
                      list_.source));
    if (without_partnership_ > 0)
        findings.push_back(about(FindingNumber::RowWithoutPartnership,
                                 {{"count", fmt::to_string(without_partnership_)}},
                                 first_without_partnership_));
    if (list_.partnerships.empty())
        findings.push_back(about(FindingNumber::ListWithoutPartnerships, {}, list_.source));
    for (const auto& row : list_.rows)
        if (const auto blank = blank_.find(row.partnership); blank != blank_.end()) {
            note_once(FindingNumber::MemberBlank, row.partnership, blank->second);
            blank_.erase(blank);
        }
    for (auto& partnership : list_.partnerships)
        if (partnership.name.empty())
            partnership.name = partnership.id;
    std::stable_sort(
        list_.rows.begin(), list_.rows.end(),
        [](const MemberRow& a, const MemberRow& b) { return a.partnership < b.partnership; });
    return std::move(list_);
}

PartnershipIndex PartnershipListBuilder::mention(const ListedRow& row, const SourceRef& source) {
    const std::string id(trimmed(row.id));
    const std::string name(trimmed(row.name));
    if (id.empty())
        if (const auto same = by_name_.find(name); same != by_name_.end())
            return same->second;
    const std::string& shown = id.empty() ? name : id;
    const auto next = static_cast<PartnershipIndex>(list_.partnerships.size());
    const auto [known, is_new] =
        by_id_.try_emplace(is_described_ ? identifier_key(shown) : shown, next);
    if (!is_new) {
        compare(known->second, row, source);
        return known->second;
    }
    if (!name.empty())
        by_name_.emplace(name, next);
    Partnership partnership;
    partnership.id = shown;
    partnership.source = source;
    for (const auto& attribute : kAttributes)
        partnership.*attribute.own = value_given(attribute, row);
    list_.partnerships.push_back(std::move(partnership));
    described_.push_back(false);
    return next;
}

void PartnershipListBuilder::compare(PartnershipIndex index, const ListedRow& row,
                                     const SourceRef& source) {
    Partnership& partnership = list_.partnerships[static_cast<std::size_t>(index)];
    for (const auto& attribute : kAttributes) {
        std::string& own = partnership.*attribute.own;
        const std::string_view text = trimmed(row.*attribute.given);
        if (text.empty() || own == text)
            continue;
        std::string given = value_given(attribute, row);
        if (own.empty())
            own = std::move(given);
        else if (own != given && differing_.emplace(index, attribute.field).second)
            partnership.findings.push_back(about(FindingNumber::AttributeDiffers,
                                                 {{"field", std::string(attribute.field)},
                                                  {"first", own},
                                                  {"other", std::move(given)}},
                                                 source, partnership.id));
    }
}

bool PartnershipListBuilder::is_none(std::string_view id, std::string_view name) {
    const std::string_view given = id.empty() ? name : id;
    const auto& none = list_.terms.none;
    const auto value = std::find_if(none.begin(), none.end(), [&](const std::string& text) {
        return text == given || (!text.empty() && name_key(text) == name_key(given));
    });
    if (value == none.end())
        return false;
    ++none_counts_[static_cast<std::size_t>(value - none.begin())];
    return true;
}

bool PartnershipListBuilder::names_partnership(const ListedRow& row, const SourceRef& source) {
    if (!trimmed(row.id).empty() || !trimmed(row.name).empty())
        return true;
    if (without_partnership_++ == 0)
        first_without_partnership_ = source;
    return false;
}

void PartnershipListBuilder::note_once(FindingNumber number, PartnershipIndex index,
                                       const SourceRef& source) {
    Partnership& partnership = list_.partnerships[static_cast<std::size_t>(index)];
    const bool known = std::any_of(partnership.findings.begin(), partnership.findings.end(),
                                   [&](const Finding& f) { return f.number == number; });
    if (!known)
        partnership.findings.push_back(about(number, {}, source, partnership.id));
}

Finding PartnershipListBuilder::about(FindingNumber number, std::vector<FindingValue> values,
                                      SourceRef source, const std::string& partnership) const {
    return {.number = number,
            .values = std::move(values),
            .source = std::move(source),
            .list = list_.terms.list,
            .partnership = partnership};
}

} // namespace regio::registry
