#include "report/measures.hpp"

#include "base/contract.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace regio::report {

std::string decimal(double value, int decimals, Language language) {
    REGIO_EXPECTS(std::isfinite(value));
    constexpr double kGrouped = 1e15; // beyond, the digits are not significant anyway
    if (std::abs(value) >= kGrouped)
        return fmt::format("{:.3e}", value);
    const std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const auto point = text.find('.');
    const std::string sign = value < 0 ? "-" : "";
    const std::string whole = sign + grouped(std::stoll(text.substr(0, point)));
    return point == std::string::npos
               ? whole
               : fmt::format("{}{}{}", whole, in(language, ",", "."), text.substr(point + 1));
}

std::string plain(double value, Language language) {
    std::string text = fmt::format("{}", value);
    if (const auto point = text.find('.'); point != std::string::npos)
        text.replace(point, 1, in(language, ",", "."));
    return text;
}

std::string area_text(double square_metres, Language language) {
    constexpr double kSquareKilometre = 1e6;
    if (square_metres >= kSquareKilometre / 100)
        return decimal(square_metres / kSquareKilometre, 2, language) + " km²";
    if (square_metres >= 100)
        return decimal(square_metres, 0, language) + " m²";
    if (square_metres > 0 && square_metres < 0.001)
        return fmt::format("{} {} m²", in(language, "minder dan", "less than"),
                           decimal(0.001, 3, language));
    return decimal(square_metres, square_metres >= 1 ? 1 : 3, language) + " m²";
}

std::string length_text(double metres, Language language) {
    constexpr double kKilometre = 1000;
    return metres >= kKilometre ? decimal(metres / kKilometre, 1, language) + " km"
                                : decimal(metres, 2, language) + " m";
}

std::string depth_text(double metres, Language language) {
    constexpr double kKilometre = 1000;
    return metres >= kKilometre ? length_text(metres, language)
                                : decimal(metres, 1, language) + " m";
}

std::string interval_text(double metres, IntervalEnd end, Language language) {
    constexpr double kDecimetres = 10;
    const double rounded = end == IntervalEnd::From ? std::ceil(metres * kDecimetres)
                                                    : std::floor(metres * kDecimetres);
    return decimal(rounded / kDecimetres, 1, language) + " m";
}

std::string share_text(double share, Language language) {
    return decimal(100 * share, 1, language) + std::string(in(language, "\u00A0%", "%"));
}

} // namespace regio::report
