#pragma once

#include "io/table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace regio::io {

/// What a field of a table can be.
enum class FieldRole {
    MunicipalityCode,
    MunicipalityName,
    Inhabitants,
    RegionCode,
    RegionName,
    PartnershipId,
    PartnershipName,
    Kind,
    Status,
    Sector,
    Founded,
    MemberKind,
    MemberFrom,
    MemberTo,
    OldCode,
    OldName,
    NewCode,
    NewName,
    MergerDate,
};

/// Each role, in the order above.
[[nodiscard]] std::span<const FieldRole> all_roles();

/// The names under which offices and registers publish such a field, likeliest first; compared by
/// name key.
[[nodiscard]] std::span<const std::string_view> guesses(FieldRole role);

/// The field that `wanted` names or, when that is empty, the first guess for the role that is
/// there. Throws InputError when a field is named and is not there.
[[nodiscard]] std::optional<std::size_t> find_field(const FieldNames& fields,
                                                    const std::string& wanted, FieldRole role);

/// The text of an optional field in the current row.
[[nodiscard]] std::string_view cell(const Table& table, std::optional<std::size_t> field);

/// Refuses a table without the field that is asked for: the message says `what` is missing and
/// which fields there are. `hint` says how to name the field.
[[noreturn]] void throw_no_field(const FieldNames& fields, std::string_view what,
                                 std::string_view hint);

} // namespace regio::io
