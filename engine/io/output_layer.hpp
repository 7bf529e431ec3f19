#pragma once

#include "io/layer_style.hpp"
#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace regio::io {

struct OutputField {
    enum class Type : std::uint8_t { Text, Integer, Real };

    /// What its values stand for: a Date or DateTime is a text as GDAL writes it ("2024/12/31",
    /// "2024/12/31 08:30:00+00"), a Boolean the integer 0 or 1. Where a format has no field of the
    /// kind it is a plain one.
    enum class Meaning : std::uint8_t { Plain, Date, DateTime, Boolean };

    std::string name;
    Type type = Type::Text;
    Meaning meaning = Meaning::Plain;
};

/// Nothing, or a text in UTF-8, or a number.
using OutputValue = std::variant<std::monostate, std::string, std::int64_t, double>;

/// An open line through these points, two or more.
using Line = std::vector<kernel::Point>;

/// Where a feature lies: an area, a place or a line. Polygons may be none.
using OutputGeometry = std::variant<kernel::MultiPolygon, kernel::Point, Line>;

/// What the features of a layer are, in the order of OutputGeometry.
enum class GeometryKind : std::uint8_t { Areas, Points, Lines };

struct OutputFeature {
    OutputGeometry geometry;
    std::vector<OutputValue> values; ///< One for each field, in their order.
};

/// A layer to be written. The geometry of each feature is of the kind of the layer: programs read
/// layers of one kind, and what is mixed goes into layers beside each other.
struct OutputLayer {
    std::string name;
    std::string crs_wkt; ///< Of the positions on the lattice: WKT2 of the working CRS.
    kernel::Lattice lattice;
    std::vector<OutputField> fields;
    std::vector<OutputFeature> features;
    GeometryKind kind = GeometryKind::Areas;
    std::optional<LayerStyle> style; ///< By one of the text fields.
};

} // namespace regio::io
