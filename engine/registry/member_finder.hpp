#pragma once

#include "registry/locate.hpp"
#include "registry/partnership_list.hpp"
#include "registry/territory.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace regio::registry {

/// What a member of a list turns out to be.
enum class MemberIs : std::uint8_t { Municipality, OtherMember, Unknown, Ambiguous };

struct FoundMember {
    MemberIs is = MemberIs::Unknown;
    DatedCode code;                      ///< Of a municipality.
    std::vector<std::string> candidates; ///< Of an ambiguous name; nearest names of an unknown one.
    bool kind_contradicts = false;       ///< The list calls a municipality something else.
    bool name_contradicts = false;       ///< The list writes the name of another municipality.
};

/// The names and identifiers by which members that are not municipalities are recognised: provinces
/// (by code or name), welfare and municipal bodies (by the word they begin with), and all
/// partnerships of the project (by name, or by an id that has a letter or is an enterprise number).
class OtherBodies {
public:
    explicit OtherBodies(const std::vector<PartnershipList>& lists);

    [[nodiscard]] bool holds(std::string_view code, std::string_view name) const;

private:
    std::set<std::string> identifiers_;
    std::set<std::string> name_keys_;
};

/// Finds the members of one list, each code and name once. A municipality goes before any other
/// body.
class MemberFinder {
public:
    MemberFinder(const PartnershipList& list, const Territory& territory, const OtherBodies& others)
        : list_(list), territory_(territory), others_(others) {}

    /// What `row` names in a list of `list_date`. Valid until the next call with another date.
    /// Precondition: the row has a code or a name.
    [[nodiscard]] const FoundMember& find(const MemberRow& row, Date list_date);

private:
    [[nodiscard]] FoundMember look_up(const MemberRow& row) const;
    [[nodiscard]] bool is_declared_other(std::string_view code, std::string_view name) const;

    const PartnershipList& list_;
    const Territory& territory_;
    const OtherBodies& others_;
    Date date_;
    std::unordered_map<std::uint64_t, FoundMember> found_;
};

} // namespace regio::registry
