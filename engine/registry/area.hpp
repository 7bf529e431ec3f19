#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace regio::registry {

/// An official area in whole square millimetres: figures with six decimals of a square metre add up
/// exactly, in any order. Flanders is 1.4e16, a 64-bit sum holds 600 times that.
struct Area {
    std::int64_t mm2 = 0;

    friend auto operator<=>(const Area&, const Area&) = default;
    friend Area operator+(Area one, Area other) { return Area{one.mm2 + other.mm2}; }
};

enum class AreaUnit : std::uint8_t { SquareMetre, Hectare, SquareKilometre };

/// Reads a number like 11.03, 11,03 or 11025464.53 in the given unit, to the nearest square
/// millimetre below. Nothing for other texts, negative figures and more than 10 000 km²: no
/// municipality is that large, a figure in another unit is.
[[nodiscard]] std::optional<Area> parse_area(std::string_view text, AreaUnit unit);

/// Reads a whole number of inhabitants: digits, or digits with ".0" behind as spreadsheets write
/// them. Nothing for other texts and more than 10^12.
[[nodiscard]] std::optional<std::int64_t> parse_inhabitants(std::string_view text);

[[nodiscard]] constexpr double square_metres(Area area) {
    return static_cast<double>(area.mm2) / 1e6;
}

/// Where areas come from: official figures in a table, the polygons of a layer, or some from each.
enum class AreaSource : std::uint8_t { Table, Polygons, Mixed };

/// What is known of a municipality besides its name.
struct Figures {
    std::optional<std::int64_t> inhabitants;
    std::optional<Area> area;
    std::optional<AreaSource>
        area_source; ///< Nothing where no area is known, or of nothing at all.

    friend bool operator==(const Figures&, const Figures&) = default;
};

/// Sums of both; a sum is unknown as soon as one of its terms is. Sources that differ are Mixed.
[[nodiscard]] Figures operator+(const Figures& one, const Figures& other);

/// The figures of nothing: 0 inhabitants on 0 m².
[[nodiscard]] Figures no_figures();

} // namespace regio::registry
