#include "io/attribute_reader.hpp"

#include "base/ascii.hpp"
#include "io/field_names.hpp"
#include "io/gdal_dataset.hpp"
#include "io/ogr_fields.hpp"
#include "io/ogr_handles.hpp"

#include <ogr_api.h>

#include <utility>

namespace regio::io {

namespace {

OutputField::Type type_of(OGRFieldDefnH field) {
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64:
        return OutputField::Type::Integer;
    case OFTReal:
        return OutputField::Type::Real;
    default:
        return OutputField::Type::Text;
    }
}

OutputField::Meaning meaning_of(OGRFieldDefnH field) {
    switch (OGR_Fld_GetType(field)) {
    case OFTDate:
        return OutputField::Meaning::Date;
    case OFTDateTime:
        return OutputField::Meaning::DateTime;
    case OFTInteger:
        return OGR_Fld_GetSubType(field) == OFSTBoolean ? OutputField::Meaning::Boolean
                                                        : OutputField::Meaning::Plain;
    default:
        return OutputField::Meaning::Plain;
    }
}

/// Reads the rows of one layer.
class AttributeReader {
public:
    explicit AttributeReader(const LayerSource& source)
        : source_(source), dataset_(open_dataset(source.source.file)),
          layer_(find_layer(dataset_.get(), source.source)), place_{.file = source.source.file,
                                                                    .layer = layer_label(
                                                                        dataset_.get(), layer_)} {}

    AttributeTable read() {
        find_fields();
        leave_out(layer_, {"OGR_GEOMETRY"});
        OGR_L_ResetReading(layer_);
        const GdalComplaints complaints;
        while (const OgrFeature feature{OGR_L_GetNextFeature(layer_)})
            if (filter_.passes(feature.get(), place_))
                add(feature.get());
        complaints.refuse_damage(place_);
        return std::move(table_);
    }

private:
    void find_fields() {
        const FieldNames names(field_names(layer_, place_), place_);
        auto* const definition = OGR_L_GetLayerDefn(layer_);
        for (std::size_t i = 0; i < names.all().size(); ++i) {
            if (is_geometry(names.all()[i]))
                continue;
            places_.push_back(i);
            auto* const field = OGR_FD_GetFieldDefn(definition, static_cast<int>(i));
            table_.fields.push_back(
                {.name = names.all()[i], .type = type_of(field), .meaning = meaning_of(field)});
        }
        filter_ = FeatureFilter(names, source_.where);
    }

    /// Whether a field is the text of the geometry, which GDAL gives of a CSV as both.
    [[nodiscard]] bool is_geometry(const std::string& field) const {
        const std::string driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset_.get()));
        return driver == "CSV" && in_lower_case(field) == "wkt";
    }

    void add(OGRFeatureH feature) {
        table_.rows.push_back(row(feature));
        table_.fids.push_back(OGR_F_GetFID(feature));
    }

    [[nodiscard]] std::vector<OutputValue> row(OGRFeatureH feature) const {
        std::vector<OutputValue> values;
        for (std::size_t i = 0; i < table_.fields.size(); ++i)
            values.push_back(value(feature, i));
        return values;
    }

    [[nodiscard]] OutputValue value(OGRFeatureH feature, std::size_t field) const {
        const int place = static_cast<int>(places_[field]);
        if (OGR_F_IsFieldSetAndNotNull(feature, place) == 0)
            return {};
        switch (table_.fields[field].type) {
        case OutputField::Type::Integer:
            return static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, place));
        case OutputField::Type::Real:
            return OGR_F_GetFieldAsDouble(feature, place);
        case OutputField::Type::Text:
            break;
        }
        return field_text(feature, places_[field], place_);
    }

    const LayerSource& source_;
    GdalDataset dataset_;
    OGRLayerH layer_;
    SourceRef place_;
    FeatureFilter filter_;
    std::vector<std::size_t> places_; ///< Of each field of the table.
    AttributeTable table_;
};

} // namespace

AttributeTable read_attributes(const LayerSource& source) {
    return AttributeReader(source).read();
}

} // namespace regio::io
