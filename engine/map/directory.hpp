#pragma once

#include "base/language.hpp"
#include "map/sheet.hpp"
#include "map/sign.hpp"
#include "map/theme.hpp"
#include "scene/book.hpp"
#include "scene/fonts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regio::map {

/// An entry of a directory.
struct DirectoryEntry {
    enum class Kind : std::uint8_t {
        Heading, ///< Stays with what follows it.
        Leading, ///< With the page it leads to at the right end, behind dots; or without a page.
        Listing  ///< With all its pages behind it.
    };

    Kind kind = Kind::Leading;
    std::string text;
    std::string note; ///< In quiet letters behind it.
    std::optional<Sign> sign;
    std::vector<std::size_t> pages; ///< That it leads to, counted from 0; of Leading the first.
};

/// Entries that are set in columns over as many pages as they need: contents, an index, sources.
struct Directory {
    Language language = Language::Dutch;
    std::string title;
    std::string book; ///< Its title, at the foot of each page.
    std::vector<DirectoryEntry> entries;
};

/// Sets a directory on pages that stand in a book from `first_page`, counted from 0, on. Numbers of
/// pages are those that readers count: one more.
///
/// Laws: 1. all of each entry is there, in order: what is too wide is wrapped, an entry that does
/// not fit goes on in the next column; 2. a heading is never the last of a column; 3. nothing lies
/// in the margins of the sheet; 4. every number of a page leads there; 5. how many pages there are
/// does not depend on which pages Leading entries lead to.
[[nodiscard]] std::vector<scene::BookPage> draw_directory(const Directory& directory,
                                                          std::size_t first_page,
                                                          const Sheet& sheet, const Theme& theme,
                                                          const scene::Fonts& fonts);

/// Writes the number of a page, and the title of the book where one is given, into the lower
/// margin, eight millimetres from the edge.
void draw_page_number(scene::Scene& scene, std::size_t page, const std::string& book,
                      const Sheet& sheet, const Theme& theme, const scene::Fonts& fonts);

} // namespace regio::map
