#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace regio {

/// A calendar day.
struct Date {
    std::chrono::sys_days day{};

    friend auto operator<=>(const Date&, const Date&) = default;
};

/// The day of `year`-`month`-`day`. Precondition: such a day exists.
[[nodiscard]] Date make_date(int year, unsigned month, unsigned day);

/// Reads 2024-12-31, 2024/12/31 and the Belgian 31/12/2024, 31-12-2024, 31.12.2024; a time of day
/// behind the date is passed over. Nothing for any other text or a day that does not exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// "2024-12-31".
[[nodiscard]] std::string to_iso(Date date);

[[nodiscard]] Date day_before(Date date);

/// The moment of SOURCE_DATE_EPOCH, which stands for now where the same input must give the same
/// bytes; nothing when it is not set. Throws InputError when it is not a number of seconds.
[[nodiscard]] std::optional<std::chrono::sys_seconds> source_date();

/// Today in UTC, or the day of SOURCE_DATE_EPOCH when that is set, so that runs can be repeated.
/// Throws as source_date().
[[nodiscard]] Date today();

/// A span of days. Both ends belong to it; an end that is absent is open.
struct Period {
    std::optional<Date> from;
    std::optional<Date> to;

    friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] bool contains(const Period& period, Date date);

/// The days that lie in both; nothing when there are none.
[[nodiscard]] std::optional<Period> intersection(const Period& one, const Period& other);

/// The day of the period that lies nearest to `date`. Precondition: from <= to where both are set.
[[nodiscard]] Date nearest_day(const Period& period, Date date);

} // namespace regio
