#include "io/style_table.hpp"

#include "io/ogr_handles.hpp"
#include "io/style_documents.hpp"

#include <ogr_api.h>

#include <algorithm>
#include <array>
#include <memory>

namespace regio::io {

namespace {

using FieldDefinition =
    std::unique_ptr<void, decltype([](OGRFieldDefnH f) { OGR_Fld_Destroy(f); })>;

/// A column as QGIS makes it.
struct Column {
    const char* name;
    OGRFieldType type = OFTString;
    int width = 0;
    OGRFieldSubType subtype = OFSTNone;
};

constexpr auto kColumns = std::to_array<Column>({
    {.name = "f_table_catalog", .width = 256},
    {.name = "f_table_schema", .width = 256},
    {.name = "f_table_name", .width = 256},
    {.name = "f_geometry_column", .width = 256},
    {.name = "styleName", .width = 30},
    {.name = "styleQML"},
    {.name = "styleSLD"},
    {.name = "useAsDefault", .type = OFTInteger, .subtype = OFSTBoolean},
    {.name = "description"},
    {.name = "owner", .width = 30},
    {.name = "ui", .width = 30},
    {.name = "update_time", .type = OFTDateTime},
});

OGRLayerH create_table(GDALDatasetH dataset, const GdalAttempt& attempt) {
    const char* const options[] = {"FID=id", nullptr};
    auto* const table = GDALDatasetCreateLayer(dataset, std::string(kStyleTable).c_str(), nullptr,
                                               wkbNone, const_cast<char**>(options));
    attempt.require(table != nullptr);
    for (const auto& column : kColumns) {
        const FieldDefinition definition(OGR_Fld_Create(column.name, column.type));
        OGR_Fld_SetSubType(definition.get(), column.subtype);
        OGR_Fld_SetWidth(definition.get(), column.width);
        attempt.require(OGR_L_CreateField(table, definition.get(), 0));
    }
    return table;
}

void add_row(OGRLayerH table, const OutputLayer& layer, const std::string& moment,
             const GdalAttempt& attempt) {
    const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(table)));
    const auto set = [&](const char* column, const std::string& text) {
        OGR_F_SetFieldString(row.get(), OGR_F_GetFieldIndex(row.get(), column), text.c_str());
    };
    // QGIS asks for catalogue and schema that are empty, not for ones that are nothing.
    for (const char* const column : {"f_table_catalog", "f_table_schema", "owner", "description"})
        set(column, "");
    set("f_table_name", layer.name);
    set("f_geometry_column", geometry_column(layer));
    set("styleName", layer.style->name);
    set("styleQML", to_qml(layer));
    set("styleSLD", to_sld(layer));
    set("update_time", moment);
    OGR_F_SetFieldInteger(row.get(), OGR_F_GetFieldIndex(row.get(), "useAsDefault"), 1);
    attempt.require(OGR_L_CreateFeature(table, row.get()));
}

} // namespace

void add_style_table(GDALDatasetH dataset, std::span<const OutputLayer> layers,
                     const std::string& moment, const GdalAttempt& attempt) {
    const auto has_style = [](const OutputLayer& layer) { return layer.style.has_value(); };
    if (std::none_of(layers.begin(), layers.end(), has_style))
        return;
    auto* const table = create_table(dataset, attempt);
    for (const auto& layer : layers)
        if (has_style(layer))
            add_row(table, layer, moment, attempt);
}

} // namespace regio::io
