#include "io/ogr_fields.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

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

void leave_out(OGRLayerH layer, const std::vector<std::string>& fields) {
    std::vector<const char*> names;
    for (const std::string& field : fields)
        names.push_back(field.c_str());
    names.push_back(nullptr);
    if (OGR_L_TestCapability(layer, OLCIgnoreFields) != 0)
        OGR_L_SetIgnoredFields(layer, names.data());
}

FeatureFilter::FeatureFilter(const FieldNames& names, const std::vector<RowFilter>& conditions) {
    for (const RowFilter& condition : conditions)
        conditions_.emplace_back(names.require(condition.field), &condition);
}

bool FeatureFilter::passes(OGRFeatureH feature, const SourceRef& source) const {
    return std::all_of(conditions_.begin(), conditions_.end(), [&](const auto& condition) {
        return keeps(*condition.second, field_text(feature, condition.first, source));
    });
}

std::vector<std::size_t> FeatureFilter::fields() const {
    std::vector<std::size_t> fields;
    for (const auto& condition : conditions_)
        fields.push_back(condition.first);
    return fields;
}

} // namespace regio::io
