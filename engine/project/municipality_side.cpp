#include "project/municipality_side.hpp"

#include "arrangement/repair.hpp"

namespace regio::project {

MunicipalitySide municipality_side(const nesting::Boundaries& boundaries,
                                   std::size_t municipalities, std::vector<Finding>& findings) {
    MunicipalitySide result{
        .side = coverage::overlap_side(arrangement::mended(boundaries.layer(), findings)),
        .municipality_of = {}};
    result.municipality_of.resize(boundaries.layer().features().size());
    for (std::size_t i = 0; i < municipalities; ++i)
        for (const auto feature : boundaries.features_of(registry::MunicipalityIndex(i)))
            result.municipality_of[index(feature)] = registry::MunicipalityIndex(i);
    return result;
}

} // namespace regio::project
