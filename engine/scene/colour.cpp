#include "scene/colour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace regio::scene {

namespace {

/// Light of one channel, from 0 to 1.
double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double relative_luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

} // namespace

std::string to_hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::optional<Colour> parse_colour(std::string_view text) {
    constexpr std::size_t kLength = 7;
    constexpr int kHexadecimal = 16;
    if (text.size() != kLength || text.front() != '#')
        return std::nullopt;
    std::uint32_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [behind, fault] = std::from_chars(text.data() + 1, end, number, kHexadecimal);
    return fault == std::errc() && behind == end ? std::optional(rgb(number)) : std::nullopt;
}

double contrast(Colour one, Colour other) {
    const auto [darker, lighter] =
        std::minmax({relative_luminance(one), relative_luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace regio::scene
