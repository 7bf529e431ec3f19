// What is said of real layers: clean ones, and three that have faults.

#include "project/open_layers.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "tests/support/union_gaps.hpp"
#include "validation/validate.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace regio::test {

namespace {

using Catch::WithinAbs;
using kernel::MultiPolygon;
using layer::FeatureId;
using layer::Layer;
using validation::Defect;

/// A layer of the real data and what is wrong with it.
struct RealLayer {
    explicit RealLayer(const std::string& file)
        : opened(project::open_layers(std::array{layer_source(file, "")}, {}, findings,
                                      project::RawLayers::Kept)),
          defects(validation::validate({.raw = opened.layers[0].raw, .rounded = layer()}, findings,
                                       {})) {}

    [[nodiscard]] const Layer& layer() const { return opened.layers[0].layer; }

    [[nodiscard]] std::vector<Defect> of(FindingNumber number) const {
        std::vector<Defect> some;
        for (const Defect& defect : defects)
            if (defect.finding.number == number)
                some.push_back(defect);
        return some;
    }

    std::vector<Finding> findings; ///< Of reading.
    project::OpenedLayers opened;
    std::vector<Defect> defects;
};

double square_kilometres(const std::vector<Defect>& defects) {
    double area_m2 = 0;
    for (const Defect& defect : defects)
        area_m2 += defect.area_m2.value_or(0);
    return area_m2 / 1e6;
}

/// The kinds of errors, and how many there are of each.
std::map<FindingNumber, std::size_t> errors_of(const RealLayer& real) {
    std::map<FindingNumber, std::size_t> errors;
    for (const Defect& defect : real.defects)
        if (defect.severity == Severity::Error)
            ++errors[defect.finding.number];
    return errors;
}

using Names = std::set<std::string>;

/// The features of defects, by name, or by code where they have none.
Names names_of(const RealLayer& real, const std::vector<Defect>& defects) {
    Names names;
    for (const Defect& defect : defects)
        for (const FeatureId feature : defect.features) {
            const layer::Feature& named = real.layer()[feature];
            names.insert(named.name.empty() ? named.code : named.name);
        }
    return names;
}

/// Errors are gaps alone, so many and with this area.
void check_clean(const RealLayer& real, std::size_t gaps, double gaps_km2) {
    INFO(real.layer().source().file);
    CHECK((errors_of(real) ==
           std::map<FindingNumber, std::size_t>{{FindingNumber::GapBetweenFeatures, gaps}}));
    CHECK_THAT(square_kilometres(real.of(FindingNumber::GapBetweenFeatures)),
               WithinAbs(gaps_km2, 0.005));
}

std::vector<MultiPolygon> all_polygons(const Layer& layer) {
    std::vector<MultiPolygon> all;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        all.push_back(polygons_of(layer, FeatureId(i)));
    return all;
}

/// How the gaps of a layer and the pieces that GEOS's union of it encloses go with each other.
struct Comparison {
    std::size_t geos = 0;       ///< Pieces of GEOS.
    std::size_t one_to_one = 0; ///< Those in which one gap has its place, and no other piece has.
    std::size_t parted = 0;     ///< Those in which several gaps have their places.
    std::size_t without = 0;    ///< Those in which none has.
    double widest_without = 0;  ///< Of those the greatest mean width, in units.
    double difference_m2 = 0;   ///< Of all areas.
    double border_m = 0;        ///< Of all pieces.
};

Comparison compare_with_geos(const RealLayer& real) {
    const auto gaps = real.of(FindingNumber::GapBetweenFeatures);
    std::vector<kernel::Point> places;
    Comparison comparison;
    for (const Defect& gap : gaps) {
        places.push_back(*gap.place);
        comparison.difference_m2 += *gap.area_m2;
    }
    std::vector<std::size_t> met(gaps.size());
    const auto pieces = union_gaps(all_polygons(real.layer()), places);
    const auto& lattice = real.layer().lattice();
    for (const UnionGap& piece : pieces) {
        comparison.difference_m2 -= piece.area * lattice.unit_m() * lattice.unit_m();
        comparison.border_m += piece.border * lattice.unit_m();
        for (const std::size_t place : piece.places)
            ++met[place];
        comparison.parted += piece.places.size() > 1 ? 1U : 0U;
        if (!piece.places.empty())
            continue;
        ++comparison.without;
        comparison.widest_without = std::max(comparison.widest_without, piece.mean_width());
    }
    comparison.geos = pieces.size();
    for (const UnionGap& piece : pieces)
        comparison.one_to_one +=
            piece.places.size() == 1 && met[piece.places.front()] == 1 ? 1U : 0U;
    return comparison;
}

/// No border moved by more than half a unit in x and in y, which is what areas may differ by.
void check_areas(const RealLayer& real, const Comparison& comparison) {
    CHECK(std::abs(comparison.difference_m2) <=
          0.7072 * real.layer().lattice().unit_m() * comparison.border_m);
}

} // namespace

// The holes are enclaves of the Netherlands and of Germany, an étang, and Llívia.
TEST_CASE("clean layers have no errors but the holes that are known of") {
    if (!real_data_there())
        return;
    check_clean(RealLayer("municipalities/2018_osm2015.gpkg"), 13, 25.22);
    check_clean(RealLayer("municipalities/2024.gpkg"), 5, 0.12);
    check_clean(RealLayer("municipalities/2025.gpkg"), 6, 0.14);
    check_clean(RealLayer("fine/wijken_ggw7_2025.gpkg"), 6, 0.14);
    const RealLayer communes("scale/fr_communes_2018.gpkg");
    check_clean(communes, 2, 167.95);
    CHECK(names_of(communes, communes.of(FindingNumber::RingTouches)) ==
          Names{"Condé-en-Normandie"});
    CHECK(names_of(communes, communes.of(FindingNumber::PartFarAway)) == Names{"Granville"});
}

// Where three borders nearly meet GEOS leaves dust: pieces with an area of 10⁻⁹ square units.
TEST_CASE("municipalities that were simplified apart overlap, and have the gaps of GEOS's union") {
    if (!real_data_there())
        return;
    const RealLayer real("dirty/vrbg_2018_overlapping.gpkg");
    CHECK_THAT(square_kilometres(real.of(FindingNumber::FeaturesOverlap)), WithinAbs(19.36, 0.01));
    CHECK(real.of(FindingNumber::GapBetweenFeatures).size() == 1640);
    const Comparison comparison = compare_with_geos(real);
    CHECK(comparison.one_to_one == 1640);
    CHECK(comparison.geos == comparison.one_to_one + comparison.without);
    CHECK(comparison.widest_without < 1e-6);
    check_areas(real, comparison);
}

// Eighteen pieces are narrower than a unit and vanish on the lattice; one has a waist that does,
// and becomes two gaps.
TEST_CASE("provinces of two sources overlap, and have the gaps of GEOS's union over a millimetre") {
    if (!real_data_there())
        return;
    const RealLayer real("dirty/provinces_stitched.gpkg");
    CHECK_THAT(square_kilometres(real.of(FindingNumber::FeaturesOverlap)), WithinAbs(1.62, 0.01));
    CHECK(real.of(FindingNumber::GapBetweenFeatures).size() == 4156);
    const Comparison comparison = compare_with_geos(real);
    CHECK(comparison.geos == 4173);
    CHECK(comparison.one_to_one == 4154);
    CHECK(comparison.parted == 1);
    CHECK(comparison.without == 18);
    CHECK(comparison.widest_without < 1);
    check_areas(real, comparison);
}

TEST_CASE("the ten invalid municipalities of 2014 and the three collections are each named") {
    if (!real_data_there())
        return;
    const RealLayer real("dirty/municipalities_2014_invalid_wgs84.geojson");
    const GeosOracle geos;
    Names invalid;
    for (std::size_t i = 0; i < real.layer().features().size(); ++i)
        if (!geos.validity(polygons_of(real.layer(), FeatureId(i))).is_valid)
            invalid.insert(real.layer().features()[i].name.empty()
                               ? real.layer().features()[i].code
                               : real.layer().features()[i].name);
    CHECK(invalid.size() == 10);
    CHECK(names_of(real, real.of(FindingNumber::RingCrosses)) == invalid);
    CHECK(names_of(real, real.of(FindingNumber::GeometryCollected)) ==
          Names{"Elsene#Ixelles", "Baarle-Hertog", "Mesen#Messines"});
    CHECK((errors_of(real) ==
           std::map<FindingNumber, std::size_t>{{FindingNumber::RingCrosses, 14},
                                                {FindingNumber::GapBetweenFeatures, 4}}));
}

} // namespace regio::test
