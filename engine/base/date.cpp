#include "base/date.hpp"

#include "base/contract.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>

namespace regio {

namespace {

std::optional<Date> checked_date(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt; // chrono keeps one byte of each
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1000 || year > 9999 || !date.ok())
        return std::nullopt;
    return Date{std::chrono::sys_days{date}};
}

/// The numbers of "a?b?c", where ? is one and the same separator out of - / and a full stop.
std::optional<std::array<int, 3>> three_numbers(std::string_view text) {
    std::array<int, 3> numbers{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    char separator = '\0';
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0) {
            if (at == end || std::string_view("-/.").find(*at) == std::string_view::npos ||
                (i == 2 && *at != separator))
                return std::nullopt;
            separator = *at++;
        }
        if (at == end || *at < '0' || *at > '9')
            return std::nullopt;
        const auto [rest, fault] = std::from_chars(at, end, numbers[i]);
        if (fault != std::errc{})
            return std::nullopt;
        at = rest;
    }
    return at == end ? std::optional(numbers) : std::nullopt;
}

} // namespace

Date make_date(int year, unsigned month, unsigned day) {
    const auto date = checked_date(year, static_cast<int>(month), static_cast<int>(day));
    REGIO_EXPECTS(date.has_value());
    return *date;
}

std::optional<Date> parse_date(std::string_view text) {
    if (const auto time = text.find_first_of(" T"); time != std::string_view::npos) {
        if (text.find_first_not_of("0123456789:.+Z", time + 1) != std::string_view::npos)
            return std::nullopt;
        text = text.substr(0, time);
    }
    const auto numbers = three_numbers(text);
    if (!numbers)
        return std::nullopt;
    const auto [first, month, last] = *numbers;
    if (text.find_first_of("-/.") == 4)
        return checked_date(first, month, last);
    return checked_date(last, month, first);
}

std::string to_iso(Date date) {
    const std::chrono::year_month_day civil{date.day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil.year()),
                       static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
}

Date day_before(Date date) {
    return Date{date.day - std::chrono::days{1}};
}

std::optional<std::chrono::sys_seconds> source_date() {
    const char* const epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr || *epoch == '\0')
        return std::nullopt;
    const std::string_view text = epoch;
    std::int64_t seconds = 0;
    const auto [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t kEndOfYear9999 = 253'402'300'799;
    if (fault != std::errc{} || rest != text.data() + text.size() || seconds < 0 ||
        seconds > kEndOfYear9999)
        throw InputError("SOURCE_DATE_EPOCH: not a number of seconds",
                         "unset it or give the seconds since 1970-01-01");
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

Date today() {
    const auto now = source_date();
    return Date{now ? std::chrono::floor<std::chrono::days>(*now)
                    : std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

bool contains(const Period& period, Date date) {
    return (!period.from || *period.from <= date) && (!period.to || date <= *period.to);
}

std::optional<Period> intersection(const Period& one, const Period& other) {
    Period both = one;
    if (other.from && (!both.from || *both.from < *other.from))
        both.from = other.from;
    if (other.to && (!both.to || *other.to < *both.to))
        both.to = other.to;
    if (both.from && both.to && *both.to < *both.from)
        return std::nullopt;
    return both;
}

Date nearest_day(const Period& period, Date date) {
    REGIO_EXPECTS(!period.from || !period.to || *period.from <= *period.to);
    if (period.from && date < *period.from)
        return *period.from;
    if (period.to && *period.to < date)
        return *period.to;
    return date;
}

} // namespace regio
