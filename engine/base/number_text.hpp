#pragma once

#include "base/language.hpp"

#include <string>
#include <string_view>

namespace regio {

/// "1 234 567": digits in groups of three, with a space between that does not break.
[[nodiscard]] std::string grouped_digits(std::string digits);

/// A number as machines write it ("-13626.114", "12") as people read it: "-13 626,114" in Dutch,
/// with a point in English. What is no such number is returned as it is.
[[nodiscard]] std::string number_text(std::string_view number, Language language);

/// A text with shares in it, as "Lendelede (34025) 43.2 %", with these as people read them:
/// "43,2 %". Nothing else in it changes.
[[nodiscard]] std::string shares_in_text(std::string text, Language language);

/// A list of names with "; " between them, or ", " where there is none, with the first ten of them
/// and "en 12 andere" behind them where there are more.
[[nodiscard]] std::string shortened_list(std::string_view list, Language language);

} // namespace regio
