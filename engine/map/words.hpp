#pragma once

#include "base/language.hpp"

#include <string>
#include <string_view>

namespace regio::map {

/// One of two texts.
[[nodiscard]] constexpr std::string_view say(Language language, std::string_view dutch,
                                             std::string_view english) {
    return language == Language::Dutch ? dutch : english;
}

/// "2,5" or "2.5", with as many decimals as the number needs.
[[nodiscard]] std::string short_number(double value, Language language);

/// "42 %" or "42%": a share of 1, with a decimal below a tenth and above nine tenths.
/// Law: "0 %" is nothing and "100 %" is all; what is as good as that is "< 0,1 %" or "> 99,9 %".
[[nodiscard]] std::string share_text(double share, Language language);

/// "1:200 000", with spaces that do not break.
[[nodiscard]] std::string scale_text(int scale);

/// What marks a map of made-up boundaries: "schematische grenzen".
[[nodiscard]] std::string_view schematic_mark(Language language);

} // namespace regio::map
