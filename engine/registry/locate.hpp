#pragma once

#include "base/date.hpp"
#include "registry/territory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regio::registry {

/// A municipality code, read as of a day on which it is in force.
struct DatedCode {
    std::string code;
    Date date;

    friend auto operator<=>(const DatedCode&, const DatedCode&) = default;
};

/// What a list means by a code or a name: `candidates` holds one code when that is clear, none when
/// the municipality is unknown, several when the name is ambiguous.
struct Location {
    std::vector<DatedCode> candidates;

    [[nodiscard]] bool is_clear() const noexcept { return candidates.size() == 1; }
};

/// A municipality as a list names it; one of the two may be empty.
struct Naming {
    std::string_view code;
    std::string_view name;
};

/// What a row means: a text without digits in the place of the code, with no name beside it, is a
/// name.
[[nodiscard]] Naming naming(std::string_view code, std::string_view name);

/// Finds a municipality in a list of `list_date`. The code decides when there is one; else the
/// name, first among the municipalities of that day, then among those of all days. A code that is
/// not in force on `list_date` is read as of the day nearest to it on which it is. Precondition:
/// `code` or `name` is not empty.
[[nodiscard]] Location locate(const Territory& territory, std::string_view code,
                              std::string_view name, Date list_date);

/// The days on which a list can have been made, judged by the mergers of what it names: narrowed by
/// each code or name to the days on which it is in force.
class ListDating {
public:
    explicit ListDating(const Territory& territory) : territory_(&territory) {}

    void narrow(std::string_view code, std::string_view name);

    /// The day nearest to as_of() on which everything in the list was in force; as_of() itself when
    /// there is no such day, because the list mixes dates.
    [[nodiscard]] Date date() const;

    /// The days in question; nothing when the list mixes dates.
    [[nodiscard]] const std::optional<Period>& period() const noexcept { return period_; }

private:
    const Territory* territory_;
    std::optional<Period> period_ = Period{};
};

} // namespace regio::registry
