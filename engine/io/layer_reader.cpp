#include "io/layer_reader.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "io/fields.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_crs.hpp"
#include "io/ogr_fields.hpp"
#include "io/ogr_handles.hpp"
#include "io/ogr_polygons.hpp"
#include "io/table.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>
#include <ogr_api.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace regio::io {

namespace {

/// What the first geometry is decides for a layer that does not say what it holds.
bool begins_with_polygon(OGRLayerH layer) {
    const GdalComplaints complaints; // whatever is wrong shows when the layer is read
    while (const OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        auto* const geometry = OGR_F_GetGeometryRef(feature.get());
        if (geometry != nullptr && OGR_G_IsEmpty(geometry) == 0)
            return is_polygon_type(OGR_G_GetGeometryType(geometry));
    }
    return false;
}

/// Reads the features of one layer.
class Reader {
public:
    Reader(const LayerSource& source, std::vector<Finding>& findings)
        : source_(source), findings_(findings), dataset_(open_dataset(source.source.file)),
          layer_(find_layer(dataset_.get(), source.source)), place_{.file = source.source.file,
                                                                    .layer = layer_label(
                                                                        dataset_.get(), layer_)},
          crs_(crs_of_polygons()) {
        find_fields();
        terms_.north_first = crs_.north_first;
        constexpr double kMetresPerDegree = 111'320;
        terms_.curve_tolerance =
            source.curve_tolerance_m / (crs_.crs.is_geographic() ? kMetresPerDegree : 1);
    }

    ReadLayer read() {
        polygons_.source = place_;
        OGR_L_ResetReading(layer_);
        const GdalComplaints complaints;
        while (const OgrFeature feature{OGR_L_GetNextFeature(layer_)}) {
            if (filter_.passes(feature.get(), place_))
                add(feature.get());
            complaints.refuse_damage(place_);
        }
        complaints.refuse_damage(place_);
        refuse_emptiness();
        if (polygons_.provenance == layer::Provenance::Schematic)
            report(FindingNumber::BoundariesSchematic, {}, place_);
        if (curved_ > 0)
            report(FindingNumber::CurvesLinearised,
                   {{"tolerance", fmt::format("{}", source_.curve_tolerance_m)},
                    {"count", fmt::to_string(curved_)}},
                   place_);
        return {.polygons = std::move(polygons_), .crs = std::move(crs_.crs)};
    }

private:
    [[nodiscard]] LayerCrs crs_of_polygons() const {
        refuse_other_kinds(); // A table has no system either, and that would be the complaint.
        return layer_crs(layer_, source_.crs, to_text(place_));
    }

    void refuse_other_kinds() const {
        const auto type = OGR_L_GetGeomType(layer_);
        if (!is_polygon_type(type))
            throw InputError(
                wkbFlatten(type) == wkbNone
                    ? fmt::format("{}: is a table without geometry, not a polygon layer",
                                  to_text(place_))
                    : fmt::format("{}: holds geometry of type {}, not polygons", to_text(place_),
                                  OGRGeometryTypeToName(type)),
                "give the layer with the areas");
    }

    void find_fields() {
        const FieldNames fields(field_names(layer_, place_), place_);
        code_ = find_field(fields, source_.code, FieldRole::MunicipalityCode);
        if (!code_ && !source_.code_hint.empty())
            throw_no_field(fields, "the codes of the features", source_.code_hint);
        name_ = find_field(fields, source_.name, FieldRole::MunicipalityName);
        if (name_ == code_ && source_.name.empty())
            name_.reset();
        filter_ = FeatureFilter(fields, source_.where);
        for (std::size_t i = 0; i < fields.all().size(); ++i)
            if (in_lower_case(fields.all()[i]) == layer::kBoundariesField)
                marks_.push_back(i);
        leave_out_others(fields);
    }

    /// Has GDAL pass over the fields that nobody asks for.
    void leave_out_others(const FieldNames& fields) {
        std::set<std::string> used;
        const auto use = [&](std::size_t field) { used.insert(fields.all()[field]); };
        std::for_each(marks_.begin(), marks_.end(), use);
        for (const std::size_t field : filter_.fields())
            use(field);
        for (const auto& field : {code_, name_})
            if (field)
                use(*field);
        std::vector<std::string> others;
        for (const std::string& field : fields.all())
            if (!used.contains(field))
                others.push_back(field);
        leave_out(layer_, others);
    }

    [[nodiscard]] std::string text(OGRFeatureH feature, std::optional<std::size_t> field) const {
        return field ? field_text(feature, *field, place_) : std::string();
    }

    /// Whether a feature says that boundaries are schematic.
    [[nodiscard]] bool is_schematic(OGRFeatureH feature) const {
        return std::any_of(marks_.begin(), marks_.end(), [&](std::size_t field) {
            return registry::trimmed(text(feature, field)) == layer::kSchematicBoundaries;
        });
    }

    void add(OGRFeatureH feature) {
        const std::string code = text(feature, code_);
        const std::string name = text(feature, name_);
        polygons_.features.push_back({.code = std::string(registry::trimmed_code(code)),
                                      .name = std::string(registry::trimmed(name)),
                                      .fid = OGR_F_GetFID(feature)});
        if (is_schematic(feature))
            polygons_.provenance = layer::Provenance::Schematic;
        const auto reading = add_polygons(OGR_F_GetGeometryRef(feature), terms_, polygons_);
        curved_ += reading.has_curves ? 1U : 0U;
        kinds_.insert(reading.other_kinds.begin(), reading.other_kinds.end());
        describe(reading);
    }

    void describe(const GeometryReading& reading) {
        const layer::Feature& feature = polygons_.features.back();
        SourceRef place = place_;
        place.fid = feature.fid;
        const std::string name = label_of(feature);
        if (!reading.other_kinds.empty())
            report(FindingNumber::GeometryOfOtherKind,
                   {{"name", name},
                    {"kinds", fmt::format("{}", fmt::join(reading.other_kinds, ", "))}},
                   place);
        if (reading.not_finite)
            report(FindingNumber::CoordinateNotFinite,
                   {{"name", name}, {"text", *reading.not_finite}}, place);
        else if (reading.parts == 0)
            report(FindingNumber::GeometryMissing, {{"name", name}}, place);
    }

    void report(FindingNumber number, std::vector<FindingValue> values, const SourceRef& place) {
        findings_.push_back({.number = number, .values = std::move(values), .source = place});
    }

    void refuse_emptiness() const {
        if (polygons_.features.empty())
            throw InputError(to_text(place_) + ": holds no features", "give a layer with areas");
        if (polygons_.parts.empty() && !kinds_.empty())
            throw InputError(fmt::format("{}: holds no polygons, but {}", to_text(place_),
                                         fmt::join(kinds_, ", ")),
                             "give the layer with the areas");
    }

    const LayerSource& source_;
    std::vector<Finding>& findings_;
    GdalDataset dataset_;
    OGRLayerH layer_;
    SourceRef place_;
    LayerCrs crs_;
    CoordinateTerms terms_;
    std::optional<std::size_t> code_;
    std::optional<std::size_t> name_;
    FeatureFilter filter_;
    std::vector<std::size_t> marks_; ///< Fields that can say what boundaries are.
    layer::RawLayer polygons_;
    std::size_t curved_ = 0;
    std::set<std::string> kinds_;
};

} // namespace

bool may_hold_polygons(const Source& source) {
    if (is_delimited_text(source.file))
        return false;
    const GdalDataset dataset = open_dataset(source.file);
    if (is_spreadsheet(dataset.get()))
        return false;
    auto* const layer = find_layer(dataset.get(), source);
    const auto type = OGR_L_GetGeomType(layer);
    return wkbFlatten(type) == wkbUnknown ? begins_with_polygon(layer) : is_polygon_type(type);
}

ReadLayer read_layer(const LayerSource& source, std::vector<Finding>& findings) {
    return Reader(source, findings).read();
}

} // namespace regio::io
