#include "io/feature_batches.hpp"

#include "io/gdal_dataset.hpp"

#include <ogr_recordbatch.h>

#include <optional>
#include <string>

namespace regio::io {

namespace {

/// One of Arrow's three structures, which says itself how it is released.
template <typename Structure>
class Released {
public:
    Released() = default;
    ~Released() {
        if (structure_.release != nullptr)
            structure_.release(&structure_);
    }
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;

    [[nodiscard]] Structure* get() noexcept { return &structure_; }
    [[nodiscard]] Structure* operator->() noexcept { return &structure_; }

private:
    Structure structure_{};
};

/// The places of the columns in a batch.
struct Columns {
    std::size_t fid = 0;
    std::vector<std::size_t> texts; ///< For each field that is asked for.
    std::size_t geometry = 0;
};

/// The column with this name and of this type.
std::optional<std::size_t> column_of(const ArrowSchema& schema, std::string_view name,
                                     std::string_view type) {
    for (std::int64_t i = 0; i < schema.n_children; ++i)
        if (schema.children[i]->name == name)
            return schema.children[i]->format == type ? std::optional<std::size_t>(i)
                                                      : std::nullopt;
    return std::nullopt;
}

std::optional<Columns> columns_of(const ArrowSchema& schema, OGRLayerH layer,
                                  std::span<const std::size_t> fields) {
    const auto fid = column_of(schema, OGR_L_GetFIDColumn(layer), "l");
    const auto geometry = column_of(schema, OGR_L_GetGeometryColumn(layer), "z");
    if (!fid || !geometry)
        return std::nullopt;
    Columns columns{.fid = *fid, .texts = {}, .geometry = *geometry};
    auto* const definition = OGR_L_GetLayerDefn(layer);
    for (const std::size_t field : fields) {
        auto* const of_gdal = OGR_FD_GetFieldDefn(definition, static_cast<int>(field));
        const auto text = column_of(schema, OGR_Fld_GetNameRef(of_gdal), "u");
        if (!text)
            return std::nullopt;
        columns.texts.push_back(*text);
    }
    return columns;
}

/// A column of texts or of bytes.
class ByteColumn {
public:
    explicit ByteColumn(const ArrowArray& column)
        : first_(static_cast<std::size_t>(column.offset)),
          filled_(column.null_count == 0 ? nullptr
                                         : static_cast<const std::uint8_t*>(column.buffers[0])),
          ends_(static_cast<const std::int32_t*>(column.buffers[1])),
          bytes_(static_cast<const std::uint8_t*>(column.buffers[2])) {}

    /// Empty where there is nothing.
    [[nodiscard]] std::span<const std::uint8_t> operator[](std::size_t row) const {
        const std::size_t i = first_ + row;
        if (filled_ != nullptr && (filled_[i / 8] >> (i % 8) & 1) == 0)
            return {};
        const auto begin = static_cast<std::size_t>(ends_[i]);
        return {bytes_ + begin, static_cast<std::size_t>(ends_[i + 1]) - begin};
    }

private:
    std::size_t first_;
    const std::uint8_t* filled_; ///< A bit for each row.
    const std::int32_t* ends_;   ///< Of the row before, and so on.
    const std::uint8_t* bytes_;
};

/// The columns of one batch.
class Batch {
public:
    Batch(const ArrowArray& batch, const Columns& columns)
        : fids_(static_cast<const std::int64_t*>(batch.children[columns.fid]->buffers[1]) +
                batch.children[columns.fid]->offset),
          geometries_(*batch.children[columns.geometry]) {
        for (const std::size_t column : columns.texts)
            texts_.emplace_back(*batch.children[column]);
    }

    void give(std::size_t row, std::span<const std::size_t> fields, BatchFeature& feature) const {
        feature.fid = fids_[row];
        feature.wkb = geometries_[row];
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto bytes = texts_[i][row];
            feature.texts[fields[i]] = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
        }
    }

private:
    const std::int64_t* fids_;
    ByteColumn geometries_;
    std::vector<ByteColumn> texts_;
};

} // namespace

bool for_each_in_batches(OGRLayerH layer, std::span<const std::size_t> fields,
                         const std::function<bool(const BatchFeature&)>& visit) {
    const GdalComplaints complaints;
    Released<ArrowArrayStream> stream;
    std::string size = "MAX_FEATURES_IN_BATCH=" + std::to_string(kFeaturesABatch);
    char* options[] = {size.data(), nullptr};
    OGR_L_ResetReading(layer);
    if (!OGR_L_GetArrowStream(layer, stream.get(), options))
        return false;
    Released<ArrowSchema> schema;
    if (stream->get_schema(stream.get(), schema.get()) != 0)
        return false;
    const auto columns = columns_of(*schema.get(), layer, fields);
    BatchFeature feature;
    feature.texts.resize(static_cast<std::size_t>(OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer))));
    while (columns) {
        Released<ArrowArray> array;
        if (stream->get_next(stream.get(), array.get()) != 0 || complaints.any())
            return false;
        if (array->release == nullptr)
            return true;
        const Batch batch(*array.get(), *columns);
        for (std::size_t row = 0; row < static_cast<std::size_t>(array->length); ++row) {
            batch.give(row, fields, feature);
            if (!visit(feature))
                return false;
        }
    }
    return false;
}

} // namespace regio::io
