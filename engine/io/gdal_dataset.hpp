#pragma once

#include "base/source_ref.hpp"
#include "io/source.hpp"

#include <gdal.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace regio::io {

/// Keeps what GDAL reports on this thread from going to stderr; the last complaint is kept, because
/// errors may come with a success code.
class GdalComplaints {
public:
    GdalComplaints();
    ~GdalComplaints();
    GdalComplaints(const GdalComplaints&) = delete;
    GdalComplaints& operator=(const GdalComplaints&) = delete;

    /// Whether GDAL reported a failure since the object was made.
    [[nodiscard]] bool any() const noexcept { return !last_.empty(); }
    [[nodiscard]] const std::string& last() const noexcept { return last_; }

    /// Throws InputError when GDAL reported a failure: the source is damaged or cut off.
    void refuse_damage(const SourceRef& source) const;

private:
    std::string last_;
};

/// Makes GDAL know its formats; once is enough, and more does no harm.
void register_drivers();

struct GdalCloser {
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<void, GdalCloser>;

/// Opens a file for reading with GDAL. Spreadsheets are opened with every cell as text and without
/// a guess which row is the header. Throws InputError when the file is missing, a folder, empty,
/// damaged or of no format that GDAL knows.
[[nodiscard]] GdalDataset open_dataset(const std::string& file);

/// The layer that `source` names, or the only one; a table in which QGIS keeps styles is none.
/// Throws InputError with the names of those there are when it is not there, when there are several
/// and none is named, and when there is none.
[[nodiscard]] OGRLayerH find_layer(GDALDatasetH dataset, const Source& source);

/// The layer that `source` names, or all of the file: those with rows when there are several.
/// Throws InputError when the one that is named is not there, and when there is none.
[[nodiscard]] std::vector<OGRLayerH> find_layers(GDALDatasetH dataset, const Source& source);

/// The name of a layer where the file has several, else nothing: what tells it from the others.
[[nodiscard]] std::string layer_label(GDALDatasetH dataset, OGRLayerH layer);

/// Whether the driver keeps cells rather than fields: XLSX, ODS, XLS.
[[nodiscard]] bool is_spreadsheet(GDALDatasetH dataset);

} // namespace regio::io
