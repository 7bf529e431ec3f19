#pragma once

#include "cli/atlas_content.hpp"
#include "cli/progress.hpp"

#include <string>
#include <vector>

namespace regio::cli {

/// What is said of an atlas when it is made.
struct AtlasOutcome {
    std::vector<Finding> findings;     ///< About its maps.
    std::vector<std::string> failures; ///< A line for each map that could not be drawn.
};

/// How many maps are there at a time, while others are drawn.
inline constexpr std::size_t kMapsAtATime = 16;

/// The line that says that an entry has no map.
[[nodiscard]] std::string failure_line(const AtlasEntry& entry, const std::string& failure);

/// The atlas as one PDF: cover, contents, a page for each entry, index, sources. A map that could
/// not be drawn leaves a page that says so. Throws InputError when that holds for all of them.
[[nodiscard]] std::string atlas_book(const AtlasSource& source, const std::string& file,
                                     Progress& progress, AtlasOutcome& outcome);

} // namespace regio::cli
