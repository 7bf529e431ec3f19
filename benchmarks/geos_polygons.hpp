#pragma once

#include "layer/layer.hpp"

#include <geos_c.h>

#include <memory>
#include <type_traits>
#include <vector>

namespace regio::benchmarks {

struct FinishGeos {
    void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
};
using GeosContext = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, FinishGeos>;

struct DestroyGeos {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    void operator()(const GEOSPreparedGeometry* geometry) const {
        GEOSPreparedGeom_destroy_r(context, geometry);
    }
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context, tree); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, DestroyGeos>;

/// A layer as polygons in metres, one for each ring. Precondition: rings are shells.
[[nodiscard]] std::vector<GeosGeometry> geos_polygons(GEOSContextHandle_t context,
                                                      const layer::Layer& layer);

} // namespace regio::benchmarks
