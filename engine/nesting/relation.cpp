#include "nesting/relation.hpp"

#include "base/contract.hpp"

#include <algorithm>

namespace regio::nesting {

std::string_view id_of(Relation relation) {
    switch (relation) {
    case Relation::Within:
        return "within";
    case Relation::Coincides:
        return "coincides";
    case Relation::Supraregional:
        return "supraregional";
    case Relation::Crosses:
        return "crosses";
    case Relation::Unresolved:
        return "unresolved";
    }
    return {};
}

Relation relate(std::span<const RegionCount> touched) {
    REGIO_EXPECTS(!touched.empty());
    const bool all_whole =
        std::all_of(touched.begin(), touched.end(), [](const RegionCount& region) {
            REGIO_EXPECTS(region.members >= 1 && region.members <= region.of);
            return region.members == region.of && region.in_part == 0;
        });
    if (touched.size() == 1)
        return all_whole ? Relation::Coincides : Relation::Within;
    return all_whole ? Relation::Supraregional : Relation::Crosses;
}

} // namespace regio::nesting
