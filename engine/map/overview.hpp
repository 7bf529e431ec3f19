#pragma once

#include "map/area_map.hpp"
#include "map/sheet.hpp"
#include "map/sign.hpp"
#include "map/theme.hpp"
#include "scene/book.hpp"
#include "scene/fonts.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace regio::map {

/// All regions on one sheet, and how many partnerships of each have which answer.
struct Overview {
    struct Column {
        Sign sign = Sign::Disc;
        std::string text; ///< What the sign stands for.
    };

    struct Row {
        std::string name;
        std::vector<std::size_t> counts; ///< One for each column.
        std::optional<std::size_t> page; ///< Where its maps begin, counted from 0.
    };

    /// Municipalities, regions, surroundings, title, subtitle and sources; roles do not matter.
    AreaMap ground;
    std::vector<Column> columns;
    std::vector<Row> rows; ///< In the order in which they stand.
};

/// Draws all municipalities with the borders of the regions and, where there is room, their names,
/// at a round scale at which they fill the frame; title, table, key and scale beside it. Rows lead
/// to their pages. The letters of the table are made smaller where it needs that; throws InputError
/// when it does not fit even so. Precondition: some municipality has a polygon.
[[nodiscard]] scene::BookPage draw_overview(const Overview& overview, const Sheet& sheet,
                                            const Theme& theme, const scene::Fonts& fonts);

} // namespace regio::map
