#include "io/style_documents.hpp"
#include "io/style_xml.hpp"

#include <fmt/format.h>

#include <cmath>

namespace regio::io {

namespace {

using pugi::xml_node;

/// What QGIS calls the kinds of geometry, and the one layer that a symbol has here.
struct SymbolNames {
    const char* symbol;
    const char* layer;
    const char* geometry;
};

SymbolNames names_of(GeometryKind kind) {
    switch (kind) {
    case GeometryKind::Points:
        return {"marker", "SimpleMarker", "0"};
    case GeometryKind::Lines:
        return {"line", "SimpleLine", "1"};
    case GeometryKind::Areas:
        break;
    }
    return {"fill", "SimpleFill", "2"};
}

/// "217,217,217,255": red, green, blue and opacity.
std::string rgba(std::uint32_t colour, double opacity = 1) {
    return fmt::format("{},{},{},{}", colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff,
                       std::lround(opacity * 255));
}

/// The properties of a layer of a symbol.
class Properties {
public:
    explicit Properties(xml_node symbol_layer) : map_(symbol_layer.append_child("Option")) {
        io::set(map_, "type", "Map");
    }

    void set(const char* name, const std::string& value) {
        xml_node option = map_.append_child("Option");
        io::set(option, "name", name);
        io::set(option, "type", "QString");
        io::set(option, "value", value);
    }

    void set_mm(const char* name, const char* unit_name, double mm) {
        set(name, fmt::format("{:.2f}", mm));
        set(unit_name, "MM");
    }

    void set_outline(const FeatureSymbol& symbol) {
        set("outline_color", rgba(symbol.outline));
        set("outline_style", "solid");
        set_mm("outline_width", "outline_width_unit", symbol.outline_mm);
        set("joinstyle", "round");
    }

private:
    xml_node map_;
};

/// As Qt names brushes: its "backward" diagonal leans like a slash.
const char* brush_of(FillPattern pattern) {
    switch (pattern) {
    case FillPattern::Diagonal:
        return "b_diagonal";
    case FillPattern::Crossed:
        return "diagonal_x";
    case FillPattern::Solid:
        break;
    }
    return "solid";
}

void set_look(Properties properties, GeometryKind kind, const FeatureSymbol& symbol) {
    if (kind == GeometryKind::Lines) {
        properties.set("line_color", rgba(symbol.fill));
        properties.set("line_style", "solid");
        properties.set_mm("line_width", "line_width_unit", symbol.line_mm);
        properties.set("joinstyle", "round");
        properties.set("capstyle", "round");
        return;
    }
    properties.set("color", rgba(symbol.fill, symbol.fill_opacity));
    properties.set_outline(symbol);
    if (kind == GeometryKind::Areas) {
        properties.set("style", brush_of(symbol.pattern));
        return;
    }
    properties.set("name", "circle");
    properties.set_mm("size", "size_unit", symbol.point_mm);
}

/// The categories and their symbols, side by side: each is found by its number.
class Renderer {
public:
    Renderer(xml_node root, const OutputLayer& layer) : kind_(layer.kind) {
        xml_node renderer = root.append_child("renderer-v2");
        set(renderer, "type", "categorizedSymbol");
        set(renderer, "attr", layer.style->field);
        set(renderer, "symbollevels", "0");
        set(renderer, "forceraster", "0");
        set(renderer, "enableorderby", "0");
        categories_ = renderer.append_child("categories");
        symbols_ = renderer.append_child("symbols");
    }

    void add(const StyleClass& shown, const std::string& value, const char* type) {
        const std::string number = fmt::to_string(count_++);
        xml_node category = categories_.append_child("category");
        set(category, "symbol", number);
        set(category, "value", value);
        set(category, "type", type);
        set(category, "label", shown.label);
        set(category, "render", "true");
        add_symbol(number, shown.symbol);
    }

private:
    void add_symbol(const std::string& number, const FeatureSymbol& look) {
        const SymbolNames names = names_of(kind_);
        xml_node symbol = symbols_.append_child("symbol");
        set(symbol, "type", names.symbol);
        set(symbol, "name", number);
        set(symbol, "alpha", "1");
        set(symbol, "clip_to_extent", "1");
        set(symbol, "force_rhr", "0");
        xml_node symbol_layer = symbol.append_child("layer");
        set(symbol_layer, "class", names.layer);
        set(symbol_layer, "enabled", "1");
        set(symbol_layer, "locked", "0");
        set(symbol_layer, "pass", "0");
        set_look(Properties(symbol_layer), kind_, look);
    }

    GeometryKind kind_;
    xml_node categories_;
    xml_node symbols_;
    int count_ = 0;
};

} // namespace

std::string to_qml(const OutputLayer& layer) {
    pugi::xml_document document;
    document.append_child(pugi::node_doctype)
        .set_value("qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'");
    xml_node root = document.append_child("qgis");
    set(root, "version", "3.22.0");
    set(root, "styleCategories", "Symbology");
    Renderer renderer(root, layer);
    for (const auto& shown : layer.style->classes)
        renderer.add(shown, shown.value, "string");
    // QGIS takes an empty value for all that have no category of their own.
    if (layer.style->others)
        renderer.add(*layer.style->others, "", "NULL");
    add_text(root, "layerGeometryType", names_of(layer.kind).geometry);
    return to_bytes(document);
}

} // namespace regio::io
