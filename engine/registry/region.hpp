#pragma once

#include "registry/area.hpp"
#include "registry/municipality.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regio::registry {

/// A reference region with what belongs to it.
struct Region {
    std::string code;
    std::string name;
    std::vector<std::string> aliases;
    std::vector<MunicipalityIndex> municipalities; ///< In order of code.
    /// Municipalities that the list of regions gives it and the territory lacks (R202). They count:
    /// nothing covers the region whole.
    std::size_t unknown = 0;
    Figures figures; ///< Sums over its municipalities.
};

/// How many municipalities the region has, known and unknown.
[[nodiscard]] inline std::size_t size_of(const Region& region) {
    return region.municipalities.size() + region.unknown;
}

/// The place of a region in its RegionPartition.
enum class RegionIndex : std::uint32_t {};

/// The regions on one day: in order of code, no municipality in two.
class RegionPartition {
public:
    RegionPartition(std::vector<Region> regions, const MunicipalityTable& municipalities);

    [[nodiscard]] const std::vector<Region>& all() const noexcept { return regions_; }
    [[nodiscard]] std::size_t size() const noexcept { return regions_.size(); }
    [[nodiscard]] const Region& operator[](RegionIndex index) const;
    [[nodiscard]] std::optional<RegionIndex> region_of(MunicipalityIndex municipality) const;

    /// By code, name or alias; a leading "Regio" may be left out.
    [[nodiscard]] std::optional<RegionIndex> find(std::string_view code_or_name) const;

private:
    std::vector<Region> regions_;
    std::vector<std::optional<RegionIndex>> region_of_; ///< By MunicipalityIndex.
};

} // namespace regio::registry
