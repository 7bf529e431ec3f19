#include "base/ascii.hpp"
#include "base/date.hpp"
#include "io/format_builders.hpp"
#include "io/ogr_layer.hpp"
#include "io/style_table.hpp"
#include "io/thread_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace regio::io {

namespace {

/// A name for a column of GDAL's that no field has.
std::string free_name(std::string name, const std::vector<OutputField>& fields) {
    const auto is_name = [&](const OutputField& field) {
        return in_lower_case(field.name) == name;
    };
    while (std::any_of(fields.begin(), fields.end(), is_name))
        name += '_';
    return name;
}

/// "2024-12-31T23:59:59.000Z": of SOURCE_DATE_EPOCH, else the first of 1970.
std::string moment_written() {
    const auto moment = source_date().value_or(std::chrono::sys_seconds{});
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time(moment - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.000Z", to_iso(Date{day}), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

} // namespace

std::string geometry_column(const OutputLayer& layer) {
    return free_name("geom", layer.fields);
}

void build_geopackage(std::span<const OutputLayer> layers, const BuildJob& job) {
    const std::string moment = moment_written();
    const ThreadConfig date("OGR_CURRENT_DATE", moment.c_str());
    GdalDataset dataset = create_dataset("GPKG", job.path, job.attempt);
    for (const auto& layer : layers)
        add_layer(dataset.get(), layer,
                  {.crs = ogr_crs(layer.crs_wkt, job.attempt.file),
                   .options = {"GEOMETRY_NAME=" + geometry_column(layer),
                               "FID=" + free_name("fid", layer.fields), "SPATIAL_INDEX=YES"},
                   .fields = own_fields(layer),
                   .place = on_lattice(layer.lattice)},
                  job.attempt);
    add_style_table(dataset.get(), layers, moment, job.attempt);
    close_dataset(std::move(dataset), job.attempt);
}

} // namespace regio::io
