#include "io/shapefile_limits.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <variant>

namespace regio::io {

namespace {

/// What other programs make room for; values may be made longer later.
constexpr std::size_t kUsualTextWidth = 80;
constexpr int kMostDecimals = 15;

/// At most `bytes` of a text in UTF-8, cut between two characters.
std::string cut(const std::string& text, std::size_t bytes) {
    std::size_t end = std::min(bytes, text.size());
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

class Names {
public:
    explicit Names(const std::vector<OutputField>& fields) {
        for (const auto& field : fields)
            if (field.name.size() <= kShapefileNameBytes)
                taken_.insert(in_lower_case(field.name));
    }

    [[nodiscard]] std::string for_field(const std::string& name) {
        if (name.size() <= kShapefileNameBytes)
            return name;
        std::string shorter = cut(name, kShapefileNameBytes);
        for (int number = 1; !taken_.insert(in_lower_case(shorter)).second; ++number) {
            const std::string end = fmt::format("_{}", number);
            shorter = cut(name, kShapefileNameBytes - end.size()) + end;
        }
        return shorter;
    }

private:
    std::set<std::string> taken_;
};

/// A column of a layer, and what to say of a value in it for which there is no room.
struct Column {
    const OutputLayer& layer;
    std::size_t index;
    const std::string& file;

    template <typename Value, typename Size>
    [[nodiscard]] std::size_t longest(Size size, std::size_t room, const char* why) const {
        std::size_t most = 1;
        for (std::size_t row = 0; row < layer.features.size(); ++row) {
            const auto* const value = std::get_if<Value>(&layer.features[row].values[index]);
            if (value == nullptr)
                continue;
            most = std::max(most, size(*value));
            if (most > room)
                throw InputError(fmt::format("{}: could not be written: \"{}\" of feature {} {}",
                                             file, layer.fields[index].name, row + 1, why),
                                 "write a GeoPackage, which has room for it");
        }
        return most;
    }
};

std::size_t text_width(const Column& column) {
    const auto longest = column.longest<std::string>(
        [](const std::string& text) { return text.size(); }, kShapefileTextBytes,
        "is longer than the 254 bytes that a Shapefile has for a text");
    return std::max(longest, kUsualTextWidth);
}

void refuse_long_integers(const Column& column) {
    static_cast<void>(column.longest<std::int64_t>(
        [](std::int64_t number) { return fmt::to_string(number).size(); }, kShapefileIntegerWidth,
        "is longer than the 18 characters that a Shapefile has for an integer"));
}

/// As many decimals as there is room for beside the greatest number, with a digit to spare that
/// rounding may add.
int decimals(const Column& column) {
    constexpr std::size_t kRoom = kShapefileRealWidth - 2;
    const auto longest = column.longest<double>(
        [](double number) {
            return std::isfinite(number) ? fmt::format("{:.0f}", std::trunc(number)).size() : 0;
        },
        kRoom, "has more than the 22 digits that a Shapefile has for a number");
    return std::min(kMostDecimals, static_cast<int>(kRoom - longest));
}

OgrField shapefile_field(const std::string& name, const Column& column) {
    // A date is the only one of them that it has fields for.
    if (column.layer.fields[column.index].meaning == OutputField::Meaning::Date)
        return {.name = name, .meaning = OutputField::Meaning::Date};
    switch (column.layer.fields[column.index].type) {
    case OutputField::Type::Text:
        return {.name = name, .width = static_cast<int>(text_width(column))};
    case OutputField::Type::Integer:
        refuse_long_integers(column);
        return {.name = name, .width = static_cast<int>(kShapefileIntegerWidth)};
    case OutputField::Type::Real:
        break;
    }
    return {
        .name = name, .width = static_cast<int>(kShapefileRealWidth), .decimals = decimals(column)};
}

/// The size of a record in a .shp, by what the file format says (ESRI, Shapefile Technical
/// Description, 1998).
struct RecordBytes {
    static constexpr std::uint64_t kHeader = 12; ///< Of a record, with the type of the shape.
    static constexpr std::uint64_t kBox = 32;
    static constexpr std::uint64_t kPosition = 16;

    static std::uint64_t of_parts(std::uint64_t parts, std::uint64_t positions) {
        return kHeader + kBox + 8 + 4 * parts + kPosition * positions;
    }
    std::uint64_t operator()(kernel::Point /*place*/) const { return kHeader + kPosition; }
    std::uint64_t operator()(const Line& line) const { return of_parts(1, line.size()); }
    std::uint64_t operator()(const kernel::MultiPolygon& polygons) const {
        std::uint64_t rings = 0;
        std::uint64_t positions = 0;
        for (const auto& polygon : polygons) {
            rings += 1 + polygon.holes.size();
            positions += polygon.shell.size() + 1;
            for (const auto& hole : polygon.holes)
                positions += hole.size() + 1;
        }
        return polygons.empty() ? kHeader : of_parts(rings, positions);
    }
};

} // namespace

std::vector<std::string> shapefile_names(const std::vector<OutputField>& fields) {
    Names names(fields);
    std::vector<std::string> shorter;
    for (const auto& field : fields)
        shorter.push_back(names.for_field(field.name));
    return shorter;
}

std::vector<OgrField> shapefile_fields(const OutputLayer& layer, const std::string& file) {
    const auto names = shapefile_names(layer.fields);
    std::vector<OgrField> fields;
    for (std::size_t i = 0; i < names.size(); ++i)
        fields.push_back(shapefile_field(names[i], {layer, i, file}));
    return fields;
}

ShapefileSizes shapefile_sizes(const OutputLayer& layer, const std::vector<OgrField>& fields) {
    constexpr std::uint64_t kShpHeader = 100;
    constexpr std::uint64_t kDbfHeader = 33;
    constexpr std::uint64_t kDbfEnd = 1;
    ShapefileSizes sizes{.shp = kShpHeader, .dbf = kDbfHeader + 32 * fields.size() + kDbfEnd};
    std::uint64_t row = 1; // The mark of a row that is deleted.
    for (const auto& field : fields)
        row += static_cast<std::uint64_t>(field.width);
    sizes.dbf += row * layer.features.size();
    for (const auto& feature : layer.features)
        sizes.shp += std::visit(RecordBytes{}, feature.geometry);
    return sizes;
}

void refuse_large_shapefile(const ShapefileSizes& sizes, const std::string& file) {
    if (std::max(sizes.shp, sizes.dbf) > kShapefileBytes)
        throw InputError(
            fmt::format("{}: could not be written: a Shapefile has room for 2 GB", file),
            "write a GeoPackage or FlatGeobuf");
}

} // namespace regio::io
