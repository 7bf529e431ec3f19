// Reads two layers from any bytes and holds their overlaps to the laws of topology/overlap.hpp. The
// bytes are features as WKB, for the one layer and the other by turns; faulty ones are mended.

#include "arrangement/repair.hpp"
#include "layer/rounding.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/wkb_layers.hpp"
#include "tests/support/overlap_laws.hpp"

#include <cpl_error.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

namespace regio::fuzz {

namespace {

/// Bounds that keep a run short: exact areas take their time.
constexpr std::size_t kMostEdges = 256;
constexpr std::size_t kMostEdgesForExactAreas = 40;

/// The features of two layers by turns.
std::array<test::Shapes, 2> two_layers(const layer::Layer& layer) {
    std::array<test::Shapes, 2> layers;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        layers[i % 2].push_back(
            {.code = std::to_string(i), .polygons = test::polygons_of(layer, layer::FeatureId(i))});
    return layers;
}

std::string broken_law(const test::Shapes& a, const test::Shapes& b, std::size_t edges) {
    auto broken = test::broken_law(a, b, static_cast<std::uint32_t>(edges));
    if (broken.empty() && edges <= kMostEdgesForExactAreas)
        broken = test::breach_of_error_bound(a, b);
    return broken;
}

void check(const layer::RawLayer& raw, const kernel::Lattice& lattice) {
    std::vector<Finding> findings;
    const layer::Layer rounded = round_to(raw, lattice, findings);
    if (rounded.edge_count() > kMostEdges)
        return;
    const auto mended = arrangement::repaired(rounded, findings);
    const layer::Layer& layer = mended ? *mended : rounded;
    const auto [a, b] = two_layers(layer);
    const auto broken = broken_law(a, b, layer.edge_count());
    if (broken.empty())
        return;
    std::fputs((broken + " does not hold \n" + test::to_text(a) + test::to_text(b)).c_str(),
               stderr);
    std::abort();
}

} // namespace

} // namespace regio::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    regio::fuzz::for_each_rounding({bytes, size}, regio::fuzz::check);
    return 0;
}
