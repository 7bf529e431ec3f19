#include "scene/xml_ids.hpp"

#include <fmt/format.h>

namespace regio::scene {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_allowed(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

/// Whether a byte continues a character of UTF-8.
bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::string xml_name(std::string_view wished) {
    std::string name;
    for (const char c : wished)
        if (!continues(c))
            name += is_allowed(c) ? c : '-';
    if (name.empty() || !(is_letter(name.front()) || name.front() == '_'))
        name.insert(name.begin(), '_');
    return name;
}

} // namespace

std::string XmlIds::unique(std::string_view wished) {
    const std::string name = xml_name(wished);
    std::string candidate = name;
    for (int number = 2; !taken_.insert(candidate).second; ++number)
        candidate = fmt::format("{}-{}", name, number);
    return candidate;
}

} // namespace regio::scene
