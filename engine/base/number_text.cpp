#include "base/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// "-12" or "12.5": digits, with a sign and a point between digits or without.
bool is_number(std::string_view text) {
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const auto point = text.find('.');
    const auto are_digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    };
    return are_digits(text.substr(0, point)) &&
           (point == std::string_view::npos || are_digits(text.substr(point + 1)));
}

} // namespace

std::string grouped_digits(std::string digits) {
    for (std::size_t place = digits.size(); place > 3; place -= 3)
        digits.insert(place - 3, "\u00A0");
    return digits;
}

std::string number_text(std::string_view number, Language language) {
    if (!is_number(number))
        return std::string(number);
    const bool is_negative = number.starts_with('-');
    if (is_negative)
        number.remove_prefix(1);
    const auto point = number.find('.');
    std::string text = is_negative ? "-" : "";
    text += grouped_digits(std::string(number.substr(0, point)));
    if (point != std::string_view::npos) {
        text += language == Language::Dutch ? ',' : '.';
        text += number.substr(point + 1);
    }
    return text;
}

std::string shares_in_text(std::string text, Language language) {
    if (language == Language::English)
        return text;
    for (auto sign = text.find(" %"); sign != std::string::npos; sign = text.find(" %", sign + 1)) {
        std::size_t first = sign;
        while (first > 0 && is_digit(text[first - 1]))
            --first;
        if (first >= 2 && first < sign && text[first - 1] == '.' && is_digit(text[first - 2]))
            text[first - 1] = ',';
    }
    return text;
}

std::string shortened_list(std::string_view list, Language language) {
    constexpr std::size_t kMost = 10;
    const std::string_view between = list.find("; ") == std::string_view::npos ? ", " : "; ";
    std::size_t count = 1;
    std::size_t end = list.size(); // of the last that is shown
    for (auto place = list.find(between); place != std::string_view::npos;
         place = list.find(between, place + between.size())) {
        if (count == kMost)
            end = place;
        ++count;
    }
    if (count <= kMost)
        return std::string(list);
    return fmt::format("{} {} {} {}", list.substr(0, end),
                       language == Language::Dutch ? "en" : "and", count - kMost,
                       language == Language::Dutch ? "andere" : "more");
}

} // namespace regio
