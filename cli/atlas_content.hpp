#pragma once

#include "base/error.hpp"
#include "cli/atlas_plan.hpp"
#include "cli/sheet_arguments.hpp"
#include "map/cover.hpp"
#include "map/directory.hpp"
#include "map/overview.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace regio::cli {

/// All that pages of an atlas are made from; what it names must outlive it.
struct AtlasSource {
    const project::Project& project;
    const report::CheckReport& report;
    const SheetArguments& arguments;
    const AtlasPlan& plan;
    const scene::Fonts& fonts;
    map::Sheet sheet;
    map::Theme theme;
};

/// What came of the map of one partnership.
struct AtlasMap {
    scene::Scene scene;
    map::Audit audit;
    map::Sheet sheet; ///< Larger than the others where the area asks for it.
    std::string source_line;
    std::optional<InputError> failure; ///< Why there is no map, when there is none.
};

/// The sheet with room for the number of its page beside its sources.
[[nodiscard]] map::Sheet with_page_number(map::Sheet sheet);

/// Draws the map of an entry, on the paper of the atlas or, where the area is too large for that,
/// on the next that it fits on; several threads may do so at a time.
[[nodiscard]] AtlasMap draw_entry(const AtlasSource& source, std::size_t entry);

/// The name of the atlas.
[[nodiscard]] std::string title_of(const AtlasSource& source);

[[nodiscard]] map::Cover cover_of(const AtlasSource& source);

/// All regions, with how many entries of each have which answer, the first map being on this page.
/// Throws InputError when no municipality of a region has a polygon.
[[nodiscard]] map::Overview overview_of(const AtlasSource& source, std::size_t first_map);

/// The entries by region, the first map being on this page, then what comes behind them.
[[nodiscard]] map::Directory contents_of(const AtlasSource& source, std::size_t first_map,
                                         std::size_t index, std::size_t sources);

[[nodiscard]] map::Directory index_of_municipalities(const AtlasSource& source,
                                                     std::size_t first_map);

/// What is told of the maps behind them.
struct AtlasNotes {
    std::set<std::string> source_lines;
    std::vector<std::size_t> failures; ///< Entries without a map.
    std::vector<std::pair<std::size_t, std::vector<std::string>>> dropped_labels;
    std::vector<std::pair<std::size_t, std::string>> larger_paper; ///< Its name.
};

[[nodiscard]] map::Directory sources_of(const AtlasSource& source, const AtlasNotes& notes,
                                        std::size_t first_map);

/// The page of an entry whose map could not be drawn, and why.
[[nodiscard]] map::Directory failed_page(const AtlasSource& source, std::size_t entry,
                                         const InputError& failure);

} // namespace regio::cli
