#include "io/layer_description.hpp"
#include "io/likely_uses.hpp"
#include "registry/identifier.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

namespace regio::io {

namespace {

LayerDescription description_of(std::string_view table) {
    const test::Scratch scratch;
    scratch.write("tabel.csv", table);
    const auto descriptions = describe({.file = scratch.path("tabel.csv"), .layer = {}});
    REQUIRE(descriptions.size() == 1);
    return descriptions.front();
}

std::vector<LayerUse> uses_of(const LayerDescription& description) {
    std::vector<LayerUse> uses;
    for (const auto& likely : likely_uses(description))
        uses.push_back(likely.use);
    return uses;
}

std::vector<LayerUse> uses_of(std::string_view table) {
    return uses_of(description_of(table));
}

using Uses = std::vector<LayerUse>;

} // namespace

TEST_CASE("a NIS code of a municipality has five digits that do not end in 000") {
    CHECK(registry::is_nis_code("37015"));
    CHECK(registry::is_nis_code("01001"));
    CHECK_FALSE(registry::is_nis_code(""));
    CHECK_FALSE(registry::is_nis_code("3701"));
    CHECK_FALSE(registry::is_nis_code("370151"));
    CHECK_FALSE(registry::is_nis_code("3701A"));
    CHECK_FALSE(registry::is_nis_code("30000"));
}

TEST_CASE(
    "a field is described by what is filled, the first three values and whether one returns") {
    const auto description = description_of("a,b\n1,x\n1, \n2,y\n3,z\n4,w\n");
    CHECK(description.rows == 5);
    REQUIRE(description.fields.size() == 2);
    CHECK(description.fields[0].filled == 5);
    CHECK(description.fields[0].samples == std::vector<std::string>{"1", "2", "3"});
    CHECK(description.fields[0].repeats);
    CHECK(description.fields[1].filled == 4);
    CHECK(description.fields[1].samples == std::vector<std::string>{"x", "y", "z"});
    CHECK_FALSE(description.fields[1].repeats);
}

TEST_CASE("a role is not guessed where two fields answer to it") {
    const auto description = description_of("NAAM,Naam,nis\na,b,37015\n");
    CHECK_FALSE(description.roles.contains(FieldRole::MunicipalityName));
    CHECK(description.roles.at(FieldRole::MunicipalityCode) == 2);
}

TEST_CASE("municipalities have nine codes in ten rows, each once") {
    const std::string nine = "nis\n1100\n37001\n37002\n37003\n37004\n37005\n37006\n37007\n37008\n";
    CHECK(uses_of("nis\n37015\n37017\n") == Uses{LayerUse::Municipalities});
    CHECK(uses_of(nine + "37009\n") == Uses{LayerUse::Municipalities});
    CHECK(uses_of(nine) == Uses{});
    CHECK(uses_of("nis\n37015\n37015\n") == Uses{});
    CHECK(uses_of("nis\n10000\n30000\n") == Uses{});
    CHECK(uses_of("nis\n") == Uses{});
    CHECK(uses_of("veld\n37015\n") == Uses{});
}

TEST_CASE("a list of regions has municipalities and the code or name of a region") {
    const Uses both = {LayerUse::Municipalities, LayerUse::Regions};
    CHECK(uses_of("nis,refreg_code\n37015,R1\n36015,R1\n") == both);
    CHECK(uses_of("nis,regio\n37015,Midwest\n36015,Midwest\n") == both);
    CHECK(uses_of("nis,region\n37015,VL\n21004,BRU\n") == Uses{LayerUse::Municipalities});
    CHECK(uses_of("refreg_code,refreg_name\nR1,Midwest\n") == Uses{});
}

TEST_CASE("a list of partnerships has a partnership that returns, and members") {
    CHECK(uses_of("id,nis\nx,37015\nx,37015\n") == Uses{LayerUse::Partnerships});
    CHECK(uses_of("vereniging,gemeente\nx,Tielt\nx,Izegem\n") == Uses{LayerUse::Partnerships});
    CHECK(uses_of("id,nis\n1,37015\n2,37017\n") == Uses{LayerUse::Municipalities});
    CHECK(uses_of("naam,nis\nx,37015\nx,37015\n") == Uses{});
    CHECK(uses_of("id,naam,leden\nx,X,Tielt\nx,X,Izegem\n") == Uses{});
}

TEST_CASE("mergers have an old code, a new one and a date") {
    CHECK(uses_of("old_nis,new_nis,date\n37018,37022,2025-01-01\n") == Uses{LayerUse::Mergers});
}

TEST_CASE("polygons that are not municipalities are drawn areas") {
    LayerDescription polygons;
    polygons.geometry = DescribedGeometry::Polygons;
    CHECK(uses_of(polygons) == Uses{LayerUse::DrawnAreas});
    polygons.geometry = DescribedGeometry::Other;
    CHECK(uses_of(polygons) == Uses{});
}

TEST_CASE("a use tells the roles of the fields that are there, a field once") {
    const auto uses = likely_uses(description_of("id,naam,nis\nx,X,37015\nx,X,37017\n"));
    REQUIRE(uses.size() == 2);
    using enum FieldRole;
    CHECK(uses[0] == LikelyUse{.use = LayerUse::Municipalities,
                               .roles = {MunicipalityCode, MunicipalityName}});
    CHECK(uses[1] == LikelyUse{.use = LayerUse::Partnerships,
                               .roles = {PartnershipId, PartnershipName, MunicipalityCode}});
}

} // namespace regio::io
