#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace regio::cli {

/// All of a text as a number that is not negative.
template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || !(value >= Number{}))
        return std::nullopt;
    return value;
}

} // namespace regio::cli
