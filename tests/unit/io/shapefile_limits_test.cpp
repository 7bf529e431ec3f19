#include "base/error.hpp"
#include "io/shapefile_limits.hpp"

#include <catch2/catch.hpp>

#include <cstdint>

namespace regio::io {

namespace {

using kernel::MultiPolygon;
using Type = OutputField::Type;

std::vector<std::string> names_of(const std::vector<std::string>& names) {
    std::vector<OutputField> fields;
    for (const auto& name : names)
        fields.push_back({name});
    return shapefile_names(fields);
}

/// A layer of one triangle with one value.
OutputLayer layer_with(Type type, const OutputValue& value) {
    return {.name = "a",
            .crs_wkt = "EPSG:31370",
            .lattice = {},
            .fields = {{"field", type}},
            .features = {{MultiPolygon{{{{0, 0}, {9, 0}, {0, 9}}, {}}}, {value}}}};
}

OgrField field_for(Type type, const OutputValue& value) {
    return shapefile_fields(layer_with(type, value), "a.shp").at(0);
}

} // namespace

TEST_CASE("names of ten bytes stay, longer ones are cut, and those alike then are numbered") {
    using Names = std::vector<std::string>;
    CHECK(names_of({"code", "refreg_nam"}) == Names{"code", "refreg_nam"});
    CHECK(names_of({"refreg_code"}) == Names{"refreg_cod"});
    CHECK(names_of({"refreg_code", "refreg_codes", "REFREG_CODA"}) ==
          Names{"refreg_cod", "refreg_c_1", "REFREG_C_2"});
    CHECK(names_of({"refreg_code", "refreg_cod"}) == Names{"refreg_c_1", "refreg_cod"});
    CHECK(names_of({"gemeentenaam", "oppervlakt\xc3\xa9"}) == Names{"gemeentena", "oppervlakt"});
    CHECK(names_of({"oppervlak\xc3\xa9s"}) == Names{"oppervlak"});
}

TEST_CASE("fields are as wide as other programs make them, or as their values need") {
    CHECK(field_for(Type::Text, std::string("kort")).width == 80);
    CHECK(field_for(Type::Text, std::string(254, 'x')).width == 254);
    CHECK(field_for(Type::Integer, std::int64_t{7}).width == 18);
    CHECK(field_for(Type::Real, 450318620.25).decimals == 13);
    CHECK(field_for(Type::Real, 0.25).decimals == 15);
    CHECK(field_for(Type::Real, std::monostate{}).decimals == 15);
}

TEST_CASE("a value for which a Shapefile has no room is refused with its place") {
    const auto refused = [](Type type, const OutputValue& value, const char* why) {
        CHECK_THROWS_WITH(field_for(type, value),
                          Catch::Contains("a.shp: could not be written: \"field\" of feature 1") &&
                              Catch::Contains(why));
    };
    refused(Type::Text, std::string(255, 'x'), "254 bytes");
    refused(Type::Integer, std::int64_t{1'000'000'000'000'000'000}, "18 characters");
    refused(Type::Integer, std::int64_t{-100'000'000'000'000'000}, "18 characters");
    refused(Type::Real, 1e22, "22 digits");
    CHECK_NOTHROW(field_for(Type::Integer, std::int64_t{999'999'999'999'999'999}));
    CHECK_NOTHROW(field_for(Type::Real, 9e21));
}

TEST_CASE("more than two gigabytes are refused before they are built") {
    CHECK_NOTHROW(refuse_large_shapefile({.shp = kShapefileBytes, .dbf = 1}, "a.shp"));
    CHECK_THROWS_WITH(refuse_large_shapefile({.shp = kShapefileBytes + 1, .dbf = 1}, "a.shp"),
                      Catch::Contains("2 GB"));
    CHECK_THROWS_AS(refuse_large_shapefile({.shp = 1, .dbf = kShapefileBytes + 1}, "a.shp"),
                    InputError);
}

} // namespace regio::io
