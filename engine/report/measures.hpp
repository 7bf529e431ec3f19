#pragma once

#include "base/language.hpp"

#include <string>

namespace regio::report {

/// "13 626,11": a fixed number of decimals behind the comma or point of the language.
/// Precondition: the value is finite.
[[nodiscard]] std::string decimal(double value, int decimals, Language language);

/// "0,001": as few decimals as tell the value.
[[nodiscard]] std::string plain(double value, Language language);

/// An area in the unit that suits it: "161,40 km²" from 0.01 km², "523 m²", "0,8 m²".
[[nodiscard]] std::string area_text(double square_metres, Language language);

/// A length: "813,2 km" from a kilometre, else "12,34 m".
[[nodiscard]] std::string length_text(double metres, Language language);

/// As finely as a depth or width is told: "82,3 m", "2,3 km".
[[nodiscard]] std::string depth_text(double metres, Language language);

/// An end of an interval of tolerances, rounded into it: what is said must hold.
enum class IntervalEnd : bool { From, To };
[[nodiscard]] std::string interval_text(double metres, IntervalEnd end, Language language);

/// "43,2 %" or "43.2%": a share of 1, with one decimal.
[[nodiscard]] std::string share_text(double share, Language language);

} // namespace regio::report
