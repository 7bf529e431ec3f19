#include "base/utf8.hpp"

#include "base/contract.hpp"

#include <array>
#include <cstdint>

namespace regio {

namespace {

/// What Windows-1252 puts in 80-9F; 0 where it puts nothing.
constexpr std::array<char16_t, 32> kWindows1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Sequence {
    std::size_t length; ///< 0: no sequence starts with this byte.
    unsigned char second_low;
    unsigned char second_high;
};

/// Table 3-7 of the Unicode standard, by lead byte.
Sequence sequence_of(unsigned char lead) noexcept {
    if (lead < 0x80)
        return {1, 0, 0};
    if (lead >= 0xC2 && lead <= 0xDF)
        return {2, 0x80, 0xBF};
    if (lead >= 0xE0 && lead <= 0xEF)
        return {3, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    if (lead >= 0xF0 && lead <= 0xF4)
        return {4, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    return {0, 0, 0};
}

bool starts_with_sequence(std::string_view bytes, const Sequence& sequence) noexcept {
    if (sequence.length == 0 || bytes.size() < sequence.length)
        return false;
    for (std::size_t i = 1; i < sequence.length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const unsigned char low = i == 1 ? sequence.second_low : 0x80;
        const unsigned char high = i == 1 ? sequence.second_high : 0xBF;
        if (byte < low || byte > high)
            return false;
    }
    return true;
}

bool is_combining(char32_t point) {
    return point >= 0x300 && point <= 0x36F;
}

bool is_control(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

} // namespace

bool is_utf8(std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const auto sequence = sequence_of(static_cast<unsigned char>(bytes.front()));
        if (!starts_with_sequence(bytes, sequence))
            return false;
        bytes.remove_prefix(sequence.length);
    }
    return true;
}

std::string utf8_of(char32_t point) {
    REGIO_EXPECTS(point < 0x110000);
    if (point < 0x80)
        return {static_cast<char>(point)};
    const std::size_t followers = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    constexpr std::array<unsigned, 4> kLead = {0, 0xC0, 0xE0, 0xF0};
    std::string text{static_cast<char>(kLead.at(followers) | (point >> (6 * followers)))};
    for (std::size_t i = followers; i-- > 0;)
        text += static_cast<char>(0x80 | ((point >> (6 * i)) & 0x3F));
    return text;
}

std::optional<std::string> utf8_from_windows1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
            continue;
        }
        const char16_t point = byte < 0xA0 ? kWindows1252High[byte - 0x80U] : char16_t{byte};
        if (point == 0)
            return std::nullopt;
        text += utf8_of(point);
    }
    return text;
}

char32_t next_code_point(std::string_view& text) {
    REGIO_EXPECTS(!text.empty());
    const auto lead = static_cast<unsigned char>(text.front());
    const auto sequence = sequence_of(lead);
    REGIO_EXPECTS(starts_with_sequence(text, sequence));
    static constexpr std::array<std::uint8_t, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t point = lead & kLeadBits[sequence.length];
    for (std::size_t i = 1; i < sequence.length; ++i)
        point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(sequence.length);
    return point;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty())
        width += is_combining(next_code_point(text)) ? 0U : 1U;
    return width;
}

std::string fitted(std::string_view text, std::size_t width) {
    REGIO_EXPECTS(width > 0);
    const bool cut = display_width(text) > width;
    const std::size_t room = cut ? width - 1 : width;
    std::string result;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t point = next_code_point(text);
        used += is_combining(point) ? 0U : 1U;
        if (used > room)
            break;
        if (is_control(point))
            result += ' ';
        else
            result += before.substr(0, before.size() - text.size());
    }
    return cut ? result + "…" : result;
}

} // namespace regio
