#include "base/ascii.hpp"
#include "base/name_key.hpp"
#include "base/string_pool.hpp"
#include "base/utf8.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <random>

namespace regio {

TEST_CASE("well-formed UTF-8 is told from other bytes") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("Coöperatie – €"));
    CHECK(is_utf8("\xF0\x9F\x97\xBA"));
    for (const auto* bytes : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                              "\xF4\x90\x80\x80", "\xF5", "co\xF6peratie"}) {
        INFO(bytes);
        CHECK_FALSE(is_utf8(bytes));
    }
}

TEST_CASE("letters of ASCII go to lower case, others stay") {
    CHECK(in_lower_case("LEDEN@Z[`{.CSV") == "leden@z[`{.csv");
    CHECK(in_lower_case("BELGIË") == "belgiË");
}

TEST_CASE("Windows-1252 is recoded but for its five undefined bytes") {
    CHECK(utf8_from_windows1252("co\xF6peratie \x96 \x80") == "coöperatie – €");
    for (const auto* bytes : {"\x81", "\x8D", "\x8F", "\x90", "\x9D"})
        CHECK_FALSE(utf8_from_windows1252(bytes).has_value());
    std::string all;
    for (int byte = 1; byte < 256; ++byte)
        if (byte != 0x81 && byte != 0x8D && byte != 0x8F && byte != 0x90 && byte != 0x9D)
            all += static_cast<char>(byte);
    const auto text = utf8_from_windows1252(all);
    REQUIRE(text.has_value());
    CHECK(is_utf8(*text));
    CHECK(display_width(*text) == all.size());
}

TEST_CASE("a code point in UTF-8 is read back as it was") {
    for (const char32_t point : U"aé€中\u07FF\u0800\uFFFD\U0001F5FA\U0010FFFF") {
        const std::string text = utf8_of(point);
        CHECK(is_utf8(text));
        std::string_view rest = text;
        CHECK(next_code_point(rest) == point);
        CHECK(rest.empty());
    }
}

TEST_CASE("code points come off the text one by one") {
    std::string_view text = "aé€🗺";
    CHECK(next_code_point(text) == U'a');
    CHECK(next_code_point(text) == U'é');
    CHECK(next_code_point(text) == U'€');
    CHECK(next_code_point(text) == U'🗺');
    CHECK(text.empty());
}

TEST_CASE("a fitted text is never wider than asked, and unchanged when it fits") {
    CHECK(fitted("Zuid-West-Vlaanderen", 20) == "Zuid-West-Vlaanderen");
    CHECK(fitted("Zuid-West-Vlaanderen", 10) == "Zuid-West…");
    CHECK(fitted("één twee", 4) == "één…");
    CHECK(fitted("a\nb\tc", 9) == "a b c");
}

TEST_CASE("names that differ in case, accents, hyphens or St have one key") {
    CHECK(name_key("Heist-op-den-Berg") == name_key("HEIST OP DEN BERG"));
    CHECK(name_key("Sint-Niklaas") == name_key("St.-Niklaas"));
    CHECK(name_key("Sint-Truiden") == name_key("ST TRUIDEN"));
    CHECK(name_key("Coöperatie") == name_key("cooperatie"));
    CHECK(name_key("Juridische vórm") == "juridischevorm");
    CHECK(name_key("‘Aquadroom’") == "aquadroom");
    CHECK(name_key("Staden") == "staden");
    CHECK(name_key("Steenokkerzeel") == "steenokkerzeel");
    CHECK(name_key("Αθήνα") == "Αθήνα");
}

TEST_CASE("the qualifier in brackets comes off the end of a name only") {
    CHECK(without_qualifier("Tielt (Tielt)") == "Tielt");
    CHECK(without_qualifier("Tielt") == "Tielt");
    CHECK(without_qualifier("(Tielt)") == "(Tielt)");
    CHECK(without_qualifier("Roeselare (Verv.) Zuid") == "Roeselare (Verv.) Zuid");
}

namespace {

/// Plain recursion over the definition, as a second opinion for short texts.
std::size_t distance_by_definition(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty())
        return a.size() + b.size();
    const auto shorter = [](std::string_view text) { return text.substr(0, text.size() - 1); };
    std::size_t best = std::min(distance_by_definition(shorter(a), b) + 1,
                                distance_by_definition(a, shorter(b)) + 1);
    best = std::min(best, distance_by_definition(shorter(a), shorter(b)) +
                              (a.back() == b.back() ? 0 : 1));
    if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && a[a.size() - 2] == b.back())
        best = std::min(best, distance_by_definition(shorter(shorter(a)), shorter(shorter(b))) + 1);
    return best;
}

} // namespace

TEST_CASE("the edit distance is what its definition says") {
    const std::uint32_t seed = 20241231;
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto text = [&] {
        std::string result(random() % 6, 'a');
        for (char& c : result)
            c = static_cast<char>('a' + random() % 3);
        return result;
    };
    for (int i = 0; i < 400; ++i) {
        const std::string a = text();
        const std::string b = text();
        INFO(a << " / " << b);
        REQUIRE(edit_distance(a, b) == distance_by_definition(a, b));
        REQUIRE(edit_distance(a, b) == edit_distance(b, a));
    }
}

TEST_CASE("the nearest names come nearest first and far ones not at all") {
    const std::array<std::string, 4> names = {"Roeselare", "Moorslede", "Rotselaar", "Ieper"};
    CHECK(nearest_names("Roeslare", names) == std::vector<std::string>{"Roeselare"});
    CHECK(nearest_names("Rotselare", names) == std::vector<std::string>{"Roeselare", "Rotselaar"});
    CHECK(nearest_names("xyz", names).empty());
    CHECK(nearest_names("slede", names) == std::vector<std::string>{"Moorslede"});
}

TEST_CASE("an enumeration has a word before its last name") {
    const std::array<std::string, 3> names = {"a", "b", "c"};
    CHECK(enumerated(names, "en") == "a, b en c");
    CHECK(enumerated(std::span(names).first(2), "en") == "a en b");
    CHECK(enumerated(std::span(names).first(1), "en") == "a");
    CHECK(enumerated({}, "en").empty());
}

TEST_CASE("equal texts of a pool have equal ids, also after the pool moved") {
    StringPool pool;
    const StringId first = pool.intern("36015");
    const StringId second = pool.intern("");
    StringPool moved = std::move(pool);
    CHECK(moved.intern("36015") == first);
    CHECK(moved.intern("") == second);
    CHECK(moved.intern("34025") != first);
    CHECK(moved.text(first) == "36015");
    CHECK(moved.size() == 3);
}

} // namespace regio
