#pragma once

#include "map/directory.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::map {

/// A text of a row, `left` from the edge of its column.
struct RowText {
    std::string text;
    double left = 0;
    double width = 0;
    scene::Face face = scene::Face::Regular;
    scene::Colour colour;
    std::optional<std::size_t> page; ///< Where it leads by itself, counted from 0.
};

/// A line of a column.
struct DirectoryRow {
    std::vector<RowText> texts;
    double size_pt = 8.5;
    double height = 0;
    double space_above = 0;       ///< Not at the top of a column.
    bool stays_with_next = false; ///< Never the last of a column.
    std::optional<Sign> sign;
    bool has_leader = false;         ///< Dots between its last two texts.
    std::optional<std::size_t> page; ///< Where all of it leads.
};

/// The entries as rows of a column.
[[nodiscard]] std::vector<DirectoryRow> rows_of(const std::vector<DirectoryEntry>& entries,
                                                double column_width, const Theme& theme,
                                                const scene::Fonts& fonts);

} // namespace regio::map
