#include "io/layer_writer.hpp"

#include "base/ascii.hpp"
#include "base/contract.hpp"
#include "base/date.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "io/gdal_dataset.hpp"
#include "io/ogr_geometry.hpp"
#include "io/ogr_handles.hpp"
#include "io/thread_config.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <set>

namespace regio::io {

namespace {

using Field = std::unique_ptr<void, decltype([](OGRFieldDefnH f) { OGR_Fld_Destroy(f); })>;
using Crs = std::unique_ptr<void, decltype([](OGRSpatialReferenceH s) { OSRRelease(s); })>;

/// A folder of GDAL's file system in memory that goes away with the object. Its name is the
/// object's own, and does not come into what is written.
class MemoryFolder {
public:
    MemoryFolder() : folder_(fmt::format("/vsimem/regio-{}", static_cast<const void*>(this))) {}
    ~MemoryFolder() { VSIRmdirRecursive(folder_.c_str()); }
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    [[nodiscard]] std::string path(std::string_view name) const {
        return fmt::format("{}/{}", folder_, name);
    }

private:
    std::string folder_;
};

/// What GDAL does for a file.
struct Attempt {
    const std::string& file;
    const GdalComplaints& complaints;

    /// Throws InputError when a step failed, or succeeded with a complaint.
    void require(bool succeeded) const {
        if (succeeded && !complaints.any())
            return;
        throw InputError(fmt::format("{}: could not be written: {}", file,
                                     complaints.any() ? complaints.last() : "GDAL gives no reason"),
                         "");
    }
    void require(OGRErr outcome) const { require(outcome == OGRERR_NONE); }
};

void check_text(const std::string& text, const std::string& file, const std::string& what) {
    const bool holds_nul = text.find('\0') != std::string::npos;
    if (holds_nul || !is_utf8(text))
        throw InputError(fmt::format("{}: could not be written: {} {}", file, what,
                                     holds_nul ? "holds a NUL" : "is not UTF-8"),
                         "mend it where it comes from");
}

void check_names(const OutputLayer& layer, const std::string& file) {
    REGIO_EXPECTS(!layer.name.empty());
    check_text(layer.name, file, "the name of the layer");
    check_text(layer.crs_wkt, file, "the CRS");
    std::set<std::string> seen;
    for (const auto& field : layer.fields) {
        check_text(field.name, file, "the name of a field");
        if (!seen.insert(in_lower_case(field.name)).second)
            throw InputError(fmt::format("{}: could not be written: two fields are called \"{}\"",
                                         file, field.name),
                             "rename one of them");
    }
}

void check_values(const OutputLayer& layer, const std::string& file) {
    for (std::size_t row = 0; row < layer.features.size(); ++row) {
        const auto& values = layer.features[row].values;
        REGIO_EXPECTS(values.size() == layer.fields.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto& [name, type] = layer.fields[i];
            REGIO_EXPECTS(values[i].index() == 0 ||
                          values[i].index() == 1 + static_cast<std::size_t>(type));
            if (const auto* const text = std::get_if<std::string>(&values[i]))
                check_text(*text, file, fmt::format("\"{}\" of feature {}", name, row + 1));
        }
    }
}

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

std::string date_written() {
    const auto moment = source_date().value_or(std::chrono::sys_seconds{});
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time(moment - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.000Z", to_iso(Date{day}), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

Crs make_crs(const OutputLayer& layer, LayerFormat format, const std::string& file) {
    const auto refuse = [&](const char* why, const char* hint) {
        throw InputError(fmt::format("{}: could not be written: {}", file, why), hint);
    };
    Crs crs(OSRNewSpatialReference(nullptr));
    if (OSRSetFromUserInput(crs.get(), layer.crs_wkt.c_str()) != OGRERR_NONE)
        refuse("its CRS is not understood", "name the CRS by its code, as in EPSG:31370");
    if (format == LayerFormat::GeoJson && OSRGetAuthorityCode(crs.get(), nullptr) == nullptr)
        refuse("GeoJSON names a CRS by its code, and this one has none",
               "write a GeoPackage, or name a CRS that has a code");
    OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

GdalDataset create_dataset(LayerFormat format, const std::string& path, const Attempt& attempt) {
    register_drivers();
    auto* const driver =
        GDALGetDriverByName(format == LayerFormat::GeoPackage ? "GPKG" : "GeoJSON");
    attempt.require(driver != nullptr);
    GdalDataset dataset(GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    attempt.require(dataset != nullptr);
    return dataset;
}

/// A name for a column of GDAL's that no field has.
std::string free_name(std::string name, const std::vector<OutputField>& fields) {
    const auto is_name = [&](const OutputField& field) {
        return in_lower_case(field.name) == name;
    };
    while (std::any_of(fields.begin(), fields.end(), is_name))
        name += '_';
    return name;
}

std::vector<std::string> creation_options(const OutputLayer& layer, LayerFormat format) {
    if (format == LayerFormat::GeoJson)
        return {fmt::format("COORDINATE_PRECISION={}", decimals(layer.lattice)), "RFC7946=NO"};
    return {"GEOMETRY_NAME=" + free_name("geom", layer.fields),
            "FID=" + free_name("fid", layer.fields), "SPATIAL_INDEX=YES"};
}

void create_field(OGRLayerH target, const OutputField& field, const Attempt& attempt) {
    constexpr std::array kTypes = {OFTString, OFTInteger64, OFTReal};
    const Field definition(
        OGR_Fld_Create(field.name.c_str(), kTypes.at(static_cast<std::size_t>(field.type))));
    attempt.require(OGR_L_CreateField(target, definition.get(), 0));
}

OGRLayerH create_layer(GDALDatasetH dataset, const OutputLayer& layer, LayerFormat format,
                       const Attempt& attempt) {
    const Crs crs = make_crs(layer, format, attempt.file);
    const auto options = creation_options(layer, format);
    std::vector<const char*> list;
    for (const auto& option : options)
        list.push_back(option.c_str());
    list.push_back(nullptr);
    auto* const target = GDALDatasetCreateLayer(dataset, layer.name.c_str(), crs.get(),
                                                wkbMultiPolygon, list.data());
    attempt.require(target != nullptr);
    for (const auto& field : layer.fields)
        create_field(target, field, attempt);
    return target;
}

struct SetValue {
    OGRFeatureH feature;
    int field;

    void operator()(std::monostate /*nothing*/) const { OGR_F_SetFieldNull(feature, field); }
    void operator()(const std::string& text) const {
        OGR_F_SetFieldString(feature, field, text.c_str());
    }
    void operator()(std::int64_t number) const { OGR_F_SetFieldInteger64(feature, field, number); }
    void operator()(double number) const {
        if (std::isfinite(number))
            OGR_F_SetFieldDouble(feature, field, number);
        else
            OGR_F_SetFieldNull(feature, field);
    }
};

void write_features(const OutputLayer& layer, OGRLayerH target, const Attempt& attempt) {
    for (const auto& feature : layer.features) {
        const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(target)));
        for (std::size_t i = 0; i < feature.values.size(); ++i)
            std::visit(SetValue{row.get(), static_cast<int>(i)}, feature.values[i]);
        OgrGeometry geometry = ogr_geometry(feature.geometry, layer.lattice);
        attempt.require(OGR_F_SetGeometryDirectly(row.get(), geometry.release()));
        attempt.require(OGR_L_CreateFeature(target, row.get()));
    }
}

void write_in_memory(const OutputLayer& layer, LayerFormat format, const std::string& path,
                     const std::string& file) {
    const ThreadConfig date("OGR_CURRENT_DATE", date_written().c_str());
    const GdalComplaints complaints;
    const Attempt attempt{file, complaints};
    GdalDataset dataset = create_dataset(format, path, attempt);
    const bool has_transactions = format == LayerFormat::GeoPackage;
    auto* const target = create_layer(dataset.get(), layer, format, attempt);
    if (has_transactions)
        attempt.require(GDALDatasetStartTransaction(dataset.get(), 0));
    write_features(layer, target, attempt);
    if (has_transactions)
        attempt.require(GDALDatasetCommitTransaction(dataset.get()));
    dataset.reset(); // Writes what is left, and complains when it cannot.
    attempt.require(true);
}

/// The bytes of a file in memory, which stays the owner.
std::string_view bytes_of(const std::string& path) {
    vsi_l_offset size = 0;
    const auto* const bytes = VSIGetMemFileBuffer(path.c_str(), &size, 0);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

void copy(std::string_view bytes, OutputFile& output) {
    constexpr std::size_t kPiece = 1 << 20;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size())))
        output.write(bytes.substr(0, kPiece));
}

} // namespace

LayerFormat layer_format(const std::string& format, const std::string& file) {
    const auto wanted = in_lower_case(
        format.empty() ? std::filesystem::path(file).extension().string() : "." + format);
    if (wanted == ".gpkg")
        return LayerFormat::GeoPackage;
    if (wanted == ".geojson" || (wanted == ".json" && format.empty()))
        return LayerFormat::GeoJson;
    if (!format.empty())
        throw UsageError(fmt::format("--output-format {}: there is no such format", format),
                         "there are: gpkg, geojson");
    throw UsageError(fmt::format("{}: no format has that ending", file),
                     "there are: gpkg, geojson; choose with -f");
}

void write_layer(const OutputLayer& layer, LayerFormat format, const std::string& file,
                 Overwrite overwrite) {
    OutputFile output(file, overwrite);
    const std::string shown = file == "-" ? "standard output" : file;
    check_names(layer, shown);
    check_values(layer, shown);
    const MemoryFolder memory;
    const std::string path = memory.path("layer");
    write_in_memory(layer, format, path, shown);
    copy(bytes_of(path), output);
    output.finish();
}

} // namespace regio::io
