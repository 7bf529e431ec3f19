#pragma once

#include "map/sign.hpp"
#include "nesting/verdict.hpp"
#include "project/project.hpp"
#include "report/check_report.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace regio::cli {

/// A partnership in an atlas.
struct AtlasEntry {
    const nesting::Assessment* assessment = nullptr;
    std::string name; ///< With its list where several of the atlas have its name.
};

/// The partnerships that have most of their members in one region.
struct AtlasGroup {
    std::string region;
    std::size_t rank = 0;  ///< The place of the region; that behind the last for none.
    std::size_t first = 0; ///< Its place among all entries.
    std::size_t size = 0;
};

/// What is in an atlas, in its order.
struct AtlasPlan {
    std::vector<AtlasEntry> entries;
    std::vector<AtlasGroup> groups;     ///< Of the entries, in order of the regions' codes.
    std::vector<AtlasEntry> unresolved; ///< That get no page.
};

/// Groups a selection by main region; within one the names are in alphabetical order, then lists,
/// then ids. One that has no region comes last.
[[nodiscard]] AtlasPlan plan_atlas(const report::CheckReport& report);

/// The municipalities that are members of some entry, by name, each with the places of its entries.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::size_t>>>
index_of(const AtlasPlan& plan, const registry::MunicipalityTable& municipalities);

/// The regions with members, the main one first: "Regio Midwest, Regio Zuid".
[[nodiscard]] std::string regions_of(const nesting::Assessment& assessment,
                                     const registry::RegionPartition& regions);

[[nodiscard]] map::Sign sign_of(nesting::Relation relation);

} // namespace regio::cli
