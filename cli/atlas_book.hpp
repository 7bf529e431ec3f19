#pragma once

#include "cli/atlas_content.hpp"
#include "cli/progress.hpp"

#include <string>
#include <vector>

namespace regio::cli {

/// What is said of an atlas when it is made.
struct AtlasOutcome {
    std::vector<Finding> findings;     ///< About its maps.
    std::vector<std::string> failures; ///< Lines about the maps that could not be drawn.
};

/// How many maps are there at a time, while others are drawn.
inline constexpr std::size_t kMapsAtATime = 16;

/// Says that an entry has no map, and what to do about it.
[[nodiscard]] std::vector<std::string> failure_lines(const AtlasEntry& entry,
                                                     const InputError& failure);

/// The atlas as one PDF: cover, contents, a page for each entry, index, sources. A map that could
/// not be drawn leaves a page that says so. Throws InputError when that holds for all of them.
[[nodiscard]] std::string atlas_book(const AtlasSource& source, const std::string& file,
                                     Progress& progress, AtlasOutcome& outcome);

} // namespace regio::cli
