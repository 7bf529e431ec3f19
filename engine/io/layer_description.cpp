#include "io/layer_description.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_crs.hpp"
#include "io/ogr_polygons.hpp"
#include "io/table.hpp"
#include "registry/identifier.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_api.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_set>

namespace regio::io {

namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kSampleWidth = 40;
constexpr std::size_t kMostCompared = 50'000;
constexpr const char* kCellType = "String";

/// Looks at the values of one field, row after row.
class FieldTally {
public:
    FieldTally(std::string name, std::string type) {
        field_.name = std::move(name);
        field_.type = std::move(type);
    }

    void add(std::string_view value) {
        if (value.empty())
            return;
        ++field_.filled;
        field_.nis_codes += registry::is_nis_code(value) ? 1U : 0U;
        compare(value);
        sample(fitted(value, kSampleWidth));
    }

    [[nodiscard]] FieldDescription take() { return std::move(field_); }

private:
    void compare(std::string_view value) {
        if (field_.repeats || seen_.size() >= kMostCompared)
            return;
        if (!seen_.insert(std::hash<std::string_view>{}(value)).second) {
            field_.repeats = true;
            seen_.clear();
        }
    }

    void sample(std::string value) {
        auto& samples = field_.samples;
        if (samples.size() < kSamples &&
            std::find(samples.begin(), samples.end(), value) == samples.end())
            samples.push_back(std::move(value));
    }

    FieldDescription field_;
    std::unordered_set<std::size_t> seen_; ///< Hashes: values can be long.
};

std::map<FieldRole, std::size_t> guess_roles(const FieldNames& fields) {
    std::map<FieldRole, std::size_t> roles;
    for (const auto role : all_roles())
        for (const auto guess : guesses(role)) {
            const auto places = fields.matches(guess);
            if (places.size() == 1)
                roles.emplace(role, places.front());
            if (!places.empty())
                break;
        }
    return roles;
}

/// Reads the rows of the source; `types` are those of its fields, or empty for cells. The number of
/// rows is that of those in which something is filled.
void describe_rows(const std::vector<std::string>& types, LayerDescription& description) {
    Table table({.source = description.source, .where = {}});
    std::vector<FieldTally> tallies;
    const auto& names = table.fields().all();
    for (std::size_t i = 0; i < names.size(); ++i)
        tallies.emplace_back(names[i], types.empty() ? kCellType : types[i]);
    while (table.next()) {
        ++description.rows;
        for (std::size_t i = 0; i < tallies.size(); ++i)
            tallies[i].add(registry::trimmed(table.cell(i)));
    }
    description.roles = guess_roles(table.fields());
    for (auto& tally : tallies)
        description.fields.push_back(tally.take());
}

std::vector<std::string> field_types(OGRLayerH layer) {
    std::vector<std::string> types;
    auto* const definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
        types.emplace_back(
            OGR_GetFieldTypeName(OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, i))));
    return types;
}

/// The types that the features of a layer have where the layer itself does not say.
std::vector<OGRwkbGeometryType> types_met(OGRLayerH layer) {
    using Counters = std::unique_ptr<OGRGeometryTypeCounter, decltype([](void* c) { CPLFree(c); })>;
    int count = 0;
    const Counters counters(OGR_L_GetGeometryTypes(layer, 0, 0, &count, nullptr, nullptr));
    std::vector<OGRwkbGeometryType> types;
    for (const auto& counter :
         std::span(counters.get(), counters ? static_cast<std::size_t>(count) : 0))
        if (counter.eGeomType != wkbNone)
            types.push_back(counter.eGeomType);
    std::sort(types.begin(), types.end());
    return types;
}

void describe_geometry(OGRLayerH layer, LayerDescription& description) {
    const auto type = OGR_L_GetGeomType(layer);
    if (type == wkbNone)
        return;
    const auto types = wkbFlatten(type) == wkbUnknown ? types_met(layer) : std::vector{type};
    std::vector<std::string> names;
    names.reserve(types.size());
    for (const auto met : types)
        names.emplace_back(OGRGeometryTypeToName(met));
    description.geometry_types = fmt::format("{}", fmt::join(names, ", "));
    if (types.empty())
        return;
    description.geometry = std::any_of(types.begin(), types.end(), is_polygon_type)
                               ? DescribedGeometry::Polygons
                               : DescribedGeometry::Other;
    if (carries_crs(layer))
        description.crs = layer_crs(layer, {}, description.source.file).crs;
}

LayerDescription describe_layer(GDALDatasetH dataset, OGRLayerH layer, const std::string& file) {
    LayerDescription description;
    description.layer = OGR_L_GetName(layer);
    description.source = {.file = file, .layer = layer_label(dataset, layer)};
    description.format = GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
    if (is_spreadsheet(dataset)) {
        describe_rows({}, description);
        return description;
    }
    describe_geometry(layer, description);
    const auto types = field_types(layer);
    if (!types.empty())
        describe_rows(types, description);
    // Rows of which only the geometry is filled count too.
    description.rows =
        static_cast<std::size_t>(std::max<GIntBig>(OGR_L_GetFeatureCount(layer, 1), 0));
    if (description.rows == 0 && OGR_L_GetGeomType(layer) != wkbNone)
        throw InputError(file + ": holds no features", "give a layer with features");
    return description;
}

} // namespace

std::vector<LayerDescription> describe(const Source& source) {
    std::vector<LayerDescription> descriptions;
    if (is_delimited_text(source.file)) {
        LayerDescription description;
        description.source = source;
        description.format = "delimited text";
        describe_rows({}, description);
        descriptions.push_back(std::move(description));
        return descriptions;
    }
    const GdalDataset dataset = open_dataset(source.file);
    for (auto* const layer : find_layers(dataset.get(), source))
        descriptions.push_back(describe_layer(dataset.get(), layer, source.file));
    return descriptions;
}

} // namespace regio::io
