#include "scene/printable.hpp"

#include "base/utf8.hpp"

namespace regio::scene {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

/// How many bytes the character at the start of a text has; 0 when it is not well-formed.
std::size_t bytes_of_first(std::string_view text) {
    for (std::size_t size = 1; size <= 4 && size <= text.size(); ++size)
        if (is_utf8(text.substr(0, size)))
            return size;
    return 0;
}

bool is_printable(char32_t character) {
    const bool is_control = character < 0x20 || (character >= 0x7f && character < 0xa0);
    return !is_control && character != 0xfffe && character != 0xffff;
}

} // namespace

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = bytes_of_first(text);
        std::string_view first = text.substr(0, size);
        text.remove_prefix(size == 0 ? 1 : size);
        const std::string_view bytes = first;
        result += size > 0 && is_printable(next_code_point(first)) ? bytes : kReplacement;
    }
    return result;
}

} // namespace regio::scene
