// Faulty features of real layers, mended, and what GEOS makes of them.

#include "arrangement/repair.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace regio::test {

namespace {

using layer::FeatureId;
using layer::Layer;

const char* const kInvalid = "dirty/municipalities_2014_invalid_wgs84.geojson";

/// A layer and what has become of it.
struct Mended {
    Layer before;
    Layer after;
    std::vector<FeatureId> faulty;
    std::vector<Finding> findings;
};

Mended mend_invalid() {
    Layer before = open_layer(layer_source(kInvalid, "", "name"));
    std::vector<Finding> findings;
    auto after = arrangement::repaired(before, findings);
    REQUIRE(after);
    auto faulty = arrangement::find_faulty(before);
    return {.before = std::move(before),
            .after = std::move(*after),
            .faulty = std::move(faulty),
            .findings = std::move(findings)};
}

double area_m2(const Layer& layer, FeatureId feature) {
    return layer.lattice().square_metres(moments(layer, feature).twice_area);
}

/// A square metre has a million square units of a millimetre.
double square_metres(double square_units) {
    return square_units * 1e-6;
}

} // namespace

TEST_CASE("the invalid polygons of the layer of 2014 are mended, with areas as GEOS has them") {
    if (!real_data_there())
        return;
    const GeosOracle geos;
    const Mended mended = mend_invalid();
    CHECK(mended.faulty.size() == 10);
    CHECK(mended.findings.size() == 10);
    for (const FeatureId feature : mended.faulty) {
        INFO(label_of(mended.before[feature]));
        const auto rough = polygons_of(mended.before, feature);
        const double ours = area_m2(mended.after, feature);
        CHECK(geos.validity(polygons_of(mended.after, feature)).is_valid);
        // A crossing moves by half a millimetre at most in x and in y, on edges of hundreds of
        // metres.
        CHECK(std::abs(ours - square_metres(geos.area_covered(rough))) < 0.25);
        CHECK(std::abs(ours - square_metres(geos.area_made_valid(rough))) < 0.25);
    }
}

TEST_CASE("features of the layer of 2014 without faults stay as they are, and none has any after") {
    if (!real_data_there())
        return;
    const Mended mended = mend_invalid();
    CHECK(arrangement::find_faulty(mended.after).empty());
    REQUIRE(mended.after.features().size() == 589);
    std::size_t changed = 0;
    for (std::uint32_t i = 0; i < 589; ++i)
        changed +=
            polygons_of(mended.before, FeatureId{i}) == polygons_of(mended.after, FeatureId{i})
                ? 0U
                : 1U;
    CHECK(changed == mended.faulty.size());
}

// Border points are in the wrong order there: what one neighbour's ring counts twice, the other's
// takes off.
TEST_CASE("neighbours of 2014 with one fault between them change by the same area") {
    if (!real_data_there())
        return;
    const Mended mended = mend_invalid();
    std::map<std::string, double> change;
    for (const FeatureId feature : mended.faulty)
        change[mended.before[feature].name] =
            area_m2(mended.after, feature) - area_m2(mended.before, feature);
    CHECK(change["Oostkamp"] == Approx(-872.069).margin(0.001));
    CHECK(change["Wingene"] == Approx(872.069).margin(0.001));
    CHECK(change["Fleurus"] == Approx(-change["Sombreffe"]).margin(0.001));
    CHECK(change["Marche-en-Famenne"] == Approx(-change["Somme-Leuze"]).margin(0.001));
    CHECK(change["Eupen"] == Approx(43'153.289).margin(0.001));
}

TEST_CASE("layers whose features overlap each other, and not themselves, need no mending") {
    if (!real_data_there())
        return;
    for (const char* const file :
         {"dirty/vrbg_2018_overlapping.gpkg", "municipalities/2024.gpkg"}) {
        INFO(file);
        std::vector<Finding> findings;
        CHECK_FALSE(arrangement::repaired(open_layer(layer_source(file, "nis")), findings));
        CHECK(findings.empty());
    }
}

} // namespace regio::test
