#include "io/ogr_layer.hpp"

#include "base/error.hpp"

#include <fmt/format.h>
#include <ogr_api.h>

#include <array>
#include <cmath>

namespace regio::io {

namespace {

using FieldDefinition =
    std::unique_ptr<void, decltype([](OGRFieldDefnH f) { OGR_Fld_Destroy(f); })>;

OGRwkbGeometryType ogr_type(GeometryKind kind) {
    constexpr std::array kTypes = {wkbMultiPolygon, wkbPoint, wkbLineString};
    return kTypes.at(static_cast<std::size_t>(kind));
}

OGRFieldType ogr_type(OutputField::Type type, OutputField::Meaning meaning) {
    switch (meaning) {
    case OutputField::Meaning::Date:
        return OFTDate;
    case OutputField::Meaning::DateTime:
        return OFTDateTime;
    case OutputField::Meaning::Boolean:
        return OFTInteger;
    case OutputField::Meaning::Plain:
        break;
    }
    constexpr std::array kTypes = {OFTString, OFTInteger64, OFTReal};
    return kTypes.at(static_cast<std::size_t>(type));
}

void create_field(OGRLayerH target, const OgrField& field, OutputField::Type type,
                  const GdalAttempt& attempt) {
    const FieldDefinition definition(
        OGR_Fld_Create(field.name.c_str(), ogr_type(type, field.meaning)));
    if (field.meaning == OutputField::Meaning::Boolean)
        OGR_Fld_SetSubType(definition.get(), OFSTBoolean);
    if (field.width > 0)
        OGR_Fld_SetWidth(definition.get(), field.width);
    if (field.decimals > 0)
        OGR_Fld_SetPrecision(definition.get(), field.decimals);
    attempt.require(OGR_L_CreateField(target, definition.get(), 0));
}

OGRLayerH create_layer(GDALDatasetH dataset, const OutputLayer& layer, const OgrLayerTerms& terms,
                       const GdalAttempt& attempt) {
    std::vector<const char*> options;
    for (const auto& option : terms.options)
        options.push_back(option.c_str());
    options.push_back(nullptr);
    auto* const target = GDALDatasetCreateLayer(dataset, layer.name.c_str(), terms.crs.get(),
                                                ogr_type(layer.kind), options.data());
    attempt.require(target != nullptr);
    for (std::size_t i = 0; i < layer.fields.size(); ++i)
        create_field(target, terms.fields[i], layer.fields[i].type, attempt);
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

void write_features(const OutputLayer& layer, OGRLayerH target, const Placement& place,
                    const GdalAttempt& attempt) {
    for (const auto& feature : layer.features) {
        const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(target)));
        for (std::size_t i = 0; i < feature.values.size(); ++i)
            std::visit(SetValue{row.get(), static_cast<int>(i)}, feature.values[i]);
        OgrGeometry geometry = ogr_geometry(feature.geometry, place);
        attempt.require(OGR_F_SetGeometryDirectly(row.get(), geometry.release()));
        attempt.require(OGR_L_CreateFeature(target, row.get()));
    }
}

} // namespace

OgrCrs ogr_crs(const std::string& definition, const std::string& file) {
    OgrCrs crs(OSRNewSpatialReference(nullptr));
    if (OSRSetFromUserInput(crs.get(), definition.c_str()) != OGRERR_NONE)
        throw InputError(fmt::format("{}: could not be written: its CRS is not understood", file),
                         "name the CRS by its code, as in EPSG:31370");
    OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

std::vector<OgrField> own_fields(const OutputLayer& layer) {
    std::vector<OgrField> fields;
    for (const auto& field : layer.fields)
        fields.push_back({.name = field.name, .meaning = field.meaning});
    return fields;
}

GdalDataset create_dataset(const char* driver, const std::string& path,
                           const GdalAttempt& attempt) {
    register_drivers();
    auto* const known = GDALGetDriverByName(driver);
    attempt.require(known != nullptr);
    GdalDataset dataset(GDALCreate(known, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    attempt.require(dataset != nullptr);
    return dataset;
}

void add_layer(GDALDatasetH dataset, const OutputLayer& layer, const OgrLayerTerms& terms,
               const GdalAttempt& attempt) {
    auto* const target = create_layer(dataset, layer, terms, attempt);
    const bool has_transactions = GDALDatasetTestCapability(dataset, ODsCTransactions) != 0;
    if (has_transactions)
        attempt.require(GDALDatasetStartTransaction(dataset, 0));
    write_features(layer, target, terms.place, attempt);
    if (has_transactions)
        attempt.require(GDALDatasetCommitTransaction(dataset));
}

void close_dataset(GdalDataset dataset, const GdalAttempt& attempt) {
    dataset.reset(); // Writes what is left, and complains when it cannot.
    attempt.require(true);
}

} // namespace regio::io
