#include "registry/identifier.hpp"

#include <algorithm>
#include <array>

namespace regio::registry {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The digits of a text that holds nothing else but full stops and blanks; empty for other texts.
std::string digits_only(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (is_digit(c))
            digits += c;
        else if (c != '.' && c != ' ')
            return {};
    }
    return digits;
}

bool has_enterprise_check(std::string_view digits) {
    unsigned body = 0;
    for (const char c : digits.substr(0, 8))
        body = body * 10 + static_cast<unsigned>(c - '0');
    const unsigned check =
        static_cast<unsigned>(digits[8] - '0') * 10 + static_cast<unsigned>(digits[9] - '0');
    return 97 - body % 97 == check;
}

} // namespace

std::string identifier_key(std::string_view identifier) {
    const std::string_view given = trimmed(identifier);
    std::string_view number = given;
    constexpr std::array<std::string_view, 4> kPrefixes = {"KBO", "kbo", "BE", "be"};
    for (const auto prefix : kPrefixes)
        if (number.starts_with(prefix)) {
            number.remove_prefix(prefix.size());
            break;
        }
    std::string digits = digits_only(number);
    if (digits.size() == 9)
        digits.insert(digits.begin(), '0');
    const bool is_enterprise = digits.size() == 10 && (digits[0] == '0' || digits[0] == '1') &&
                               has_enterprise_check(digits);
    return is_enterprise ? "KBO" + digits : std::string(given);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    while (!text.empty() && (is_blank(text.front()) || text.starts_with(kNoBreakSpace)))
        text.remove_prefix(is_blank(text.front()) ? 1 : kNoBreakSpace.size());
    while (!text.empty() && (is_blank(text.back()) || text.ends_with(kNoBreakSpace)))
        text.remove_suffix(is_blank(text.back()) ? 1 : kNoBreakSpace.size());
    if (text.size() > 1 && text.front() == '\'' && is_digit(text[1]))
        text.remove_prefix(1);
    return text;
}

std::string_view trimmed_code(std::string_view text) {
    text = trimmed(text);
    const auto point = text.find('.');
    if (point == std::string_view::npos || point == 0)
        return text;
    const auto whole = text.substr(0, point);
    const auto behind = text.substr(point + 1);
    const bool numeric = std::all_of(whole.begin(), whole.end(), is_digit) && !behind.empty() &&
                         std::all_of(behind.begin(), behind.end(), [](char c) { return c == '0'; });
    return numeric ? whole : text;
}

bool is_nis_code(std::string_view text) {
    return text.size() == 5 && std::all_of(text.begin(), text.end(), is_digit) &&
           !text.ends_with("000");
}

} // namespace regio::registry
