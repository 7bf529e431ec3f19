#include "io/gdal_dataset.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "io/style_table.hpp"
#include "io/thread_config.hpp"

#include <cpl_error.h>
#include <fmt/format.h>
#include <ogr_api.h>

#include <filesystem>
#include <vector>

namespace regio::io {

namespace {

void CPL_STDCALL keep_complaint(CPLErr level, CPLErrorNum /*number*/, const char* text) {
    if (level == CE_Failure || level == CE_Fatal)
        *static_cast<std::string*>(CPLGetErrorHandlerUserData()) = text;
}

/// Whether the name is for one of GDAL's own file systems or a database, not the disk.
bool is_virtual(const std::string& file) {
    return file.starts_with("/vsi") || file.find(':') != std::string::npos;
}

void check_file(const std::string& file) {
    std::error_code fault;
    const auto status = std::filesystem::status(file, fault);
    if (std::filesystem::exists(status)) {
        const bool is_folder = std::filesystem::is_directory(status);
        if (is_folder && !file.ends_with(".gdb") && !file.ends_with(".gdb/"))
            throw InputError(file + ": is a folder, not a file", "name a file in it");
        if (std::filesystem::is_regular_file(status) &&
            std::filesystem::file_size(file, fault) == 0)
            throw InputError(file + ": is empty", "was it saved, and copied whole?");
    } else if (!is_virtual(file)) {
        throw InputError(fmt::format("{}: cannot be read: {}", file,
                                     fault ? fault.message() : "No such file or directory"),
                         "check the name and the permissions");
    }
}

/// The layers and tables of a file, without the table in which QGIS keeps styles.
std::vector<OGRLayerH> layers_of(GDALDatasetH dataset) {
    std::vector<OGRLayerH> layers;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i)
        if (auto* const layer = GDALDatasetGetLayer(dataset, i);
            OGR_L_GetName(layer) != kStyleTable || OGR_L_GetGeomType(layer) != wkbNone)
            layers.push_back(layer);
    return layers;
}

std::vector<std::string> layer_names(const std::vector<OGRLayerH>& layers) {
    std::vector<std::string> names;
    names.reserve(layers.size());
    for (auto* const layer : layers)
        names.emplace_back(OGR_L_GetName(layer));
    for (const auto& name : names)
        if (!is_utf8(name))
            throw InputError("the name of a layer is not UTF-8", "rename the layer");
    return names;
}

bool has_rows(OGRLayerH layer) {
    return OGR_L_GetFeatureCount(layer, 1) != 0;
}

} // namespace

GdalComplaints::GdalComplaints() {
    CPLPushErrorHandlerEx(keep_complaint, &last_);
}

GdalComplaints::~GdalComplaints() {
    CPLPopErrorHandler();
}

void GdalComplaints::refuse_damage(const SourceRef& source) const {
    if (any())
        throw InputError(fmt::format("{}: is damaged or cut off: {}", to_text(source), last_),
                         "was the file copied whole?");
}

void register_drivers() {
    static const bool done = [] {
        GDALAllRegister();
        return true;
    }();
    static_cast<void>(done);
}

GdalDataset open_dataset(const std::string& file) {
    check_file(file);
    register_drivers();
    const ThreadConfig xlsx_headers("OGR_XLSX_HEADERS", "DISABLE");
    const ThreadConfig xlsx_types("OGR_XLSX_FIELD_TYPES", "STRING");
    const ThreadConfig ods_headers("OGR_ODS_HEADERS", "DISABLE");
    const ThreadConfig ods_types("OGR_ODS_FIELD_TYPES", "STRING");
    const ThreadConfig xls_headers("OGR_XLS_HEADERS", "DISABLE");
    const ThreadConfig xls_types("OGR_XLS_FIELD_TYPES", "STRING");
    const GdalComplaints complaints;
    GdalDataset dataset(
        GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    // Spreadsheets are parsed when their layers are first asked for.
    if (dataset)
        for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i)
            has_rows(GDALDatasetGetLayer(dataset.get(), i));
    if (!dataset || complaints.any())
        throw InputError(
            complaints.any() ? fmt::format("{}: is damaged or cut off: {}", file, complaints.last())
                             : fmt::format("{}: is no table or layer that can be read", file),
            "give a CSV, XLSX or ODS table, or a layer that GDAL reads; was it copied whole?");
    return dataset;
}

std::vector<OGRLayerH> find_layers(GDALDatasetH dataset, const Source& source) {
    const auto layers = layers_of(dataset);
    const auto names = layer_names(layers);
    if (!source.layer.empty()) {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i] == source.layer)
                return {layers[i]};
        throw InputError(fmt::format("{}: has no layer or sheet \"{}\"", source.file, source.layer),
                         fmt::format("there are: {}", fmt::join(names, ", ")));
    }
    std::vector<OGRLayerH> filled;
    for (auto* const layer : layers)
        if (layers.size() == 1 || has_rows(layer))
            filled.push_back(layer);
    if (filled.empty())
        throw InputError(fmt::format("{}: holds no layer or sheet with rows", source.file),
                         "give a file with rows");
    return filled;
}

OGRLayerH find_layer(GDALDatasetH dataset, const Source& source) {
    const auto found = find_layers(dataset, source);
    if (found.size() > 1)
        throw InputError(fmt::format("{}: has several layers or sheets", source.file),
                         fmt::format("name one, as in \"{}|layername={}\"; there are: {}",
                                     source.file, OGR_L_GetName(found.front()),
                                     fmt::join(layer_names(layers_of(dataset)), ", ")));
    return found.front();
}

std::string layer_label(GDALDatasetH dataset, OGRLayerH layer) {
    return layers_of(dataset).size() > 1 ? OGR_L_GetName(layer) : "";
}

bool is_spreadsheet(GDALDatasetH dataset) {
    const std::string_view driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
    return driver == "XLSX" || driver == "ODS" || driver == "XLS";
}

} // namespace regio::io
