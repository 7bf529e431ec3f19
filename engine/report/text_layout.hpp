#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regio::report {

/// How wide text output may be.
inline constexpr std::size_t kTextWidth = 100;

enum class Align : std::uint8_t { Left, Right };

/// A column of a text table.
struct TextColumn {
    std::string_view heading;
    std::size_t width = 0;
    Align align = Align::Left;
};

/// One line of a table: cells fitted to their columns with two spaces between, no blanks at the
/// end. Precondition: as many cells as columns.
[[nodiscard]] std::string table_line(std::span<const TextColumn> columns,
                                     std::span<const std::string> cells);

/// The headings, and a line of dashes below.
[[nodiscard]] std::string table_heading(std::span<const TextColumn> columns);

/// `text` broken at blanks into lines of at most `width` columns, each after the first behind
/// `indent` blanks; ends with a line feed. A word wider than the line gets a line of its own.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

/// As many of the names as fit into `width` columns, with ", " between and " +N" for the rest.
[[nodiscard]] std::string names_in_width(std::span<const std::string> names, std::size_t width);

} // namespace regio::report
