#include "tests/support/validated.hpp"

#include "kernel/edge_index.hpp"
#include "layer/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace regio::test {

layer::RawLayer raw_layer_of(const Shapes& shapes) {
    layer::RawLayer raw;
    raw.source.file = "laag.gpkg";
    for (const Shape& shape : shapes) {
        const auto feature = layer::FeatureId(raw.features.size());
        raw.features.push_back({.code = shape.code,
                                .name = {},
                                .fid = static_cast<std::int64_t>(raw.features.size()) + 1});
        for (const auto& polygon : shape.polygons) {
            const auto rings = kernel::rings_of(polygon);
            raw.parts.push_back({feature, raw.rings.size(), rings.size()});
            for (const auto ring : rings) {
                raw.rings.push_back({raw.positions.size(), ring.size() + 1});
                for (const auto point : ring)
                    raw.positions.last().push_back(kUnits.position(point));
                raw.positions.last().push_back(kUnits.position(ring.front()));
            }
        }
    }
    return raw;
}

Validated::Validated(const Shapes& shapes, const validation::ValidationTerms& terms)
    : raw(raw_layer_of(shapes)), layer(regio::layer::round_to(raw, kUnits, findings)),
      defects(validation::validate({.raw = raw, .rounded = layer}, findings, terms)) {}

Validated::Validated(std::string_view text, const validation::ValidationTerms& terms)
    : Validated(read_shapes(text), terms) {}

std::vector<validation::Defect> Validated::of(FindingNumber number) const {
    std::vector<validation::Defect> some;
    std::copy_if(defects.begin(), defects.end(), std::back_inserter(some),
                 [&](const auto& defect) { return defect.finding.number == number; });
    return some;
}

std::string line_of(const layer::Layer& layer, const validation::Defect& defect) {
    const auto measure = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.3f}", *value) : std::string("-");
    };
    const std::string place =
        defect.place ? fmt::format("{} {}", defect.place->x, defect.place->y) : "-";
    return fmt::format("{} {} at {} of {}: {} m2, {} m, {} m wide", label(defect.finding.number),
                       id_of(defect.severity), place, feature_texts(layer, defect).codes,
                       measure(defect.area_m2), measure(defect.length_m), measure(defect.width_m));
}

} // namespace regio::test
