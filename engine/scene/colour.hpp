#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace regio::scene {

/// An opaque sRGB colour.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

/// A colour by its hexadecimal number: rgb(0x0072b2).
[[nodiscard]] constexpr Colour rgb(std::uint32_t number) {
    return {static_cast<std::uint8_t>(number >> 16 & 0xff),
            static_cast<std::uint8_t>(number >> 8 & 0xff),
            static_cast<std::uint8_t>(number & 0xff)};
}

/// "#0072b2".
[[nodiscard]] std::string to_hex(Colour colour);

/// The colour of a text "#0072b2", in small letters or capitals; nothing for other texts.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);

/// The contrast of two colours, from 1 (none) to 21 (black on white): relative luminances as in
/// WCAG 2.1 of the W3C (2018).
[[nodiscard]] double contrast(Colour one, Colour other);

} // namespace regio::scene
