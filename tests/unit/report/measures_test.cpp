#include "report/labelled_line.hpp"
#include "report/measures.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <string>

namespace regio::report {

TEST_CASE("an area is told in the unit that suits it") {
    CHECK(area_text(0, Language::English) == "0.000 m²");
    CHECK(area_text(0.0004, Language::Dutch) == "minder dan 0,001 m²");
    CHECK(area_text(0.25, Language::Dutch) == "0,250 m²");
    CHECK(area_text(99.94, Language::Dutch) == "99,9 m²");
    CHECK(area_text(523, Language::English) == "523 m²");
    CHECK(area_text(10'000, Language::English) == "0.01 km²");
    CHECK(area_text(13'626'114'000, Language::Dutch) == "13\u00A0626,11 km²");
}

TEST_CASE("a length is told in metres below a kilometre") {
    CHECK(length_text(12.346, Language::Dutch) == "12,35 m");
    CHECK(length_text(1'028'100, Language::Dutch) == "1\u00A0028,1 km");
}

TEST_CASE("a value is told with as few decimals as it needs") {
    CHECK(plain(0.001, Language::Dutch) == "0,001");
    CHECK(plain(1, Language::Dutch) == "1");
}

TEST_CASE("a negative value has its sign before the first group of digits") {
    CHECK(decimal(-0.5, 1, Language::Dutch) == "-0,5");
    CHECK(decimal(-12, 0, Language::Dutch) == "-12");
    CHECK(decimal(-1234.56, 2, Language::English) == "-1\u00A0234.56");
    CHECK(decimal(-0.0, 2, Language::English) == "0.00");
}

TEST_CASE("a value is grouped as long as its digits say something, then told by its power of ten") {
    CHECK(decimal(123'456'789'012, 0, Language::Dutch) == "123\u00A0456\u00A0789\u00A0012");
    CHECK(decimal(-123'456'789'012, 0, Language::Dutch) == "-123\u00A0456\u00A0789\u00A0012");
    CHECK(decimal(1e15, 2, Language::English) == "1.000e+15");
    CHECK(decimal(-2.5e18, 0, Language::English) == "-2.500e+18");
    CHECK(decimal(std::numeric_limits<double>::max(), 2, Language::English) == "1.798e+308");
    CHECK(decimal(std::numeric_limits<double>::lowest(), 2, Language::English) == "-1.798e+308");
}

TEST_CASE("a labelled line is broken behind its label") {
    CHECK(labelled_line("CRS", "x") == "CRS             x\n");
    const std::string lines = labelled_line("", std::string(80, 'a') + " bbbbb");
    CHECK(lines ==
          std::string(16, ' ') + std::string(80, 'a') + "\n" + std::string(16, ' ') + "bbbbb\n");
}

} // namespace regio::report
