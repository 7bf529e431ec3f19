// Areas, centroids and neighbours of the clean layers, against GEOS on the same lattice points.

#include "tests/support/feature_pairs.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "topology/adjacency.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

namespace regio::test {

namespace {

using layer::FeatureId;

struct CleanLayer {
    const char* file;
    const char* code;
};

const std::vector<CleanLayer>& clean_layers() {
    static const std::vector<CleanLayer> layers = {
        {"municipalities/2018.gpkg", "nis"},    {"municipalities/2024.gpkg", "nis"},
        {"municipalities/2025.gpkg", "nis"},    {"fine/deelgemeenten_2025.gpkg", "code"},
        {"fine/wijken_ggw7_2025.gpkg", "code"},
    };
    return layers;
}

} // namespace

TEST_CASE("areas and centroids of clean layers are those of GEOS") {
    if (!real_data_there())
        return;
    const GeosOracle geos;
    for (const auto& [file, code] : clean_layers()) {
        const layer::Layer layer = open_layer(layer_source(file, code));
        for (std::size_t i = 0; i < layer.features().size(); ++i) {
            INFO(file << ' ' << layer[FeatureId(i)].code);
            const auto polygons = polygons_of(layer, FeatureId(i));
            const auto sums = moments(layer, FeatureId(i));
            const double area = static_cast<double>(sums.twice_area) / 2;
            // GEOS adds doubles of up to 2⁶⁰ for areas of 2⁴³ and more.
            CHECK(geos.area(polygons) == Approx(area).epsilon(1e-9));
            const auto expected = geos.centroid(polygons);
            const auto found = centroid(sums);
            CHECK(std::hypot(found.x - expected.x, found.y - expected.y) < 1.0);
        }
    }
}

TEST_CASE("areas of clean layers add up to the same 128 bits from features, rings and chains") {
    if (!real_data_there())
        return;
    for (const auto& [file, code] : clean_layers()) {
        INFO(file);
        const layer::Layer layer = open_layer(layer_source(file, code));
        kernel::Wide from_features = 0;
        for (std::size_t i = 0; i < layer.features().size(); ++i)
            from_features += moments(layer, FeatureId(i)).twice_area;
        kernel::Wide from_points = 0;
        for (std::size_t ring = 0; ring < layer.ring_count(); ++ring) {
            const auto points = layer.ring(layer::RingId(ring));
            for (std::size_t i = 0; i < points.size(); ++i)
                from_points += kernel::Wide{points[i].x} * points[(i + 1) % points.size()].y -
                               kernel::Wide{points[(i + 1) % points.size()].x} * points[i].y;
        }
        kernel::Wide from_chains = 0; // only one-sided ones are left: the others cancel out
        const topology::Chains chains(layer);
        for (const auto& chain : chains.all())
            if (chain.right == layer::kNoPart)
                for (std::size_t i = 0; i + 1 < chain.count; ++i)
                    from_chains +=
                        kernel::cross(chains.points(chain)[i], chains.points(chain)[i + 1]);
        CHECK(from_features == from_points);
        CHECK(from_features == from_chains);
    }
}

TEST_CASE("neighbours in clean layers are those that GEOS says touch in a line") {
    if (!real_data_there())
        return;
    const GeosOracle geos;
    for (const auto& [file, code] : clean_layers()) {
        INFO(file);
        const layer::Layer layer = open_layer(layer_source(file, code));
        FeaturePairs ours;
        for (const auto& border : topology::borders(topology::Chains(layer)))
            ours.emplace_back(border.one, border.other);
        CHECK((ours == pairs_by_geos(geos, layer, kBoundariesShareALine)));
    }
}

} // namespace regio::test
