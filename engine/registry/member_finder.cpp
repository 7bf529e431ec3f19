#include "registry/member_finder.hpp"

#include "base/name_key.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regio::registry {

namespace {

/// NIS codes of the Belgian provinces (Statbel).
constexpr std::array<std::string_view, 10> kProvinceCodes = {
    "10000", "20001", "20002", "30000", "40000", "50000", "60000", "70000", "80000", "90000"};

/// First words, as keys, of bodies that can be a member beside municipalities.
constexpr std::array<std::string_view, 12> kBodyWords = {"provincie",    "provincieraad",
                                                         "ocmw",         "autonoomgemeentebedrijf",
                                                         "agb",          "autonoomprovinciebedrijf",
                                                         "apb",          "welzijnsvereniging",
                                                         "zorgbedrijf",  "hulpverleningszone",
                                                         "vlaamsgewest", "vlaamsegemeenschap"};

/// Names of provinces that are not the name of a municipality as well.
constexpr std::array<std::string_view, 4> kProvinceNames = {"westvlaanderen", "oostvlaanderen",
                                                            "vlaamsbrabant", "limburg"};

bool begins_with_body_word(std::string_view name) {
    const std::string key = name_key(name);
    const std::string first = name_key(name.substr(0, name.find_first_of(" -.(")));
    return std::any_of(kBodyWords.begin(), kBodyWords.end(), [&](std::string_view word) {
        // Short words must stand alone: "AGB Tielt", not "Agbekerke".
        return word.size() <= 4 ? first == word : key.starts_with(word);
    });
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::vector<std::string> near_codes(std::string_view code, const Territory& territory) {
    std::vector<std::string> near;
    for (const auto& municipality : territory.current().all())
        if (near.size() < 3 && edit_distance(code, municipality.code) == 1)
            near.push_back(name_and_code(municipality));
    return near;
}

std::vector<std::string> suggestions(std::string_view code, std::string_view name,
                                     const Territory& territory) {
    constexpr std::size_t kLongestName = 200; // longer cells are no slip in a name
    if (name.size() > kLongestName)
        return {};
    if (name.empty())
        return near_codes(code, territory);
    std::vector<std::string> result;
    auto named = territory.named(name);
    if (named.empty())
        named = territory.named(without_qualifier(name));
    for (const auto& municipality : named)
        result.push_back(fmt::format("{} ({})", municipality.name, municipality.code));
    return result.empty() ? nearest_names(name, territory.all_names()) : result;
}

bool contradicts(std::string_view code, std::string_view name, const Territory& territory) {
    if (code.empty() || name.empty())
        return false;
    const auto named = territory.named(name);
    return !named.empty() && std::none_of(named.begin(), named.end(),
                                          [&](const auto& other) { return other.code == code; });
}

} // namespace

OtherBodies::OtherBodies(const std::vector<PartnershipList>& lists) {
    for (const auto& list : lists)
        for (const auto& partnership : list.partnerships) {
            // An id such as "2" is a slip in a code sooner than a body.
            if (std::string key = identifier_key(partnership.id); has_letter(key))
                identifiers_.insert(std::move(key));
            if (std::string key = name_key(partnership.name); !key.empty())
                name_keys_.insert(std::move(key));
        }
}

bool OtherBodies::holds(std::string_view code, std::string_view name) const {
    if (!code.empty() &&
        (identifiers_.contains(identifier_key(code)) ||
         std::find(kProvinceCodes.begin(), kProvinceCodes.end(), code) != kProvinceCodes.end()))
        return true;
    if (name.empty())
        return false;
    const std::string key = name_key(name);
    return name_keys_.contains(key) || begins_with_body_word(name) ||
           std::find(kProvinceNames.begin(), kProvinceNames.end(), key) != kProvinceNames.end();
}

const FoundMember& MemberFinder::find(const MemberRow& row, Date list_date) {
    if (date_ != list_date) {
        found_.clear();
        date_ = list_date;
    }
    const auto key = (static_cast<std::uint64_t>(row.code) << 33) |
                     (static_cast<std::uint64_t>(row.name) << 1) | (row.is_municipality ? 1U : 0U);
    const auto [known, is_new] = found_.try_emplace(key);
    if (is_new)
        known->second = look_up(row);
    return known->second;
}

FoundMember MemberFinder::look_up(const MemberRow& row) const {
    const auto [code, name] = naming(list_.strings.text(row.code), list_.strings.text(row.name));
    FoundMember found;
    const Location location = locate(territory_, code, name, date_);
    if (!row.is_municipality || is_declared_other(code, name)) {
        found.is = MemberIs::OtherMember;
        found.kind_contradicts = !row.is_municipality && !code.empty() && location.is_clear();
        return found;
    }
    if (location.is_clear()) {
        found.is = MemberIs::Municipality;
        found.code = location.candidates.front();
        found.name_contradicts =
            contradicts(code, name, territory_) ||
            (!code.empty() && territory_.named(name).empty() && others_.holds({}, name));
    } else if (!location.candidates.empty()) {
        found.is = MemberIs::Ambiguous;
        for (const auto& candidate : location.candidates)
            found.candidates.push_back(fmt::format(
                "{} ({})", territory_.name_of(candidate.code, candidate.date), candidate.code));
    } else if (others_.holds(code, name)) {
        found.is = MemberIs::OtherMember;
    } else {
        found.candidates = suggestions(code, name, territory_);
    }
    return found;
}

bool MemberFinder::is_declared_other(std::string_view code, std::string_view name) const {
    const auto& declared = list_.terms.other_members;
    return std::any_of(declared.begin(), declared.end(), [&](const std::string& other) {
        return (!code.empty() && identifier_key(other) == identifier_key(code)) ||
               (!name.empty() && name_key(other) == name_key(name));
    });
}

} // namespace regio::registry
