#pragma once

#include <ogr_api.h>

#include <memory>

namespace regio::io {

struct OgrFeatureDestroyer {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using OgrFeature = std::unique_ptr<void, OgrFeatureDestroyer>;

struct OgrGeometryDestroyer {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using OgrGeometry = std::unique_ptr<void, OgrGeometryDestroyer>;

} // namespace regio::io
