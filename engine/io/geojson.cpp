#include "base/error.hpp"
#include "io/degrees_placement.hpp"
#include "io/format_builders.hpp"
#include "io/ogr_layer.hpp"

#include <fmt/format.h>

#include <cmath>

namespace regio::io {

namespace {

/// How many decimals tell lattice points apart. Where a unit is no power of ten, positions are not
/// whole decimals and are rounded to a tenth of a unit or less.
int decimals(const kernel::Lattice& lattice) {
    int count = 0;
    double per_metre = 1;
    while (per_metre < lattice.units_per_metre) {
        per_metre *= 10;
        ++count;
    }
    return per_metre > lattice.units_per_metre ? count + 1 : count;
}

/// At least so many metres, to a tenth of a millimetre.
std::string rounded_up(double metres) {
    constexpr double kPerMetre = 1e4;
    return fmt::format("{:.4f}", std::ceil(metres * kPerMetre) / kPerMetre);
}

Finding written_in_degrees(const DegreesPlacement& placement, const std::string& file) {
    const auto& operation = placement.operation();
    const auto accuracy = operation.accuracy_m();
    return {.number = FindingNumber::WrittenInDegrees,
            .values = {{"operation", operation.name()},
                       {"accuracy", accuracy ? fmt::format("{}", *accuracy) : "?"},
                       {"decimals", fmt::to_string(DegreesPlacement::kDecimals)},
                       {"displacement", rounded_up(placement.greatest_displacement_m())}},
            .source = {.file = file, .layer = {}}};
}

} // namespace

void build_geojson(const OutputLayer& layer, const BuildJob& job) {
    const OgrCrs crs = ogr_crs(layer.crs_wkt, job.attempt.file);
    if (OSRGetAuthorityCode(crs.get(), nullptr) == nullptr)
        throw InputError(fmt::format("{}: could not be written: GeoJSON names a CRS by its code, "
                                     "and this one has none",
                                     job.attempt.file),
                         "write a GeoPackage, or name a CRS that has a code");
    GdalDataset dataset = create_dataset("GeoJSON", job.path, job.attempt);
    add_layer(
        dataset.get(), layer,
        {.crs = crs,
         .options = {fmt::format("COORDINATE_PRECISION={}", decimals(layer.lattice)), "RFC7946=NO"},
         .fields = own_fields(layer),
         .place = on_lattice(layer.lattice)},
        job.attempt);
    close_dataset(std::move(dataset), job.attempt);
}

void build_rfc7946(const OutputLayer& layer, const BuildJob& job) {
    DegreesPlacement placement(layer, job.attempt.file);
    GdalDataset dataset = create_dataset("GeoJSON", job.path, job.attempt);
    add_layer(
        dataset.get(), layer,
        {.crs = ogr_crs("EPSG:4326", job.attempt.file),
         .options = {"RFC7946=YES", "WRAPDATELINE=NO",
                     fmt::format("COORDINATE_PRECISION={}", DegreesPlacement::kDecimals)},
         .fields = own_fields(layer),
         .place = [&](std::span<const kernel::Point> points) { return placement.place(points); }},
        job.attempt);
    close_dataset(std::move(dataset), job.attempt);
    job.findings.push_back(written_in_degrees(placement, job.attempt.file));
}

} // namespace regio::io
