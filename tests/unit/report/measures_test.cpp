#include "report/labelled_line.hpp"
#include "report/measures.hpp"

#include <catch2/catch.hpp>

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

TEST_CASE("a labelled line is broken behind its label") {
    CHECK(labelled_line("CRS", "x") == "CRS             x\n");
    const std::string lines = labelled_line("", std::string(80, 'a') + " bbbbb");
    CHECK(lines ==
          std::string(16, ' ') + std::string(80, 'a') + "\n" + std::string(16, ' ') + "bbbbb\n");
}

} // namespace regio::report
