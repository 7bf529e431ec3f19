#pragma once

#include "base/source_ref.hpp"
#include "io/field_names.hpp"
#include "io/source.hpp"

#include <ogr_api.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace regio::io {

/// The names of the fields of a layer, in their order. `source` names the layer in messages. Throws
/// InputError for one that is not UTF-8.
[[nodiscard]] std::vector<std::string> field_names(OGRLayerH layer, const SourceRef& source);

/// The value of a field as text; empty where there is none. `source` names the layer in messages.
/// Throws InputError for one that is not UTF-8.
[[nodiscard]] std::string field_text(OGRFeatureH feature, std::size_t field,
                                     const SourceRef& source);

/// Has GDAL pass over these fields, or "OGR_GEOMETRY", when it reads features; all are read where a
/// format cannot.
void leave_out(OGRLayerH layer, const std::vector<std::string>& fields);

/// Whether features are those that are meant: all conditions must hold.
class FeatureFilter {
public:
    FeatureFilter() = default;
    /// The conditions are not copied. Throws InputError for a field that is not there.
    FeatureFilter(const FieldNames& names, const std::vector<RowFilter>& conditions);

    /// `source` names the layer in messages.
    [[nodiscard]] bool passes(OGRFeatureH feature, const SourceRef& source) const;

    /// What it asks for.
    [[nodiscard]] std::vector<std::size_t> fields() const;

private:
    std::vector<std::pair<std::size_t, const RowFilter*>> conditions_; ///< Each with its field.
};

} // namespace regio::io
