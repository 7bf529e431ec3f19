#pragma once

#include <gdal.h>
#include <ogr_api.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace regio::io {

/// Features with a fid from `first` up to and including `last`.
struct FidRange {
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

/// Ranges that together hold all features of a layer, ascending, to be read side by side: by as
/// many readers as there are cores, each with a dataset of its own. One range of all where that
/// does not pay or cannot be: of small layers, of views, and of formats that cannot go to a fid at
/// once.
[[nodiscard]] std::vector<FidRange> fid_ranges(GDALDatasetH dataset, OGRLayerH layer);

/// Has a layer give the features of a range alone. Precondition: fid_ranges() gave it for the same
/// layer of the same file. Throws InputError when GDAL refuses.
void limit_to(OGRLayerH layer, const FidRange& range);

} // namespace regio::io
