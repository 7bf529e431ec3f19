#include "io/gdal_rows.hpp"

#include "io/ogr_fields.hpp"
#include "io/ogr_handles.hpp"

#include <ogr_api.h>

namespace regio::io {

GdalRows::GdalRows(const Source& source)
    : dataset_(open_dataset(source.file)),
      layer_(find_layer(dataset_.get(), source)), place_{.file = source.file,
                                                         .layer =
                                                             layer_label(dataset_.get(), layer_)} {
    std::vector<const char*> ignored = {"OGR_GEOMETRY", "OGR_STYLE", nullptr};
    OGR_L_SetIgnoredFields(layer_, ignored.data());
    OGR_L_ResetReading(layer_);
}

std::vector<std::string> GdalRows::field_names() const {
    if (is_spreadsheet(dataset_.get()))
        return {};
    return io::field_names(layer_, place_);
}

bool GdalRows::next(std::vector<std::string>& cells) {
    const GdalComplaints complaints;
    while (true) {
        const OgrFeature feature(OGR_L_GetNextFeature(layer_));
        complaints.refuse_damage(place_);
        if (!feature)
            return false;
        row_ = OGR_F_GetFID(feature.get());
        cells.resize(static_cast<std::size_t>(OGR_F_GetFieldCount(feature.get())));
        bool filled = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = field_text(feature.get(), i, place_);
            filled = filled || !cells[i].empty();
        }
        if (filled)
            return true;
    }
}

} // namespace regio::io
