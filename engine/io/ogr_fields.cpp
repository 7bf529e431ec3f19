#include "io/ogr_fields.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

namespace regio::io {

namespace {

[[noreturn]] void refuse_encoding(const SourceRef& source, const std::string& what) {
    throw InputError(fmt::format("{}: {} is not UTF-8", to_text(source), what),
                     "declare the encoding of the file, for a Shapefile in a .cpg");
}

} // namespace

std::vector<std::string> field_names(OGRLayerH layer, const SourceRef& source) {
    std::vector<std::string> names;
    auto* const definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
        names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    for (const auto& name : names)
        if (!is_utf8(name))
            refuse_encoding(source, "the name of a field");
    return names;
}

std::string field_text(OGRFeatureH feature, std::size_t field, const SourceRef& source) {
    std::string text = OGR_F_GetFieldAsString(feature, static_cast<int>(field));
    if (!is_utf8(text))
        refuse_encoding(source, fmt::format("feature {}: text", OGR_F_GetFID(feature)));
    return text;
}

} // namespace regio::io
