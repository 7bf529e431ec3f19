#include "scene/base64.hpp"

#include <cstdint>

namespace regio::scene {

namespace {

constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Up to three bytes as a number of 24 bits; missing ones are 0.
std::uint32_t bits_of(std::string_view bytes) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
        bits = bits << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    return bits;
}

} // namespace

std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t start = 0; start < bytes.size(); start += 3) {
        const std::string_view part = bytes.substr(start, 3);
        const std::uint32_t bits = bits_of(part);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= part.size() ? kLetters[bits >> (18 - 6 * i) & 0x3f] : '=';
    }
    return text;
}

} // namespace regio::scene
