#include "registry/area.hpp"

#include <algorithm>

namespace regio::registry {

namespace {

/// Power of ten from the unit to square millimetres.
int decimals_of(AreaUnit unit) {
    switch (unit) {
    case AreaUnit::SquareMetre:
        return 6;
    case AreaUnit::Hectare:
        return 10;
    case AreaUnit::SquareKilometre:
        return 12;
    }
    return 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// text · 10^decimals without what is left behind the point, up to about `limit`.
std::optional<std::int64_t> scaled(std::string_view text, int decimals, std::int64_t limit) {
    std::int64_t value = 0;
    bool behind_point = false;
    bool any = false;
    int left = decimals;
    for (const char c : text) {
        if ((c == '.' || c == ',') && !behind_point) {
            behind_point = true;
            continue;
        }
        if (!is_digit(c))
            return std::nullopt;
        any = true;
        if (behind_point && left == 0)
            continue;
        left -= behind_point ? 1 : 0;
        if (value > limit / 10)
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    for (; left > 0; --left) {
        if (value > limit / 10)
            return std::nullopt;
        value *= 10;
    }
    return any ? std::optional(value) : std::nullopt;
}

/// The source of a sum; nothing has none.
std::optional<AreaSource> joint_source(std::optional<AreaSource> one,
                                       std::optional<AreaSource> other) {
    if (!one || !other)
        return one ? one : other;
    return *one == *other ? *one : AreaSource::Mixed;
}

} // namespace

std::optional<Area> parse_area(std::string_view text, AreaUnit unit) {
    constexpr std::int64_t kTenThousandSquareKilometres = 10'000'000'000'000'000;
    const auto mm2 = scaled(text, decimals_of(unit), kTenThousandSquareKilometres);
    return mm2 ? std::optional(Area{*mm2}) : std::nullopt;
}

std::optional<std::int64_t> parse_inhabitants(std::string_view text) {
    const auto point = text.find('.');
    if (point != std::string_view::npos) {
        const auto behind = text.substr(point + 1);
        if (behind != "0")
            return std::nullopt; // 12.000 may well be twelve thousand
        text = text.substr(0, point);
    }
    if (text.find(',') != std::string_view::npos)
        return std::nullopt;
    return scaled(text, 0, 1'000'000'000'000);
}

Figures operator+(const Figures& one, const Figures& other) {
    Figures sum;
    if (one.inhabitants && other.inhabitants)
        sum.inhabitants = *one.inhabitants + *other.inhabitants;
    if (one.area && other.area) {
        sum.area = *one.area + *other.area;
        sum.area_source = joint_source(one.area_source, other.area_source);
    }
    return sum;
}

Figures no_figures() {
    return {.inhabitants = 0, .area = Area{0}};
}

} // namespace regio::registry
