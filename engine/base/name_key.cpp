#include "base/name_key.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace regio {

namespace {

struct Folding {
    char32_t first;
    char32_t last;
    std::string_view plain;
};

/// Raised digits and accented Latin letters (Latin-1 Supplement, Latin Extended-A), made plain.
constexpr std::array kFoldings = std::to_array<Folding>({
    {0x00B2, 0x00B2, "2"},  {0x00B3, 0x00B3, "3"},  {0x00B9, 0x00B9, "1"},  {0x00C0, 0x00C5, "a"},
    {0x00C6, 0x00C6, "ae"}, {0x00C7, 0x00C7, "c"},  {0x00C8, 0x00CB, "e"},  {0x00CC, 0x00CF, "i"},
    {0x00D1, 0x00D1, "n"},  {0x00D2, 0x00D6, "o"},  {0x00D8, 0x00D8, "o"},  {0x00D9, 0x00DC, "u"},
    {0x00DD, 0x00DD, "y"},  {0x00DF, 0x00DF, "ss"}, {0x00E0, 0x00E5, "a"},  {0x00E6, 0x00E6, "ae"},
    {0x00E7, 0x00E7, "c"},  {0x00E8, 0x00EB, "e"},  {0x00EC, 0x00EF, "i"},  {0x00F1, 0x00F1, "n"},
    {0x00F2, 0x00F6, "o"},  {0x00F8, 0x00F8, "o"},  {0x00F9, 0x00FC, "u"},  {0x00FD, 0x00FD, "y"},
    {0x00FF, 0x00FF, "y"},  {0x0100, 0x0105, "a"},  {0x0106, 0x010D, "c"},  {0x010E, 0x0111, "d"},
    {0x0112, 0x011B, "e"},  {0x011C, 0x0123, "g"},  {0x0124, 0x0127, "h"},  {0x0128, 0x0131, "i"},
    {0x0132, 0x0133, "ij"}, {0x0134, 0x0135, "j"},  {0x0136, 0x0138, "k"},  {0x0139, 0x0142, "l"},
    {0x0143, 0x014B, "n"},  {0x014C, 0x0151, "o"},  {0x0152, 0x0153, "oe"}, {0x0154, 0x0159, "r"},
    {0x015A, 0x0161, "s"},  {0x0162, 0x0167, "t"},  {0x0168, 0x0173, "u"},  {0x0174, 0x0175, "w"},
    {0x0176, 0x0178, "y"},  {0x0179, 0x017E, "z"},
});

/// Punctuation outside ASCII that names are written with: Latin-1 signs, general punctuation,
/// combining accents, the byte order mark.
bool is_dropped(char32_t point) {
    return (point >= 0x80 && point <= 0xBF) || (point >= 0x300 && point <= 0x36F) ||
           (point >= 0x2000 && point <= 0x206F) || point == 0xFEFF;
}

std::string_view folded(char32_t point) {
    for (const auto& folding : kFoldings)
        if (point >= folding.first && point <= folding.last)
            return folding.plain;
    return {};
}

/// A leading "St", "St." or "St-" as a word of its own.
std::string_view without_saint(std::string_view name) {
    if (name.size() < 4 || (name[0] != 'S' && name[0] != 's') || (name[1] != 'T' && name[1] != 't'))
        return name;
    if (std::string_view(".- ").find(name[2]) == std::string_view::npos)
        return name;
    return name.substr(3);
}

} // namespace

std::string name_key(std::string_view name) {
    std::string key;
    key.reserve(name.size());
    if (const auto rest = without_saint(name); rest.size() != name.size()) {
        key = "sint";
        name = rest;
    }
    while (!name.empty()) {
        const std::string_view before = name;
        const char32_t point = next_code_point(name);
        if (point < 0x80) {
            const char c = static_cast<char>(point);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                key += c;
            else if (c >= 'A' && c <= 'Z')
                key += static_cast<char>(c - 'A' + 'a');
        } else if (const auto plain = folded(point); !plain.empty()) {
            key += plain;
        } else if (!is_dropped(point)) {
            key += before.substr(0, before.size() - name.size());
        }
    }
    return key;
}

std::string_view without_qualifier(std::string_view name) {
    if (name.empty() || name.back() != ')')
        return name;
    const auto bracket = name.rfind(" (");
    return bracket == std::string_view::npos || bracket == 0 ? name : name.substr(0, bracket);
}

std::size_t edit_distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> before_last(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[other.size()];
}

std::vector<std::string> nearest_names(std::string_view wanted,
                                       std::span<const std::string> candidates, std::size_t most) {
    const std::string key = name_key(wanted);
    std::vector<std::pair<std::size_t, std::size_t>> ranked; // distance, place in candidates
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::string candidate = name_key(candidates[i]);
        const std::size_t distance = edit_distance(key, candidate);
        const bool inside = key.size() >= 3 && candidate.find(key) != std::string::npos;
        if (inside || distance <= std::max<std::size_t>(1, key.size() / 3))
            ranked.emplace_back(inside ? 1 : distance, i);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> names;
    for (const auto& [distance, place] : ranked)
        if (names.size() < most &&
            std::find(names.begin(), names.end(), candidates[place]) == names.end())
            names.push_back(candidates[place]);
    return names;
}

std::string enumerated(std::span<const std::string> names, std::string_view last_word) {
    if (names.empty())
        return {};
    if (names.size() == 1)
        return names.front();
    return fmt::format("{} {} {}", fmt::join(names.first(names.size() - 1), ", "), last_word,
                       names.back());
}

} // namespace regio
