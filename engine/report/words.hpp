#pragma once

#include "base/language.hpp"
#include "nesting/relation.hpp"
#include "registry/area.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace regio::report {

/// The label of an answer as the decree's model words it: "valt binnen één referentieregio".
[[nodiscard]] std::string_view label_of(nesting::Relation relation, Language language);

/// One or two words for a table: "overschrijdt".
[[nodiscard]] std::string_view short_label(nesting::Relation relation, Language language);

/// One of two texts.
[[nodiscard]] constexpr std::string_view in(Language language, std::string_view dutch,
                                            std::string_view english) {
    return language == Language::Dutch ? dutch : english;
}

/// "311 402", with a space that does not break as thousands separator.
[[nodiscard]] std::string grouped(std::int64_t number);

/// A count, written so.
[[nodiscard]] std::string counted(std::size_t number);

/// Square kilometres with a fixed number of decimals, rounded half up, behind `point`.
[[nodiscard]] std::string square_kilometres(registry::Area area, int decimals, char point);

/// numerator/denominator in percent with one decimal, rounded half up: "90,9 %" or "90.9%".
/// Precondition: denominator > 0.
[[nodiscard]] std::string percentage(std::int64_t numerator, std::int64_t denominator,
                                     Language language);

} // namespace regio::report
