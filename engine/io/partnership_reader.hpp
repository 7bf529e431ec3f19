#pragma once

#include "base/finding.hpp"
#include "io/table.hpp"
#include "registry/partnership_list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::io {

/// Fields of the rows that name members; guessed where empty.
struct MemberFields {
    std::string code;
    std::string name;
    std::string kind; ///< Says of each member whether it is a municipality.
    std::string from;
    std::string to;
};

/// Members in a table of their own, beside the one that describes the partnerships.
struct MembersBeside {
    TableSource table;
    std::string partnership; ///< Field with the id.
    MemberFields fields;
};

/// A list of partnerships: one row per member, or one row per municipality with a column per kind
/// of partnership, which are read alike. Field names are guessed where they are empty.
struct PartnershipsSource {
    TableSource table;
    std::string id;
    std::string name;
    std::string kind;
    std::string kind_is; ///< One kind for the whole list; then no field is.
    std::string status;
    std::string sector;
    std::string founded;
    std::string dated_field; ///< Field with the day of each partnership's codes.
    MemberFields members;
    std::optional<MembersBeside> beside;
    registry::ListTerms terms;
};

/// Reads a list in one pass. Throws InputError when no field names the partnerships or the members,
/// saying which shapes are read. Findings as PartnershipListBuilder.
[[nodiscard]] registry::PartnershipList read_partnerships(const PartnershipsSource& source,
                                                          std::vector<Finding>& findings);

} // namespace regio::io
