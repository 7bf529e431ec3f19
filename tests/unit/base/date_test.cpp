#include "base/date.hpp"
#include "base/error.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

namespace regio {

TEST_CASE("dates are read in the forms that offices write") {
    const Date last_day = make_date(2024, 12, 31);
    for (const auto* text : {"2024-12-31", "2024/12/31", "31/12/2024", "31-12-2024", "31.12.2024",
                             "2024-12-31T00:00:00", "2024/12/31 00:00:00"}) {
        INFO(text);
        CHECK(parse_date(text) == last_day);
    }
}

TEST_CASE("texts that are no date and days that do not exist are refused") {
    for (const auto* text :
         {"", "2024", "2024-13-01", "2023-02-29", "31/12", "31/12-2024", "12", "2024-12-31x",
          "2024-01-257", "257/268/2024", "31/12/2024 ?", "a-b-c", "99999999999-1-1", "24-12-31"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("a date that is printed is read back as the same date") {
    for (Date date = make_date(2019, 1, 1); date < make_date(2021, 1, 1);
         date.day += std::chrono::days{1})
        REQUIRE(parse_date(to_iso(date)) == date);
}

TEST_CASE("both ends of a period belong to it") {
    const Period period{.from = make_date(2019, 1, 1), .to = make_date(2024, 12, 31)};
    CHECK(contains(period, *period.from));
    CHECK(contains(period, *period.to));
    CHECK_FALSE(contains(period, make_date(2018, 12, 31)));
    CHECK_FALSE(contains(period, make_date(2025, 1, 1)));
    CHECK(contains({}, make_date(1830, 10, 4)));
}

TEST_CASE("the intersection of periods holds the days that lie in both, and only those") {
    const Period first{.from = make_date(2019, 1, 1), .to = make_date(2024, 12, 31)};
    const Period second{.from = make_date(2024, 12, 31), .to = {}};
    CHECK(intersection(first, second) ==
          Period{.from = make_date(2024, 12, 31), .to = make_date(2024, 12, 31)});
    CHECK(intersection(first, {}) == first);
    CHECK_FALSE(intersection(first, {.from = make_date(2025, 1, 1), .to = {}}).has_value());
}

TEST_CASE("the nearest day of a period is the day itself when it lies in the period") {
    const Period period{.from = make_date(2019, 1, 1), .to = make_date(2024, 12, 31)};
    CHECK(nearest_day(period, make_date(2020, 5, 5)) == make_date(2020, 5, 5));
    CHECK(nearest_day(period, make_date(2026, 1, 1)) == *period.to);
    CHECK(nearest_day(period, make_date(2000, 1, 1)) == *period.from);
}

TEST_CASE("SOURCE_DATE_EPOCH is today") {
    const char* const before = std::getenv("SOURCE_DATE_EPOCH");
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("SOURCE_DATE_EPOCH", "1735603200", 1);
    CHECK(today() == make_date(2024, 12, 31));
    CHECK(source_date() == std::chrono::sys_seconds{std::chrono::seconds{1735603200}});
    ::setenv("SOURCE_DATE_EPOCH", "yesterday", 1);
    CHECK_THROWS_AS(today(), InputError);
    ::setenv("SOURCE_DATE_EPOCH", "99999999999999", 1);
    CHECK_THROWS_AS(today(), InputError);
    ::setenv("SOURCE_DATE_EPOCH", "", 1);
    CHECK_FALSE(source_date());
    if (before == nullptr)
        ::unsetenv("SOURCE_DATE_EPOCH");
    else
        ::setenv("SOURCE_DATE_EPOCH", kept.c_str(), 1);
}

} // namespace regio
