#include "io/gdal_rows.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>
#include <ogr_api.h>

#include <memory>

namespace regio::io {

namespace {

using Feature = std::unique_ptr<void, decltype([](OGRFeatureH f) { OGR_F_Destroy(f); })>;

} // namespace

GdalRows::GdalRows(const Source& source)
    : file_(source.file), dataset_(open_dataset(source.file)),
      layer_(find_layer(dataset_.get(), source)) {
    std::vector<const char*> ignored = {"OGR_GEOMETRY", "OGR_STYLE", nullptr};
    OGR_L_SetIgnoredFields(layer_, ignored.data());
    OGR_L_ResetReading(layer_);
}

std::vector<std::string> GdalRows::field_names() const {
    if (is_spreadsheet(dataset_.get()))
        return {};
    std::vector<std::string> names;
    auto* const definition = OGR_L_GetLayerDefn(layer_);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
        names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    for (const auto& name : names)
        if (!is_utf8(name))
            throw InputError(fmt::format("{}: the name of a field is not UTF-8", file_),
                             "declare the encoding of the file, for a Shapefile in a .cpg");
    return names;
}

bool GdalRows::next(std::vector<std::string>& cells) {
    const GdalComplaints complaints;
    while (true) {
        const Feature feature(OGR_L_GetNextFeature(layer_));
        if (complaints.any())
            throw InputError(fmt::format("{}: is damaged or cut off: {}", file_, complaints.last()),
                             "was the file copied whole?");
        if (!feature)
            return false;
        row_ = OGR_F_GetFID(feature.get());
        cells.resize(static_cast<std::size_t>(OGR_F_GetFieldCount(feature.get())));
        bool filled = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = OGR_F_GetFieldAsString(feature.get(), static_cast<int>(i));
            filled = filled || !cells[i].empty();
            if (!is_utf8(cells[i]))
                throw InputError(fmt::format("{}: feature {}: text is not UTF-8", file_, row_),
                                 "declare the encoding of the file, for a Shapefile in a .cpg");
        }
        if (filled)
            return true;
    }
}

std::string GdalRows::layer() const {
    return GDALDatasetGetLayerCount(dataset_.get()) > 1 ? OGR_L_GetName(layer_) : "";
}

} // namespace regio::io
