#pragma once

#include <geos_c.h>

#include <memory>
#include <type_traits>

namespace regio::map {

/// GEOS for one piece of work: errors come back as null, and nothing is shared between threads.
struct GeosContextDeleter {
    void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
};
using GeosContext = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, GeosContextDeleter>;

[[nodiscard]] inline GeosContext make_geos_context() {
    return GeosContext(GEOS_init_r());
}

/// A geometry that goes with its context, which must outlive it.
struct GeosGeometryDeleter {
    GEOSContextHandle_t context = nullptr;

    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosGeometryDeleter>;

[[nodiscard]] inline GeosGeometry owned(const GeosContext& context, GEOSGeometry* geometry) {
    return {geometry, GeosGeometryDeleter{context.get()}};
}

} // namespace regio::map
