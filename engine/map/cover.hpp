#pragma once

#include "base/language.hpp"
#include "map/sheet.hpp"
#include "map/sign.hpp"
#include "map/theme.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace regio::map {

/// The first page of a book of maps.
struct Cover {
    /// How many have one answer.
    struct Count {
        Sign sign = Sign::Disc;
        std::string text;
        std::string count; ///< As it is written.
    };

    Language language = Language::Dutch;
    std::string title;
    std::string subtitle;           ///< The question and its day.
    std::string total;              ///< Over the counts: "463 samenwerkingsverbanden".
    std::vector<Count> counts;      ///< A line each, in this order.
    std::vector<std::string> lines; ///< Maker, sources: at the foot, in small letters.
    bool is_schematic = false;      ///< Said visibly.
};

/// Sets title and subtitle, the counts as a table, and the lines at the foot. Everything lies
/// within the margins of the sheet; what is too wide is wrapped.
[[nodiscard]] scene::Scene draw_cover(const Cover& cover, const Sheet& sheet, const Theme& theme,
                                      const scene::Fonts& fonts);

} // namespace regio::map
