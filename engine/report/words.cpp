#include "report/words.hpp"

#include "base/contract.hpp"
#include "base/number_text.hpp"

#include <fmt/format.h>

namespace regio::report {

using nesting::Relation;

std::string_view label_of(Relation relation, Language language) {
    switch (relation) {
    case Relation::Within:
        return in(language, "valt binnen één referentieregio", "lies within one reference region");
    case Relation::Coincides:
        return in(language, "valt samen met een referentieregio",
                  "coincides with a reference region");
    case Relation::Supraregional:
        return in(language, "valt samen met meerdere volledige referentieregio's",
                  "coincides with several whole reference regions");
    case Relation::Crosses:
        return in(language, "overschrijdt een regiogrens", "crosses a region border");
    case Relation::Unresolved:
        return in(language, "onbepaald", "unresolved");
    }
    return {};
}

std::string_view short_label(Relation relation, Language language) {
    switch (relation) {
    case Relation::Within:
        return in(language, "binnen", "within");
    case Relation::Coincides:
        return in(language, "valt samen", "coincides");
    case Relation::Supraregional:
        return in(language, "meerdere", "several");
    case Relation::Crosses:
        return in(language, "overschrijdt", "crosses");
    case Relation::Unresolved:
        return in(language, "onbepaald", "unresolved");
    }
    return {};
}

std::string grouped(std::int64_t number) {
    return grouped_digits(fmt::to_string(number));
}

std::string counted(std::size_t number) {
    return grouped(static_cast<std::int64_t>(number));
}

std::string square_kilometres(registry::Area area, int decimals, char point) {
    REGIO_EXPECTS(decimals >= 1 && decimals <= 6 && area.mm2 >= 0);
    std::int64_t unit = 1'000'000'000'000; // square millimetres in the last decimal
    for (int i = 0; i < decimals; ++i)
        unit /= 10;
    const std::int64_t rounded = (area.mm2 + unit / 2) / unit;
    const std::int64_t scale = 1'000'000'000'000 / unit;
    return fmt::format("{}{}{:0{}}", rounded / scale, point, rounded % scale, decimals);
}

std::string percentage(std::int64_t numerator, std::int64_t denominator, Language language) {
    REGIO_EXPECTS(denominator > 0);
    const std::int64_t tenths = (2000 * numerator + denominator) / (2 * denominator);
    return fmt::format("{}{}{}{}", tenths / 10, language == Language::Dutch ? ',' : '.',
                       tenths % 10, in(language, "\u00A0%", "%"));
}

} // namespace regio::report
