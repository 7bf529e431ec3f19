// Overlaps of layers with faults: what is said of the faults, and whether areas are right all the
// same.

#include "arrangement/hot_pixel.hpp"
#include "arrangement/repair.hpp"
#include "coverage/unite.hpp"
#include "project/overlap_layers.hpp"
#include "tests/support/feature_pairs.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "tests/support/self_crossings.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

using Catch::WithinAbs;
using kernel::AreaSum;
using kernel::MultiPolygon;
using kernel::Point;
using kernel::Segment;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;

constexpr double kSquareMetre = 1e6;      ///< In square units of a millimetre.
constexpr double kSquareKilometre = 1e12; ///< Likewise.

/// How far GEOS may put a border from where it is, in units. Its doubles are 2⁻²⁵ apart when they
/// are below 2²⁸, and one that is rounded is off by half of that in x and in y. It rounds twice at
/// most: when it makes a feature valid, and in the overlay.
constexpr double kGeosOffset = 0x1p-24;
constexpr std::int32_t kFarthestForGeos = 1 << 28;

/// How far a crossing lies from the lattice point to which it is rounded: half a unit in x and in
/// y, so half the diagonal of a square unit.
constexpr double kCrossingOffset = 0.7072;

/// A faulty layer against the reference regions.
struct Job {
    Layer drawn; ///< The faulty one as it was read.
    project::OverlapLayers opened;
    coverage::OverlapTable table;
    std::vector<Finding> findings;

    [[nodiscard]] const coverage::OverlapSide& side() const { return opened.layers[0].side; }
    [[nodiscard]] const Layer& mended() const { return side().layer; }
    [[nodiscard]] const Layer& regions() const { return opened.layers[1].side.layer; }
};

Job measure(const std::string& file, const std::string& code) {
    const std::array sources = {layer_source(file, code),
                                layer_source("zones/refreg.gpkg", "code")};
    std::vector<Finding> findings;
    Layer drawn = project::open_layers(sources, {}, findings).layers[0].layer;
    findings.clear();
    auto opened =
        project::open_overlap_layers({{{sources[0], {}}, {sources[1], {}}}}, {}, findings);
    REQUIRE((drawn.lattice() == opened.lattice));
    auto table = coverage::overlap_table(opened.layers[0].side, opened.layers[1].side);
    return {.drawn = std::move(drawn),
            .opened = std::move(opened),
            .table = std::move(table),
            .findings = std::move(findings)};
}

Job measure_2014() {
    return measure("dirty/municipalities_2014_invalid_wgs84.geojson", "name");
}

std::vector<FeatureId> features_of(const Layer& layer) {
    return test::all_features(layer).members;
}

std::vector<MultiPolygon> all_polygons(const Layer& layer) {
    std::vector<MultiPolygon> all;
    for (const FeatureId feature : features_of(layer))
        all.push_back(polygons_of(layer, feature));
    return all;
}

double square_units(const AreaSum& sum) {
    return sum.twice_area() / 2;
}

/// The areas of pairs in square units; of those that are not there 0.
class SharedAreas {
public:
    explicit SharedAreas(const coverage::OverlapTable& table) {
        for (const auto& pair : table.pairs)
            areas_[{pair.a, pair.b}] = square_units(pair.area);
    }
    [[nodiscard]] double operator()(FeatureId a, FeatureId b) const {
        const auto found = areas_.find({a, b});
        return found == areas_.end() ? 0 : found->second;
    }

private:
    std::map<std::pair<FeatureId, FeatureId>, double> areas_;
};

std::string value(const Finding& finding, std::string_view key) {
    const auto found = std::find_if(finding.values.begin(), finding.values.end(),
                                    [&](const FindingValue& one) { return one.key == key; });
    REQUIRE(found != finding.values.end());
    return found->text;
}

/// Whether two of the edges or more pass through a place, as finely as the lattice tells.
bool do_cross_at(const std::vector<Segment>& edges, const Layer& layer, const std::string& place) {
    kernel::Position position;
    std::istringstream(place) >> position.x >> position.y;
    const kernel::Point point = layer.lattice().nearest(position);
    return std::count_if(edges.begin(), edges.end(), [&](const Segment& edge) {
               return arrangement::passes_through(edge, point);
           }) >= 2;
}

/// The finding R427 of a feature: where the fault is, and what it comes to.
void check_finding(const Job& job, FeatureId feature, const Finding& finding) {
    const auto text = [&](Wide twice_area) {
        return fmt::format("{:.3f}", job.drawn.lattice().square_metres(twice_area));
    };
    const auto drawn = polygons_of(job.drawn, feature);
    const Wide before = moments(drawn).twice_area;
    const Wide after = moments(polygons_of(job.mended(), feature)).twice_area;
    CHECK(finding.number == FindingNumber::FeatureRepaired);
    CHECK(value(finding, "name") == job.drawn[feature].code);
    CHECK(finding.source == job.drawn.source_of(feature));
    CHECK(do_cross_at(crossed_edges(drawn), job.drawn, value(finding, "place")));
    CHECK(value(finding, "before") == text(before));
    CHECK(value(finding, "after") == text(after));
    CHECK(value(finding, "difference") == text(after - before));
}

/// The pairs of each feature with the other layer and what of it lies alone are the whole of it.
void check_conservation(const Layer& layer, const std::vector<topology::OverlapPair>& pairs,
                        FeatureId topology::OverlapPair::*side,
                        const std::vector<coverage::Uncovered>& alone) {
    std::vector<AreaSum> sums(layer.features().size());
    for (const auto& pair : pairs)
        sums[index(pair.*side)] += pair.area;
    for (const auto& part : alone)
        sums[index(part.feature)] += part.area;
    for (const FeatureId feature : features_of(layer))
        CHECK((sums[index(feature)] == AreaSum(moments(layer, feature).twice_area)));
}

void check_conservation(const Job& job) {
    using topology::OverlapPair;
    REQUIRE_FALSE(job.opened.layers[1].side.cover);
    check_conservation(job.mended(), job.table.pairs, &OverlapPair::a, job.table.a_alone);
    if (!job.side().cover)
        check_conservation(job.regions(), job.table.pairs, &OverlapPair::b, job.table.b_alone);
}

constexpr const char* kBrugge = "REFREG06";
constexpr const char* kMidwest = "REFREG10";

FeatureId feature_of(const Layer& layer, std::string_view code) {
    const auto features = layer.features();
    const auto found = std::find_if(features.begin(), features.end(),
                                    [&](const layer::Feature& one) { return one.code == code; });
    REQUIRE(found != features.end());
    return FeatureId(found - features.begin());
}

/// How much more a pair has than GEOS gives it when that makes the feature valid as it was drawn.
double surplus(const Job& job, FeatureId a, FeatureId b) {
    const auto geos = GeosOracle().inside(polygons_of(job.drawn, a), polygons_of(job.regions(), b),
                                          MakeValid::Linework);
    return SharedAreas(job.table)(a, b) - geos.area;
}

/// Two municipalities with one fault between them: what rounding its crossing gives one, it takes
/// from the other.
void check_exchange(const Job& job) {
    const auto surplus_of = [&](const char* name, const char* region) {
        return surplus(job, feature_of(job.drawn, name), feature_of(job.regions(), region));
    };
    CHECK_THAT(surplus_of("Oostkamp", kBrugge), WithinAbs(2355.30, 0.01));
    CHECK_THAT(surplus_of("Wingene", kBrugge), WithinAbs(-2355.30, 0.01));
    CHECK_THAT(surplus_of("Oostkamp", kMidwest), WithinAbs(-2680.18, 0.01));
    CHECK_THAT(surplus_of("Wingene", kMidwest), WithinAbs(2680.18, 0.01));
}

/// An area against what GEOS has for it: within what an offset of its border makes.
void check_area(double ours, const Measured& geos) {
    CHECK_THAT(ours, WithinAbs(geos.area, geos.border * kGeosOffset));
}

/// Features of the faulty layer as GEOS is asked about them, by number: as they were drawn, but for
/// those that GEOS finds invalid, whose crossings are rounded to the lattice.
std::vector<MultiPolygon> asked_of_geos(const Job& job, const GeosOracle& geos) {
    std::vector<FeatureId> faulty;
    auto features = all_polygons(job.drawn);
    for (const FeatureId feature : features_of(job.drawn)) {
        if (geos.validity(features[index(feature)]).is_valid)
            continue;
        faulty.push_back(feature);
        features[index(feature)] = through_crossings(features[index(feature)]);
    }
    CHECK(faulty == arrangement::find_faulty(job.drawn));
    return features;
}

/// The features against the regions that they come near; to others they have nothing.
void check_pairs(const Job& job, const GeosOracle& geos, const std::vector<MultiPolygon>& features,
                 const std::vector<MultiPolygon>& regions) {
    const SharedAreas shared(job.table);
    std::size_t compared = 0;
    for (const FeatureId b : features_of(job.regions())) {
        const kernel::Box box = box_of(job.regions(), b);
        for (const FeatureId a : features_of(job.drawn)) {
            if (!meets(box, box_of(job.drawn, a)))
                continue;
            INFO(label_of(job.drawn[a]) << " and " << label_of(job.regions()[b]));
            check_area(shared(a, b),
                       geos.inside(features[index(a)], regions[index(b)], MakeValid::Linework));
            compared += shared(a, b) == 0 ? 0U : 1U;
        }
    }
    CHECK(compared == job.table.pairs.size());
}

/// What lies alone of features that lie in some region.
void check_alone(const Job& job, const GeosOracle& geos, const std::vector<MultiPolygon>& features,
                 const std::vector<MultiPolygon>& regions) {
    const auto together = geos.union_of(regions);
    for (const auto& part : job.table.a_alone) {
        INFO(label_of(job.drawn[part.feature]));
        if (part.area != AreaSum(job.table.twice_areas_a[index(part.feature)]))
            check_area(square_units(part.area),
                       geos.outside(features[index(part.feature)], together, MakeValid::Linework));
    }
}

void check_against_geos(const Job& job) {
    const GeosOracle geos;
    REQUIRE(std::ranges::all_of(job.drawn.points(), [](Point point) {
        return std::max(std::abs(point.x), std::abs(point.y)) < kFarthestForGeos;
    }));
    const auto features = asked_of_geos(job, geos);
    const auto regions = all_polygons(job.regions());
    for (const MultiPolygon& region : regions)
        CHECK(geos.validity(region).is_valid);
    check_pairs(job, geos, features, regions);
    check_alone(job, geos, features, regions);
}

/// What GEOS gives Oostkamp more by structure lies in the loop that its ring winds around twice.
void check_loop_of_oostkamp(const Job& job, const GeosOracle& geos) {
    const FeatureId oostkamp = feature_of(job.drawn, "Oostkamp");
    const auto drawn = through_crossings(polygons_of(job.drawn, oostkamp));
    const MultiPolygon loop = loops_of(drawn).wound_twice;
    for (const auto& [code, loop_m2] : {std::pair(kBrugge, 435.147), std::pair(kMidwest, 0.883)}) {
        const FeatureId b = feature_of(job.regions(), code);
        const auto region = polygons_of(job.regions(), b);
        const double in_loop = geos.inside(loop, region, MakeValid::Linework).area;
        CHECK_THAT(in_loop / kSquareMetre, WithinAbs(loop_m2, 0.001));
        check_area(SharedAreas(job.table)(oostkamp, b) + in_loop,
                   geos.inside(drawn, region, MakeValid::Structure));
    }
}

double overlap_with_itself_km2(const Layer& layer) {
    const topology::Chains chains(layer);
    double area = 0;
    for (const auto& pair : topology::overlap(chains, chains))
        if (pair.a < pair.b && square_units(pair.area) > kSquareMetre)
            area += square_units(pair.area);
    return area / kSquareKilometre;
}

/// A collection of polygons is a feature of so many parts, and no fault.
void check_collections(const Layer& layer) {
    const auto parts = [&](const char* name) {
        return layer.parts_of(feature_of(layer, name)).size();
    };
    CHECK(parts("Elsene#Ixelles") == 2);
    CHECK(parts("Baarle-Hertog") == 8);
    CHECK(parts("Mesen#Messines") == 2);
}

/// Nothing is the matter with the features by themselves, and they overlap.
void check_overlapping(const Job& job) {
    CHECK(job.findings.empty());
    REQUIRE(job.side().cover);
    CHECK(job.side().is_cover_rounded);
}

} // namespace

TEST_CASE("municipalities that were simplified apart share what GEOS says with the regions") {
    if (!real_data_there())
        return;
    const Job job = measure("dirty/vrbg_2018_overlapping.gpkg", "nis");
    CHECK(job.drawn.features().size() == 308);
    CHECK(job.table.pairs.size() == 533);
    CHECK_THAT(overlap_with_itself_km2(job.drawn), WithinAbs(19.36, 0.005));
    check_overlapping(job);
    check_conservation(job);
    check_against_geos(job);
}

TEST_CASE("provinces of two sources share what GEOS says with the regions") {
    if (!real_data_there())
        return;
    const Job job = measure("dirty/provinces_stitched.gpkg", "nis");
    CHECK(job.drawn.features().size() == 11);
    CHECK(job.table.pairs.size() == 45);
    CHECK_THAT(overlap_with_itself_km2(job.drawn), WithinAbs(1.62, 0.005));
    check_overlapping(job);
    check_conservation(job);
    check_against_geos(job);
}

// The ten whose rings cross themselves are asked about with their crossings on the lattice; what
// that makes is said where MakeValid by linework is.
TEST_CASE("the invalid municipalities of 2014 share what GEOS says with the regions") {
    if (!real_data_there())
        return;
    const Job job = measure_2014();
    CHECK(job.drawn.features().size() == 589);
    CHECK(job.table.pairs.size() == 590);
    CHECK_FALSE(job.side().cover);
    check_conservation(job);
    check_against_geos(job);
}

TEST_CASE("overlaps of the municipalities of 2014 come with what became of each faulty one") {
    if (!real_data_there())
        return;
    const Job job = measure_2014();
    const auto faulty = arrangement::find_faulty(job.drawn);
    REQUIRE(faulty.size() == 10);
    REQUIRE(job.findings.size() == 11);
    CHECK(job.findings.front().number == FindingNumber::LayerTransformed);
    for (std::size_t i = 0; i < faulty.size(); ++i)
        check_finding(job, faulty[i], job.findings[i + 1]);
    check_collections(job.mended());
}

TEST_CASE("MakeValid by linework differs from what is mended by rounded crossings alone") {
    if (!real_data_there())
        return;
    const Job job = measure_2014();
    const GeosOracle geos;
    for (const FeatureId feature : arrangement::find_faulty(job.drawn)) {
        INFO(label_of(job.drawn[feature]));
        const auto drawn = polygons_of(job.drawn, feature);
        const double ours = static_cast<double>(moments(job.mended(), feature).twice_area) / 2;
        check_area(ours, geos.made_valid(through_crossings(drawn), MakeValid::Linework));
        // Between an edge and the line that it has become.
        double bound = 0;
        for (const Segment& edge : crossed_edges(drawn))
            bound += length_of(edge) * kCrossingOffset;
        CHECK(std::abs(ours - geos.made_valid(drawn, MakeValid::Linework).area) < bound);
    }
    check_exchange(job);
}

TEST_CASE("MakeValid by structure keeps loops that are wound around twice, and nothing else") {
    if (!real_data_there())
        return;
    const Job job = measure_2014();
    const GeosOracle geos;
    std::vector<std::string> with_loops;
    for (const FeatureId feature : arrangement::find_faulty(job.drawn)) {
        INFO(label_of(job.drawn[feature]));
        const auto drawn = through_crossings(polygons_of(job.drawn, feature));
        const Loops loops = loops_of(drawn);
        const Wide twice = moments(loops.wound_twice).twice_area;
        const Wide back = moments(loops.wound_back).twice_area;
        const Wide mended = moments(job.mended(), feature).twice_area;
        CHECK((mended == moments(drawn).twice_area - 2 * twice + 2 * back));
        check_area(static_cast<double>(mended + twice) / 2,
                   geos.made_valid(drawn, MakeValid::Structure));
        if (!loops.wound_twice.empty())
            with_loops.push_back(job.drawn[feature].code);
    }
    const std::vector<std::string> expected = {"Oostkamp", "Mont-Saint-Guibert", "Fleurus",
                                               "Marche-en-Famenne"};
    CHECK(with_loops == expected);
    check_loop_of_oostkamp(job, geos);
}

} // namespace regio::test
