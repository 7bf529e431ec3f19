#include "base/finding.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace regio {

namespace {

std::multiset<std::string> keys_of(std::string_view text) {
    std::multiset<std::string> keys;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open)) {
        const auto close = text.find('}', open);
        REQUIRE(close != std::string_view::npos);
        keys.insert(std::string(text.substr(open + 1, close - open - 1)));
        open = close;
    }
    return keys;
}

std::string catalogue_page() {
    std::ifstream in(REGIO_SOURCE_DIR "/cli/man/regio-findings.7.scd");
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("the catalogue has each number once, ascending") {
    const auto catalogue = finding_catalogue();
    for (std::size_t i = 1; i < catalogue.size(); ++i)
        CHECK(catalogue[i - 1].number < catalogue[i].number);
}

TEST_CASE("both languages of a message name the same values") {
    for (const auto& kind : finding_catalogue()) {
        INFO(label(kind.number));
        CHECK(keys_of(kind.dutch) == keys_of(kind.english));
        CHECK(kind.dutch != kind.english);
    }
}

TEST_CASE("regio-findings(7) has an entry with example and remedy for each kind, and no other") {
    const std::string page = catalogue_page();
    std::size_t entries = 0;
    for (auto at = page.find("\n## R"); at != std::string::npos; at = page.find("\n## R", at + 1))
        ++entries;
    CHECK(entries == finding_catalogue().size());
    for (const auto& kind : finding_catalogue()) {
        const std::string heading =
            "\n## " + label(kind.number) + " " + std::string(kind.name) + "\n";
        INFO(heading);
        CHECK(page.find(heading) != std::string::npos);
    }
}

TEST_CASE("a message has the values of its finding in it") {
    const Finding finding{.number = FindingNumber::MemberWithoutRegion,
                          .values = {{"nis", "21004"}, {"name", "Brussel {stad}"}},
                          .source = {.file = "leden.csv", .fid = 12}};
    CHECK(message(finding, Language::Dutch) ==
          "Brussel {stad} (21004) is lid en ligt in geen referentieregio");
    CHECK(message(finding, Language::English) ==
          "Brussel {stad} (21004) is a member and lies in no reference region");
    CHECK(to_text(finding.source) == "leden.csv:12");
}

TEST_CASE("a message shortens lists, and no text that happens to have commas") {
    const std::string numbers = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12";
    const Finding text{.number = FindingNumber::FigureUnreadable,
                       .values = {{"field", "inwoners"}, {"nis", "36007"}, {"text", numbers}},
                       .source = {}};
    CHECK(message(text, Language::Dutch, Lists::Short) ==
          "inwoners van 36007 is geen getal: \"" + numbers + '"');
    const Finding list{
        .number = FindingNumber::MemberTwice, .values = {{"names", numbers}}, .source = {}};
    CHECK(message(list, Language::Dutch, Lists::Short) ==
          "twee keer als lid genoemd: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 en 2 andere");
    CHECK(message(list, Language::Dutch) == "twee keer als lid genoemd: " + numbers);
}

} // namespace regio
