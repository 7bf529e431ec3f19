#pragma once

#include "io/layer_source.hpp"
#include "io/output_layer.hpp"

#include <vector>

namespace regio::io {

/// What the features of a layer have besides their polygons, as it can be written again: numbers as
/// numbers, all else (dates, lists) as the text that GDAL makes of it, nothing as nothing; fields
/// of dates, times and truth values say so. The
/// column of a CSV that holds the polygons does not count.
struct AttributeTable {
    std::vector<OutputField> fields;
    std::vector<std::vector<OutputValue>> rows; ///< In the order in which read_layer() has them.
    std::vector<std::int64_t> fids;             ///< Of each row.
};

/// Reads all fields of a layer but not its geometry. Throws InputError as read_layer() does.
[[nodiscard]] AttributeTable read_attributes(const LayerSource& source);

} // namespace regio::io
