#include "registry/region.hpp"

#include "base/contract.hpp"
#include "base/name_key.hpp"

#include <algorithm>

namespace regio::registry {

namespace {

constexpr std::string_view kRegionWord = "regio";

bool bears(const Region& region, std::string_view key) {
    const auto same = [&](const std::string& name) {
        const std::string own = name_key(name);
        return own == key ||
               (own.starts_with(kRegionWord) && own.substr(kRegionWord.size()) == key);
    };
    return same(region.name) || std::any_of(region.aliases.begin(), region.aliases.end(), same);
}

} // namespace

RegionPartition::RegionPartition(std::vector<Region> regions,
                                 const MunicipalityTable& municipalities)
    : regions_(std::move(regions)), region_of_(municipalities.size()) {
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        regions_[i].figures = no_figures();
        for (const auto municipality : regions_[i].municipalities) {
            auto& region = region_of_[static_cast<std::size_t>(municipality)];
            REGIO_EXPECTS(!region.has_value());
            region = static_cast<RegionIndex>(i);
            regions_[i].figures = regions_[i].figures + municipalities[municipality].figures;
        }
    }
}

const Region& RegionPartition::operator[](RegionIndex index) const {
    const auto place = static_cast<std::size_t>(index);
    REGIO_EXPECTS(place < regions_.size());
    return regions_[place];
}

std::optional<RegionIndex> RegionPartition::region_of(MunicipalityIndex municipality) const {
    const auto place = static_cast<std::size_t>(municipality);
    REGIO_EXPECTS(place < region_of_.size());
    return region_of_[place];
}

std::optional<RegionIndex> RegionPartition::find(std::string_view code_or_name) const {
    const std::string key = name_key(code_or_name);
    for (std::size_t i = 0; i < regions_.size(); ++i)
        if (name_key(regions_[i].code) == key)
            return static_cast<RegionIndex>(i);
    for (std::size_t i = 0; i < regions_.size(); ++i)
        if (bears(regions_[i], key))
            return static_cast<RegionIndex>(i);
    return std::nullopt;
}

} // namespace regio::registry
