#include "io/fid_ranges.hpp"

#include "base/error.hpp"
#include "io/gdal_dataset.hpp"
#include "io/ogr_handles.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace regio::io {

namespace {

/// So many features are worth opening a file once more.
constexpr std::int64_t kFeaturesARange = 5000;

std::string quoted(std::string_view name, char quote = '"') {
    std::string text(1, quote);
    for (const char c : name)
        text.append(c == quote ? 2 : 1, c);
    return text + quote;
}

struct ResultReleaser {
    GDALDatasetH dataset;
    void operator()(OGRLayerH result) const { GDALDatasetReleaseResultSet(dataset, result); }
};

/// The single number that a query gives; nothing where it fails, or gives none.
std::optional<std::int64_t> number_of(GDALDatasetH dataset, const std::string& query) {
    const GdalComplaints complaints; // Whatever is wrong shows when the layer is read.
    const std::unique_ptr<void, ResultReleaser> result(
        GDALDatasetExecuteSQL(dataset, query.c_str(), nullptr, nullptr), {dataset});
    if (!result)
        return std::nullopt;
    const OgrFeature row(OGR_L_GetNextFeature(result.get()));
    if (!row || OGR_F_IsFieldSetAndNotNull(row.get(), 0) == 0)
        return std::nullopt;
    return OGR_F_GetFieldAsInteger64(row.get(), 0);
}

/// Whether a layer is a table, of which fids are a key. In a view they can be any column: missing,
/// repeated, and in no order.
bool is_table(GDALDatasetH dataset, OGRLayerH layer) {
    return number_of(
               dataset,
               fmt::format("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = {}",
                           quoted(OGR_L_GetName(layer), '\''))) == 1;
}

/// From the least fid to the greatest; nothing where there is none. Each is asked by itself, so
/// that the database looks at the ends of its tree alone.
std::optional<FidRange> all_fids(GDALDatasetH dataset, OGRLayerH layer) {
    const auto ask = [&](const char* what) {
        return number_of(dataset, fmt::format("SELECT {}({}) FROM {}", what,
                                              quoted(OGR_L_GetFIDColumn(layer)),
                                              quoted(OGR_L_GetName(layer))));
    };
    const auto first = ask("MIN");
    const auto last = ask("MAX");
    return first && last ? std::optional(FidRange{*first, *last}) : std::nullopt;
}

} // namespace

std::vector<FidRange> fid_ranges(GDALDatasetH dataset, OGRLayerH layer) {
    const std::string_view driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
    const auto threads = static_cast<std::int64_t>(
        tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
    if (driver != "GPKG" || *OGR_L_GetFIDColumn(layer) == '\0')
        return {FidRange{}};
    const auto count =
        std::min<std::int64_t>(threads, OGR_L_GetFeatureCount(layer, 1) / kFeaturesARange);
    const auto all =
        count > 1 && is_table(dataset, layer) ? all_fids(dataset, layer) : std::nullopt;
    if (!all || all->first < 0) // Then the distance from the least to the greatest is a fid too.
        return {FidRange{}};
    const std::int64_t step = (all->last - all->first) / count + 1;
    std::vector<FidRange> ranges;
    for (std::int64_t i = 0; i < count; ++i)
        ranges.push_back(
            {all->first + i * step, i + 1 < count ? all->first + (i + 1) * step - 1 : all->last});
    return ranges;
}

void limit_to(OGRLayerH layer, const FidRange& range) {
    const std::string fid = quoted(OGR_L_GetFIDColumn(layer));
    const std::string condition =
        fmt::format("{0} >= {1} AND {0} <= {2}", fid, range.first, range.last);
    if (OGR_L_SetAttributeFilter(layer, condition.c_str()) != OGRERR_NONE)
        throw InputError(
            fmt::format("{}: features cannot be asked for by their number", OGR_L_GetName(layer)),
            "is the file damaged? ogrinfo -al says what GDAL finds");
}

} // namespace regio::io
