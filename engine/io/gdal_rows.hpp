#pragma once

#include "base/source_ref.hpp"
#include "io/gdal_dataset.hpp"
#include "io/row_reader.hpp"
#include "io/source.hpp"

#include <gdal.h>

#include <cstdint>
#include <string>
#include <vector>

namespace regio::io {

/// The attribute table of a layer, or the cells of a sheet. All values are text; geometry is not
/// read. Opening throws as open_dataset() and find_layer(); reading throws InputError when GDAL
/// fails on the way or gives text that is not UTF-8.
class GdalRows final : public RowReader {
public:
    explicit GdalRows(const Source& source);

    [[nodiscard]] std::vector<std::string> field_names() const override;
    bool next(std::vector<std::string>& cells) override;
    [[nodiscard]] std::int64_t row() const override { return row_; }
    [[nodiscard]] std::string layer() const override { return place_.layer; }

private:
    GdalDataset dataset_;
    OGRLayerH layer_;
    SourceRef place_;
    std::int64_t row_ = 0;
};

} // namespace regio::io
