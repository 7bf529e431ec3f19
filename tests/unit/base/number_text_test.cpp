#include "base/finding.hpp"
#include "base/number_text.hpp"

#include <catch2/catch.hpp>

namespace regio {

TEST_CASE("a number is written with the comma and the groups of its language") {
    CHECK(number_text("13626.114", Language::Dutch) == "13\u00A0626,114");
    CHECK(number_text("13626.114", Language::English) == "13\u00A0626.114");
    CHECK(number_text("-1234567", Language::Dutch) == "-1\u00A0234\u00A0567");
    CHECK(number_text("999.9999", Language::Dutch) == "999,9999");
    CHECK(number_text("0", Language::Dutch) == "0");
}

TEST_CASE("what is no number stays as it is") {
    for (const char* text : {"", "-", ".", "1.", ".5", "1.2.3", "1e+06", "REFREG01", "12 13"})
        CHECK(number_text(text, Language::Dutch) == text);
}

TEST_CASE("shares in a text get a comma in Dutch, and nothing else does") {
    const std::string text = "Deel 2.5 (36007) 43.2 %, Zandbeek v1.0 (39006) 100 %";
    CHECK(shares_in_text(text, Language::Dutch) ==
          "Deel 2.5 (36007) 43,2 %, Zandbeek v1.0 (39006) 100 %");
    CHECK(shares_in_text(text, Language::English) == text);
    CHECK(shares_in_text(" %.5 %", Language::Dutch) == " %.5 %");
}

TEST_CASE("a list is cut behind the tenth name") {
    CHECK(shortened_list("a, b, c, d, e, f, g, h, i, j", Language::Dutch) ==
          "a, b, c, d, e, f, g, h, i, j");
    CHECK(shortened_list("a, b, c, d, e, f, g, h, i, j, k, l", Language::Dutch) ==
          "a, b, c, d, e, f, g, h, i, j en 2 andere");
    CHECK(shortened_list("a, 1; b, 2", Language::English) == "a, 1; b, 2");
    CHECK(shortened_list("a; b; c; d; e; f; g; h; i; j; k, 2", Language::English) ==
          "a; b; c; d; e; f; g; h; i; j and 1 more");
    CHECK(shortened_list("", Language::Dutch).empty());
}

TEST_CASE("a message has numbers as people read them, and its values stay those of machines") {
    const Finding finding{.number = FindingNumber::DrawingReachesOut,
                          .values = {{"depth", "2982.1"}, {"tolerance", "400"}, {"regions", "1.5"}},
                          .source = {}};
    CHECK(message(finding, Language::Dutch).find("tot 2\u00A0982,1 m buiten 1.5") !=
          std::string::npos);
    CHECK(finding.values.front().text == "2982.1");
}

} // namespace regio
