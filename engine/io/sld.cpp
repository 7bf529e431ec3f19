#include "io/style_documents.hpp"
#include "io/style_xml.hpp"

#include <fmt/format.h>

namespace regio::io {

namespace {

using pugi::xml_node;

/// The pixel of OGC.
constexpr double kPixelMm = 0.28;

std::string pixels(double mm) {
    return fmt::format("{:.2f}", mm / kPixelMm);
}

std::string hex(std::uint32_t colour) {
    return fmt::format("#{:06x}", colour);
}

void add_parameter(xml_node parent, const char* name, const std::string& value) {
    set(add_text(parent, "se:SvgParameter", value), "name", name);
}

void add_fill(xml_node parent, const FeatureSymbol& symbol) {
    const xml_node fill = parent.append_child("se:Fill");
    add_parameter(fill, "fill", hex(symbol.fill));
    if (symbol.fill_opacity < 1)
        add_parameter(fill, "fill-opacity", fmt::format("{:.2f}", symbol.fill_opacity));
}

/// The mark that fills an area with lines, by the names that GeoServer and QGIS have in common.
const char* mark_of(FillPattern pattern) {
    return pattern == FillPattern::Crossed ? "x" : "slash";
}

/// Lines as a mark beside and above itself, a third of a centimetre wide.
void add_hatch(xml_node parent, const FeatureSymbol& symbol) {
    constexpr double kMarkMm = 3.4;
    constexpr double kLineMm = 0.3;
    const xml_node graphic =
        parent.append_child("se:Fill").append_child("se:GraphicFill").append_child("se:Graphic");
    const xml_node mark = xml_node(graphic).append_child("se:Mark");
    add_text(mark, "se:WellKnownName", mark_of(symbol.pattern));
    const xml_node stroke = xml_node(mark).append_child("se:Stroke");
    add_parameter(stroke, "stroke", hex(symbol.fill));
    add_parameter(stroke, "stroke-width", pixels(kLineMm));
    add_text(graphic, "se:Size", pixels(kMarkMm));
}

void add_stroke(xml_node parent, std::uint32_t colour, double width_mm) {
    const xml_node stroke = parent.append_child("se:Stroke");
    add_parameter(stroke, "stroke", hex(colour));
    add_parameter(stroke, "stroke-width", pixels(width_mm));
    add_parameter(stroke, "stroke-linejoin", "round");
}

void add_symbolizer(xml_node rule, GeometryKind kind, const FeatureSymbol& symbol) {
    switch (kind) {
    case GeometryKind::Areas: {
        const xml_node polygon = rule.append_child("se:PolygonSymbolizer");
        if (symbol.pattern == FillPattern::Solid)
            add_fill(polygon, symbol);
        else
            add_hatch(polygon, symbol);
        add_stroke(polygon, symbol.outline, symbol.outline_mm);
        break;
    }
    case GeometryKind::Lines:
        add_stroke(rule.append_child("se:LineSymbolizer"), symbol.fill, symbol.line_mm);
        break;
    case GeometryKind::Points: {
        xml_node graphic = rule.append_child("se:PointSymbolizer").append_child("se:Graphic");
        const xml_node mark = graphic.append_child("se:Mark");
        add_text(mark, "se:WellKnownName", "circle");
        add_fill(mark, symbol);
        add_stroke(mark, symbol.outline, symbol.outline_mm);
        add_text(graphic, "se:Size", pixels(symbol.point_mm));
        break;
    }
    }
}

/// A rule with its name and its title for the legend, and no filter.
xml_node add_rule(xml_node type_style, const StyleClass& shown) {
    xml_node rule = type_style.append_child("se:Rule");
    add_text(rule, "se:Name", shown.label);
    add_text(rule.append_child("se:Description"), "se:Title", shown.label);
    return rule;
}

void add_class(xml_node type_style, const StyleClass& shown, const OutputLayer& layer) {
    const xml_node rule = add_rule(type_style, shown);
    xml_node test = xml_node(rule).append_child("ogc:Filter").append_child("ogc:PropertyIsEqualTo");
    add_text(test, "ogc:PropertyName", layer.style->field);
    add_text(test, "ogc:Literal", shown.value);
    add_symbolizer(rule, layer.kind, shown.symbol);
}

void add_others(xml_node type_style, const OutputLayer& layer) {
    xml_node rule = add_rule(type_style, *layer.style->others);
    rule.append_child("se:ElseFilter");
    add_symbolizer(rule, layer.kind, layer.style->others->symbol);
}

xml_node add_root(pugi::xml_document& document) {
    auto declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    xml_node root = document.append_child("StyledLayerDescriptor");
    set(root, "version", "1.1.0");
    set(root, "xmlns", "http://www.opengis.net/sld");
    set(root, "xmlns:se", "http://www.opengis.net/se");
    set(root, "xmlns:ogc", "http://www.opengis.net/ogc");
    return root;
}

} // namespace

std::string to_sld(const OutputLayer& layer) {
    pugi::xml_document document;
    xml_node named = add_root(document).append_child("NamedLayer");
    add_text(named, "se:Name", layer.name);
    xml_node user = named.append_child("UserStyle");
    add_text(user, "se:Name", layer.style->name);
    const xml_node type_style = user.append_child("se:FeatureTypeStyle");
    // First, so that programs that pass over ElseFilter (QGIS 3.22) draw it beneath the rest.
    if (layer.style->others)
        add_others(type_style, layer);
    for (const auto& shown : layer.style->classes)
        add_class(type_style, shown, layer);
    return to_bytes(document);
}

} // namespace regio::io
