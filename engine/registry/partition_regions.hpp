#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "registry/region.hpp"
#include "registry/territory.hpp"

#include <string>
#include <vector>

namespace regio::registry {

/// A row of a list of regions: a municipality (by code, else by name) and the region it lies in.
struct RegionRow {
    std::string region_code; ///< The name again when the list knows regions by name only.
    std::string region_name;
    std::string municipality_code;
    std::string municipality_name;
    SourceRef source;
};

/// What a region is called: "Middenkust" is another name of Regio Oostende.
struct RegionName {
    std::string code;
    std::string name;  ///< Empty when only the alias is given.
    std::string alias; ///< Empty when only the name is given.
};

/// A list of regions that holds on some days. A list without dates is dated by its codes.
struct RegionList {
    std::vector<RegionRow> rows;
    std::vector<RegionName> names; ///< From a table beside the rows.
    Period period;
    SourceRef source;
};

/// The partition that holds on territory.as_of(): from the list of that day or, when there is none,
/// from the nearest before it, carried over by the mergers, or else the nearest after it.
///
/// Laws: each municipality of the territory lies in at most one region; those that lie in none are
/// named in finding R102. Throws InputError when a municipality, or the parts it was made from,
/// lie in two regions (both are named), when two lists hold on one day, and when none is given.
[[nodiscard]] RegionPartition partition_regions(const std::vector<RegionList>& lists,
                                                const Territory& territory,
                                                std::vector<Finding>& findings);

} // namespace regio::registry
