#include "base/date.hpp"
#include "io/format_builders.hpp"
#include "io/ogr_layer.hpp"
#include "io/shapefile_limits.hpp"

#include <fmt/format.h>

#include <chrono>

namespace regio::io {

namespace {

std::string day_written() {
    const auto moment = source_date().value_or(std::chrono::sys_seconds{});
    return to_iso(Date{std::chrono::floor<std::chrono::days>(moment)});
}

/// A finding for each name that has no room.
void report_names(const OutputLayer& layer, const std::vector<OgrField>& fields,
                  const std::string& file, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name != layer.fields[i].name)
            findings.push_back(
                {.number = FindingNumber::FieldNameShortened,
                 .values = {{"name", layer.fields[i].name}, {"shorter", fields[i].name}},
                 .source = {.file = file, .layer = {}}});
}

} // namespace

void build_shapefile(const OutputLayer& layer, const BuildJob& job) {
    const std::string& file = job.attempt.file;
    const auto fields = shapefile_fields(layer, file);
    refuse_large_shapefile(shapefile_sizes(layer, fields), file);
    GdalDataset dataset = create_dataset("ESRI Shapefile", job.path, job.attempt);
    add_layer(
        dataset.get(), layer,
        {.crs = ogr_crs(layer.crs_wkt, file),
         .options = {"ENCODING=UTF-8", "2GB_LIMIT=YES", "DBF_DATE_LAST_UPDATE=" + day_written()},
         .fields = fields,
         .place = on_lattice(layer.lattice)},
        job.attempt);
    close_dataset(std::move(dataset), job.attempt);
    report_names(layer, fields, file, job.findings);
}

} // namespace regio::io
