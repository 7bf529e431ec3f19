#include "map/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace regio::map {

std::string short_number(double value, Language language) {
    std::string text = fmt::format("{}", value);
    if (language == Language::Dutch)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string share_text(double share, Language language) {
    constexpr double kLittle = 0.1;
    const double steps = share < kLittle || share > 1 - kLittle ? 1000 : 100;
    double told = std::round(share * steps);
    std::string_view mark;
    if (told <= 0 && share > 0) {
        told = 1;
        mark = "<\u00a0";
    } else if (told >= steps && share < 1) {
        told = steps - 1;
        mark = ">\u00a0";
    }
    return fmt::format("{}{}{}", mark, short_number(told * 100 / steps, language),
                       say(language, "\u00a0%", "%"));
}

std::string scale_text(int scale) {
    std::string text = fmt::format("1:{}", scale);
    constexpr std::size_t kBefore = 2;
    for (std::size_t place = text.size(); place > kBefore + 3;) {
        place -= 3;
        text.insert(place, "\u00a0");
    }
    return text;
}

std::string_view schematic_mark(Language language) {
    return say(language, "schematische grenzen", "schematic boundaries");
}

} // namespace regio::map
