#pragma once

#include "io/layer_description.hpp"

#include <cstdint>
#include <vector>

namespace regio::io {

/// As what the program can read a layer or table.
enum class LayerUse : std::uint8_t { Municipalities, Regions, Partnerships, Mergers, DrawnAreas };

struct LikelyUse {
    LayerUse use{};
    std::vector<FieldRole> roles; ///< Those that would be read, of the fields that are there.

    friend bool operator==(const LikelyUse&, const LikelyUse&) = default;
};

/// What a layer looks like, by its fields and what they hold:
///
/// - municipalities: nine of ten rows or more have the code of one, none occurs twice;
/// - regions: the same, with a field for the code or the name of a region;
/// - partnerships: a field for their id or name, of which a value returns, and one for the code or
///   the name of the member;
/// - mergers: fields for the old code, the new one and the date;
/// - drawn areas: polygons that are not municipalities.
[[nodiscard]] std::vector<LikelyUse> likely_uses(const LayerDescription& layer);

} // namespace regio::io
