#include "io/ogr_handles.hpp"
#include "io/wkb_polygons.hpp"
#include "tests/support/dice.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace regio::io {

namespace {

using Bytes = std::vector<std::uint8_t>;
using test::Dice;

OgrGeometry from_text(std::string text) {
    char* rest = text.data();
    OGRGeometryH geometry = nullptr;
    REQUIRE(OGR_G_CreateFromWkt(&rest, nullptr, &geometry) == OGRERR_NONE);
    return OgrGeometry(geometry);
}

OgrGeometry from_bytes(const Bytes& bytes) {
    OGRGeometryH geometry = nullptr;
    OGR_G_CreateFromWkb(bytes.data(), nullptr, &geometry, static_cast<int>(bytes.size()));
    return OgrGeometry(geometry);
}

/// As the standard has it, or with the bit for Z of before.
enum class Types { Iso, Old };

Bytes wkb(const OgrGeometry& geometry, OGRwkbByteOrder order = wkbNDR, Types types = Types::Iso) {
    Bytes bytes(static_cast<std::size_t>(OGR_G_WkbSize(geometry.get())));
    REQUIRE((types == Types::Iso ? OGR_G_ExportToIsoWkb : OGR_G_ExportToWkb)(
                geometry.get(), order, bytes.data()) == OGRERR_NONE);
    return bytes;
}

/// One feature, behind another one that has something already.
layer::RawLayer begun_layer() {
    layer::RawLayer layer;
    layer.features.resize(2);
    layer.parts.push_back({.feature = layer::FeatureId{0}, .first_ring = 0, .ring_count = 1});
    layer.rings.push_back({.first = 0, .count = 1});
    layer.positions.last().push_back({5, 6});
    return layer;
}

bool are_equal(const layer::RawLayer& a, const layer::RawLayer& b) {
    const auto same_part = [](const layer::RawPart& one, const layer::RawPart& other) {
        return one.feature == other.feature && one.first_ring == other.first_ring &&
               one.ring_count == other.ring_count;
    };
    const auto same_ring = [](const layer::RawRing& one, const layer::RawRing& other) {
        return one.first == other.first && one.count == other.count;
    };
    return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), same_part) &&
           std::equal(a.rings.begin(), a.rings.end(), b.rings.begin(), b.rings.end(), same_ring) &&
           a.positions == b.positions;
}

/// Whether bytes are read, and as GDAL reads them; what is not read must leave nothing.
bool is_read(const Bytes& bytes, const CoordinateTerms& terms = {}) {
    layer::RawLayer ours = begun_layer();
    layer::RawLayer of_gdal = begun_layer();
    const auto parts = add_wkb_polygons(bytes, terms, ours);
    if (parts) {
        const OgrGeometry geometry = from_bytes(bytes);
        REQUIRE(geometry != nullptr);
        REQUIRE(add_polygons(geometry.get(), terms, of_gdal).parts == *parts);
    }
    REQUIRE(are_equal(ours, of_gdal));
    return parts.has_value();
}

bool is_read(const std::string& text) {
    return is_read(wkb(from_text(text)));
}

/// The dimensions of a geometry as WKT names them, and how many numbers a point has.
struct Dimensions {
    const char* name;
    int count;
};

constexpr std::array<Dimensions, 4> kDimensions{{{"", 2}, {" Z", 3}, {" M", 3}, {" ZM", 4}}};

std::string random_polygon(Dice& dice, const Dimensions& dimensions) {
    std::vector<std::string> rings(static_cast<std::size_t>(dice.roll(1, 3)));
    for (std::string& ring : rings) {
        std::vector<std::string> points(static_cast<std::size_t>(dice.roll(1, 150)));
        for (std::string& point : points)
            for (int i = 0; i < dimensions.count; ++i)
                point += fmt::format("{} ", dice.roll(-100'000'000, 100'000'000) / 1024.0);
        ring = fmt::format("({})", fmt::join(points, ","));
    }
    return fmt::format("({})", fmt::join(rings, ","));
}

OgrGeometry random_geometry(Dice& dice, const Dimensions& dimensions) {
    if (dice.roll(0, 1) == 0)
        return from_text(
            fmt::format("POLYGON{} {}", dimensions.name, random_polygon(dice, dimensions)));
    std::vector<std::string> polygons(static_cast<std::size_t>(dice.roll(1, 3)));
    for (std::string& polygon : polygons)
        polygon = random_polygon(dice, dimensions);
    return from_text(fmt::format("MULTIPOLYGON{} ({})", dimensions.name, fmt::join(polygons, ",")));
}

constexpr const char* kSquareWithHole =
    "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 1 1)), ((20 0, 21 0, 20 1, 20 0)))";

} // namespace

TEST_CASE("law: polygons in well-known binary are those that GDAL reads from it") {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        for (const Dimensions& dimensions : kDimensions) {
            const OgrGeometry geometry = random_geometry(dice, dimensions);
            CHECK(is_read(wkb(geometry)));
            CHECK(is_read(wkb(geometry), {.north_first = true}));
            CHECK_FALSE(is_read(wkb(geometry, wkbXDR)));
        }
        CHECK(is_read(wkb(random_geometry(dice, kDimensions[1]), wkbNDR, Types::Old)));
    }
}

TEST_CASE("law: bytes that were changed are read as GDAL reads them, or not at all") {
    const Bytes whole = wkb(from_text(kSquareWithHole));
    for (std::uint32_t seed = 0; seed < 3000; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        Bytes bytes = whole;
        for (int i = dice.roll(1, 3); i > 0; --i)
            bytes[static_cast<std::size_t>(dice.roll(0, static_cast<int>(bytes.size()) - 1))] =
                static_cast<std::uint8_t>(dice.roll(0, 255));
        is_read(bytes);
    }
}

TEST_CASE("a geometry that is cut off anywhere, or has bytes to spare, is not read") {
    Bytes bytes = wkb(from_text(kSquareWithHole));
    REQUIRE(is_read(bytes));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CAPTURE(length);
        const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(length);
        REQUIRE_FALSE(is_read(Bytes(bytes.begin(), end)));
    }
    bytes.push_back(0);
    CHECK_FALSE(is_read(bytes));
}

TEST_CASE("empty polygons are passed over") {
    CHECK(is_read("POLYGON EMPTY"));
    CHECK(is_read("MULTIPOLYGON EMPTY"));
    CHECK(is_read("MULTIPOLYGON (EMPTY, ((0 0, 9 0, 9 9, 0 0)), EMPTY)"));
}

TEST_CASE("other kinds than polygons, empty rings and curves are not read") {
    for (const char* const text :
         {"POINT (1 2)", "LINESTRING (0 0, 1 1)", "MULTILINESTRING ((0 0, 1 1))",
          "GEOMETRYCOLLECTION (POLYGON ((0 0, 9 0, 9 9, 0 0)))", "TRIANGLE ((0 0, 9 0, 9 9, 0 0))",
          "CURVEPOLYGON (CIRCULARSTRING (0 0, 9 0, 0 0))",
          "MULTISURFACE (((0 0, 9 0, 9 9, 0 0)))"}) {
        CAPTURE(text);
        CHECK_FALSE(is_read(std::string(text)));
    }
    const Bytes ring_without_points = {1, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    CHECK_FALSE(is_read(ring_without_points));
}

TEST_CASE("a coordinate that is not finite has a geometry not read") {
    for (const double value :
         {std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity()}) {
        const OgrGeometry geometry = from_text("POLYGON ((0 0, 9 0, 9 9, 0 0))");
        OGR_G_SetPoint_2D(OGR_G_GetGeometryRef(geometry.get(), 0), 2, 4, value);
        CHECK_FALSE(is_read(wkb(geometry)));
    }
}

} // namespace regio::io
