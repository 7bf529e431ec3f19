#include "tests/fuzz/layer_pairs.hpp"

#include "arrangement/repair.hpp"
#include "layer/rounding.hpp"
#include "tests/fuzz/wkb_layers.hpp"
#include "tests/support/geometry.hpp"

#include <cpl_error.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace regio::fuzz {

namespace {

/// The features of two layers by turns.
std::array<layer::Layer, 2> two_layers(const layer::Layer& layer) {
    std::array<std::vector<layer::FeatureId>, 2> features;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        features[i % 2].push_back(layer::FeatureId(i));
    return {select(layer, features[0]), select(layer, features[1])};
}

std::string to_text(const layer::Layer& layer) {
    std::string text;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        text += test::to_wkt(test::polygons_of(layer, layer::FeatureId(i))) + "\n";
    return text;
}

} // namespace

void hold_pairs(std::span<const std::uint8_t> bytes, std::size_t most_edges,
                const BrokenLaw& broken_law) {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    for_each_rounding(bytes, [&](const layer::RawLayer& raw, const kernel::Lattice& lattice) {
        std::vector<Finding> findings;
        const layer::Layer rounded = round_to(raw, lattice, findings);
        if (rounded.edge_count() > most_edges)
            return;
        const auto mended = arrangement::repaired(rounded, findings);
        const auto [a, b] = two_layers(mended ? *mended : rounded);
        const std::string broken = broken_law(a, b);
        if (broken.empty())
            return;
        std::fputs((broken + " does not hold \n" + to_text(a) + "and\n" + to_text(b)).c_str(),
                   stderr);
        std::abort();
    });
}

} // namespace regio::fuzz
