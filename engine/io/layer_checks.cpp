#include "io/layer_checks.hpp"

#include "base/ascii.hpp"
#include "base/contract.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace regio::io {

namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& what, std::string_view why) {
    throw InputError(fmt::format("{}: could not be written: {} {}", file, what, why),
                     "mend it where it comes from");
}

void check_text(const std::string& text, const std::string& file, const std::string& what) {
    if (text.find('\0') != std::string::npos)
        refuse(file, what, "holds a NUL");
    if (!is_utf8(text))
        refuse(file, what, "is not UTF-8");
}

/// The control characters that XML 1.0 has no way to write down.
bool is_for_xml(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
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

void check_features(const OutputLayer& layer, const std::string& file) {
    for (std::size_t row = 0; row < layer.features.size(); ++row) {
        const auto& [geometry, values] = layer.features[row];
        REGIO_EXPECTS(geometry.index() == static_cast<std::size_t>(layer.kind));
        REGIO_EXPECTS(values.size() == layer.fields.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto& [name, type, meaning] = layer.fields[i];
            REGIO_EXPECTS(values[i].index() == 0 ||
                          values[i].index() == 1 + static_cast<std::size_t>(type));
            if (const auto* const text = std::get_if<std::string>(&values[i]))
                check_text(*text, file, fmt::format("\"{}\" of feature {}", name, row + 1));
        }
    }
}

void check_style(const OutputLayer& layer, const std::string& file) {
    const LayerStyle& style = *layer.style;
    REGIO_EXPECTS(std::any_of(layer.fields.begin(), layer.fields.end(), [&](const auto& field) {
        return field.name == style.field && field.type == OutputField::Type::Text;
    }));
    std::vector<std::string> texts = {style.name, style.field, layer.name};
    for (const auto& shown : style.classes)
        texts.insert(texts.end(), {shown.value, shown.label});
    if (style.others)
        texts.push_back(style.others->label);
    for (const auto& text : texts) {
        const std::string what = "a text of the style";
        check_text(text, file, what);
        if (!is_for_xml(text))
            refuse(file, what, "holds a control character");
    }
}

} // namespace

void check_layers(std::span<const OutputLayer> layers, const std::string& file) {
    std::set<std::string> names;
    for (const auto& layer : layers) {
        check_names(layer, file);
        check_features(layer, file);
        if (layer.style)
            check_style(layer, file);
        if (!names.insert(in_lower_case(layer.name)).second)
            throw InputError(fmt::format("{}: could not be written: two layers are called \"{}\"",
                                         file, layer.name),
                             "rename one of them");
    }
}

} // namespace regio::io
