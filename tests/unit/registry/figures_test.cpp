#include "registry/area.hpp"
#include "registry/identifier.hpp"

#include <catch2/catch.hpp>

namespace regio::registry {

TEST_CASE("areas are read exactly in their unit") {
    CHECK(parse_area("11.03", AreaUnit::SquareKilometre) == Area{11'030'000'000'000});
    CHECK(parse_area("11,03", AreaUnit::SquareKilometre) == Area{11'030'000'000'000});
    CHECK(parse_area("11025464.53", AreaUnit::SquareMetre) == Area{11'025'464'530'000});
    CHECK(parse_area("1103", AreaUnit::Hectare) == Area{11'030'000'000'000});
    CHECK(parse_area("0.0000019", AreaUnit::SquareMetre) == Area{1});
    CHECK(parse_area("0", AreaUnit::SquareMetre) == Area{0});
}

TEST_CASE("texts that are no area are refused") {
    for (const auto* text :
         {"", ".", "-1", "1e3", "1.2.3", "1 000", "abc", "99999999999999999999", "1000001000000"}) {
        INFO(text);
        CHECK_FALSE(parse_area(text, AreaUnit::SquareMetre).has_value());
    }
    CHECK_FALSE(parse_area("110254", AreaUnit::SquareKilometre).has_value()); // hectares
}

TEST_CASE("inhabitants are whole numbers, also as a spreadsheet writes them") {
    CHECK(parse_inhabitants("529247") == 529247);
    CHECK(parse_inhabitants("529247.0") == 529247);
    for (const auto* text : {"", "12.5", "12.000", "1,2", "-3", "x", "9999999999999999"})
        CHECK_FALSE(parse_inhabitants(text).has_value());
}

TEST_CASE("a sum is unknown as soon as one of its terms is") {
    const Figures known{.inhabitants = 3, .area = Area{5}};
    CHECK((known + known) == Figures{.inhabitants = 6, .area = Area{10}});
    CHECK((known + Figures{.inhabitants = 1}) == Figures{.inhabitants = 4});
    CHECK((no_figures() + known) == known);
}

TEST_CASE("an enterprise number is one number however it is written") {
    for (const auto* text : {"KBO0205350681", "0205350681", "0205.350.681", "BE0205350681",
                             "BE 0205.350.681", "205350681", " 0205350681 "}) {
        INFO(text);
        CHECK(identifier_key(text) == "KBO0205350681");
    }
}

TEST_CASE("what is no enterprise number is compared letter by letter") {
    CHECK(identifier_key("0205350682") == "0205350682"); // wrong check digits
    CHECK(identifier_key("ipz1") == "ipz1");
    CHECK(identifier_key("OVO001234") != identifier_key("ovo001234"));
    CHECK(identifier_key("205350682") == "205350682");
    CHECK(identifier_key("") == "");
}

TEST_CASE("codes are text without the dress of a numeric cell") {
    CHECK(trimmed_code("11001.0") == "11001");
    CHECK(trimmed_code(" 01004 ") == "01004");
    CHECK(trimmed_code("'11001") == "11001");
    CHECK(trimmed_code("11001.5") == "11001.5");
    CHECK(trimmed_code("1.") == "1.");
    CHECK(trimmed("'s-Lim") == "'s-Lim");
    CHECK(trimmed("\u00A036008\u00A0 ") == "36008");
}

} // namespace regio::registry
