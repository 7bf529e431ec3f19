// Reads two layers from any bytes and holds their overlaps to the laws of topology/overlap.hpp. The
// bytes are features as WKB, for the one layer and the other by turns; faulty ones are mended.

#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/layer_pairs.hpp"
#include "tests/support/overlap_laws.hpp"

namespace regio::fuzz {

namespace {

/// Bounds that keep a run short: exact areas take their time.
constexpr std::size_t kMostEdges = 256;
constexpr std::size_t kMostEdgesForExactAreas = 40;

test::Shapes shapes_of(const layer::Layer& layer) {
    test::Shapes shapes;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        shapes.push_back(
            {.code = std::to_string(i), .polygons = test::polygons_of(layer, layer::FeatureId(i))});
    return shapes;
}

std::string broken_law(const layer::Layer& one, const layer::Layer& other) {
    const test::Shapes a = shapes_of(one);
    const test::Shapes b = shapes_of(other);
    const std::size_t edges = one.edge_count() + other.edge_count();
    auto broken = test::broken_law(a, b, static_cast<std::uint32_t>(edges));
    if (broken.empty() && edges <= kMostEdgesForExactAreas)
        broken = test::breach_of_error_bound(a, b);
    return broken;
}

} // namespace

} // namespace regio::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    regio::fuzz::hold_pairs({bytes, size}, regio::fuzz::kMostEdges, regio::fuzz::broken_law);
    return 0;
}
