#include "project/defect_layers.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <variant>

namespace regio::project {

namespace {

using io::GeometryKind;
using io::OutputField;
using io::OutputLayer;
using io::OutputValue;
using layer::Layer;
using validation::Defect;

struct SeverityColour {
    Severity severity;
    std::uint32_t colour;
};

/// Red, amber and blue, that are told apart by the colour-blind (after ColorBrewer's RdYlBu).
constexpr auto kColours = std::to_array<SeverityColour>(
    {{Severity::Error, 0xd73027}, {Severity::Warning, 0xfdae61}, {Severity::Info, 0x4575b4}});

/// Slivers are seen by their outline, which is therefore of the colour too.
io::LayerStyle style_by_severity(GeometryKind kind, Language language) {
    io::LayerStyle style{.name = "severity", .field = "severity", .classes = {}, .others = {}};
    for (const auto& [severity, colour] : kColours) {
        io::FeatureSymbol symbol{.fill = colour};
        if (kind == GeometryKind::Areas) {
            symbol.fill_opacity = 0.4;
            symbol.outline = colour;
            symbol.outline_mm = 0.5;
        }
        style.classes.push_back({.value = std::string(id_of(severity)),
                                 .label = std::string(label_of(severity, language)),
                                 .symbol = symbol});
    }
    return style;
}

OutputValue measure(const std::optional<double>& value) {
    return value ? OutputValue(*value) : OutputValue();
}

OutputValue text_or_nothing(const std::string& text) {
    return text.empty() ? OutputValue() : OutputValue(text);
}

/// Makes rows of defects.
class Rows {
public:
    Rows(const Layer& layer, Language language) : layer_(layer), language_(language) {}

    [[nodiscard]] std::vector<OutputField> fields() const {
        using Type = OutputField::Type;
        using Meaning = OutputField::Meaning;
        std::vector<OutputField> fields = {{"defect", Type::Integer},
                                           {"number"},
                                           {"kind"},
                                           {"severity"},
                                           {"codes"},
                                           {"names"},
                                           {"fids"},
                                           {"area_m2", Type::Real},
                                           {"length_m", Type::Real},
                                           {"width_m", Type::Real},
                                           {"message"},
                                           {"accepted", Type::Integer, Meaning::Boolean},
                                           {"why"}};
        if (layer_.is_schematic())
            fields.push_back({std::string(layer::kBoundariesField)});
        return fields;
    }

    [[nodiscard]] std::vector<OutputValue> values(const Defect& defect, std::size_t number) const {
        const auto texts = validation::feature_texts(layer_, defect);
        std::vector<OutputValue> values = {static_cast<std::int64_t>(number),
                                           label(defect.finding.number),
                                           std::string(kind_of(defect.finding.number).name),
                                           std::string(id_of(defect.severity)),
                                           texts.codes,
                                           texts.names,
                                           texts.fids,
                                           measure(defect.area_m2),
                                           measure(defect.length_m),
                                           measure(defect.width_m),
                                           message(defect.finding, language_),
                                           std::int64_t{defect.is_accepted},
                                           text_or_nothing(defect.why)};
        if (layer_.is_schematic())
            values.emplace_back(std::string(layer::kSchematicBoundaries));
        return values;
    }

private:
    const Layer& layer_;
    Language language_;
};

} // namespace

std::vector<OutputLayer> defect_layers(const OpenedLayers& opened, std::span<const Defect> defects,
                                       Language language) {
    const Rows rows(opened.layers.front().layer, language);
    const auto empty_layer = [&](std::string_view name, GeometryKind kind) {
        return OutputLayer{.name = std::string(name),
                           .crs_wkt = opened.crs.wkt(),
                           .lattice = opened.lattice,
                           .fields = rows.fields(),
                           .features = {},
                           .kind = kind,
                           .style = style_by_severity(kind, language)};
    };
    OutputLayer places = empty_layer("places", GeometryKind::Points);
    OutputLayer areas = empty_layer("areas", GeometryKind::Areas);
    OutputLayer lines = empty_layer("lines", GeometryKind::Lines);
    std::size_t number = 0;
    for (const Defect& defect : defects) {
        const auto values = rows.values(defect, ++number);
        if (defect.place)
            places.features.push_back({.geometry = *defect.place, .values = values});
        if (const auto* const polygon = std::get_if<kernel::Polygon>(&defect.shape))
            areas.features.push_back(
                {.geometry = kernel::MultiPolygon{*polygon}, .values = values});
        else if (!defect.place)
            areas.features.push_back({.geometry = kernel::MultiPolygon{}, .values = values});
        if (const auto* const line = std::get_if<io::Line>(&defect.shape))
            lines.features.push_back({.geometry = *line, .values = values});
    }
    std::vector<OutputLayer> layers;
    for (OutputLayer* const layer : {&areas, &lines, &places})
        layers.push_back(std::move(*layer));
    return layers;
}

} // namespace regio::project
