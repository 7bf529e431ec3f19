#include "io/layer_reader.hpp"

#include "base/append.hpp"
#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "io/feature_batches.hpp"
#include "io/fid_ranges.hpp"
#include "io/fields.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_crs.hpp"
#include "io/ogr_fields.hpp"
#include "io/ogr_handles.hpp"
#include "io/ogr_polygons.hpp"
#include "io/table.hpp"
#include "io/wkb_polygons.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>
#include <ogr_api.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <system_error>
#include <utility>

namespace regio::io {

namespace {

/// What the first geometry is decides for a layer that does not say what it holds.
OGRwkbGeometryType first_type(OGRLayerH layer) {
    const GdalComplaints complaints; // whatever is wrong shows when the layer is read
    while (const OgrFeature feature{OGR_L_GetNextFeature(layer)}) {
        auto* const geometry = OGR_F_GetGeometryRef(feature.get());
        if (geometry != nullptr && OGR_G_IsEmpty(geometry) == 0)
            return OGR_G_GetGeometryType(geometry);
    }
    return wkbNone;
}

/// What a source holds; wkbNone of a table, and of a layer that does not say and holds nothing.
OGRwkbGeometryType type_of(const Source& source) {
    if (is_delimited_text(source.file))
        return wkbNone;
    const GdalDataset dataset = open_dataset(source.file);
    if (is_spreadsheet(dataset.get()))
        return wkbNone;
    auto* const layer = find_layer(dataset.get(), source);
    const auto type = OGR_L_GetGeomType(layer);
    return wkbFlatten(type) == wkbUnknown ? first_type(layer) : type;
}

/// Features of a layer that follow each other.
struct Reading {
    layer::RawLayer polygons;
    std::vector<Finding> findings;
    std::size_t curved = 0;
    std::set<std::string> other_kinds;
    std::optional<Crs> crs;
    std::string format;
};

/// Reads the features of one layer.
class Reader {
public:
    explicit Reader(const LayerSource& source)
        : source_(source), dataset_(open_dataset(source.source.file)),
          layer_(find_layer(dataset_.get(), source.source)), place_{.file = source.source.file,
                                                                    .layer = layer_label(
                                                                        dataset_.get(), layer_)},
          crs_(crs_of_polygons()), has_small_batches_(has_small_batches()) {
        find_fields();
        terms_.north_first = crs_.north_first;
        constexpr double kMetresPerDegree = 111'320;
        terms_.curve_tolerance =
            source.curve_tolerance_m / (crs_.crs.is_geographic() ? kMetresPerDegree : 1);
    }

    /// What several readers can read side by side.
    [[nodiscard]] std::vector<FidRange> ranges() const {
        return fid_ranges(dataset_.get(), layer_);
    }

    void limit_to(const FidRange& range) { io::limit_to(layer_, range); }

    /// As one of so many readers of the layer.
    Reading read(std::size_t readers) {
        const std::string format = GDALGetDriverShortName(GDALGetDatasetDriver(dataset_.get()));
        begin(readers);
        if (!may_have_batches(format) || !read_batches()) {
            begin(readers);
            read_features();
        }
        reading_.polygons.source = place_;
        reading_.crs = std::move(crs_.crs);
        reading_.format = format;
        return std::move(reading_);
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
        for (const std::size_t field : asked_fields())
            use(field);
        for (const std::size_t field : filter_.fields())
            use(field);
        std::vector<std::string> others;
        for (const std::string& field : fields.all())
            if (!used.contains(field))
                others.push_back(field);
        leave_out(layer_, others);
    }

    /// The fields that a feature takes something from, ascending.
    [[nodiscard]] std::set<std::size_t> asked_fields() const {
        std::set<std::size_t> fields(marks_.begin(), marks_.end());
        for (const auto& field : {code_, name_})
            if (field)
                fields.insert(*field);
        return fields;
    }

    /// Of the file; nothing of an archive, or a layer of a server.
    [[nodiscard]] std::uintmax_t bytes() const {
        std::error_code no_file;
        const auto bytes = std::filesystem::file_size(source_.source.file, no_file);
        return no_file ? 0 : bytes;
    }

    /// Whether the features of a batch are small together. For larger ones GDAL's buffers cost more
    /// than its objects do.
    [[nodiscard]] bool has_small_batches() const {
        constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 18;
        const auto count = static_cast<std::uintmax_t>(OGR_L_GetFeatureCount(layer_, 1));
        return bytes() / std::max<std::uintmax_t>(count, kFeaturesABatch) <=
               kMostBytes / kFeaturesABatch;
    }

    /// Whether many features can be had at once that are likely to be plain: polygons of a
    /// GeoPackage, all of them meant and none large.
    [[nodiscard]] bool may_have_batches(std::string_view format) const {
        const auto type = wkbFlatten(OGR_L_GetGeomType(layer_));
        return format == "GPKG" && source_.where.empty() && has_small_batches_ &&
               (type == wkbPolygon || type == wkbMultiPolygon);
    }

    /// Begins with nothing, but room for so much of the positions of the file as one of so many
    /// readers has, so that they are not moved again and again while there come more. Memory that
    /// is not written to is not taken.
    void begin(std::size_t readers) {
        constexpr std::size_t kMost = std::size_t{1} << 24;
        reading_ = {};
        reading_.polygons.positions.last().reserve(
            std::min<std::size_t>(kMost, bytes() / sizeof(kernel::Position) / readers));
    }

    /// Reads features in batches; false, and but a part of them read, where one is not plain.
    /// GDAL's own reading, feature by feature, then says what that is.
    bool read_batches() {
        const std::set<std::size_t> asked = asked_fields();
        const std::vector<std::size_t> fields(asked.begin(), asked.end());
        return for_each_in_batches(layer_, fields, [&](const BatchFeature& feature) {
            return std::all_of(feature.texts.begin(), feature.texts.end(), is_utf8) && add(feature);
        });
    }

    void read_features() {
        OGR_L_ResetReading(layer_);
        const GdalComplaints complaints;
        while (const OgrFeature feature{OGR_L_GetNextFeature(layer_)}) {
            if (filter_.passes(feature.get(), place_))
                add(feature.get());
            complaints.refuse_damage(place_);
        }
        complaints.refuse_damage(place_);
    }

    /// Adds a feature without its polygons; `text` gives the text of a field.
    template <typename Text>
    void add_attributes(std::int64_t fid, const Text& text) {
        const std::string code = code_ ? text(*code_) : std::string();
        const std::string name = name_ ? text(*name_) : std::string();
        reading_.polygons.features.push_back({.code = std::string(registry::trimmed_code(code)),
                                              .name = std::string(registry::trimmed(name)),
                                              .fid = fid});
        if (std::any_of(marks_.begin(), marks_.end(), [&](std::size_t field) {
                return registry::trimmed(text(field)) == layer::kSchematicBoundaries;
            }))
            reading_.polygons.provenance = layer::Provenance::Schematic;
    }

    [[nodiscard]] bool add(const BatchFeature& feature) {
        add_attributes(feature.fid,
                       [&](std::size_t field) { return std::string(feature.texts[field]); });
        const auto parts = add_wkb_polygons(feature.wkb, terms_, reading_.polygons);
        if (parts)
            describe({.parts = *parts});
        return parts.has_value();
    }

    void add(OGRFeatureH feature) {
        add_attributes(OGR_F_GetFID(feature),
                       [&](std::size_t field) { return field_text(feature, field, place_); });
        const auto reading = add_polygons(OGR_F_GetGeometryRef(feature), terms_, reading_.polygons);
        reading_.curved += reading.has_curves ? 1U : 0U;
        reading_.other_kinds.insert(reading.other_kinds.begin(), reading.other_kinds.end());
        describe(reading);
    }

    void describe(const GeometryReading& reading) {
        if (reading.parts > 0 && reading.other_kinds.empty() && !reading.not_finite)
            return;
        const layer::Feature& feature = reading_.polygons.features.back();
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
        reading_.findings.push_back(
            {.number = number, .values = std::move(values), .source = place});
    }

    const LayerSource& source_;
    GdalDataset dataset_;
    OGRLayerH layer_;
    SourceRef place_;
    LayerCrs crs_;
    bool has_small_batches_; ///< Asked before the layer is limited to a range.
    CoordinateTerms terms_;
    std::optional<std::size_t> code_;
    std::optional<std::size_t> name_;
    FeatureFilter filter_;
    std::vector<std::size_t> marks_; ///< Fields that can say what boundaries are.
    Reading reading_;
};

/// All features of a layer, large ones by several readers.
std::vector<Reading> read_all(const LayerSource& source) {
    Reader first(source);
    const auto ranges = first.ranges();
    if (ranges.size() == 1)
        return {first.read(1)};
    std::vector<Reading> readings(ranges.size());
    for_each_in_parallel(ranges.size(), [&](std::size_t i) {
        std::optional<Reader> other;
        Reader& reader = i == 0 ? first : other.emplace(source);
        reader.limit_to(ranges[i]);
        readings[i] = reader.read(ranges.size());
    });
    return readings;
}

Reading joined(std::vector<Reading> readings) {
    Reading all = std::move(readings.front());
    for (Reading& reading : std::span(readings).subspan(1)) {
        layer::append(std::move(reading.polygons), all.polygons);
        append(reading.findings, all.findings);
        all.curved += reading.curved;
        all.other_kinds.merge(reading.other_kinds);
    }
    return all;
}

void refuse_emptiness(const Reading& reading) {
    const std::string place = to_text(reading.polygons.source);
    if (reading.polygons.features.empty())
        throw InputError(place + ": holds no features", "give a layer with areas");
    if (reading.polygons.parts.empty() && !reading.other_kinds.empty())
        throw InputError(fmt::format("{}: holds no polygons, but {}", place,
                                     fmt::join(reading.other_kinds, ", ")),
                         "give the layer with the areas");
}

/// What is said once of a layer.
void report(const Reading& reading, double curve_tolerance_m, std::vector<Finding>& findings) {
    const layer::RawLayer& polygons = reading.polygons;
    if (polygons.provenance == layer::Provenance::Schematic)
        findings.push_back(
            {.number = FindingNumber::BoundariesSchematic, .source = polygons.source});
    if (reading.curved > 0)
        findings.push_back({.number = FindingNumber::CurvesLinearised,
                            .values = {{"tolerance", fmt::format("{}", curve_tolerance_m)},
                                       {"count", fmt::to_string(reading.curved)}},
                            .source = polygons.source});
}

} // namespace

bool may_hold_polygons(const Source& source) {
    const auto type = type_of(source);
    return type != wkbNone && is_polygon_type(type);
}

std::string_view points_or_lines(const Source& source) {
    switch (wkbFlatten(type_of(source))) {
    case wkbPoint:
    case wkbMultiPoint:
        return "points";
    case wkbLineString:
    case wkbMultiLineString:
        return "lines";
    default:
        return {};
    }
}

ReadLayer read_layer(const LayerSource& source, std::vector<Finding>& findings) {
    Reading reading = joined(read_all(source));
    append(reading.findings, findings);
    refuse_emptiness(reading);
    report(reading, source.curve_tolerance_m, findings);
    return {.polygons = std::move(reading.polygons),
            .crs = std::move(*reading.crs),
            .format = std::move(reading.format)};
}

} // namespace regio::io
