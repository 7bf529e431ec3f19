// Reads geometries from any bytes and holds what the engine makes of them to the laws of its
// headers. The bytes are features as WKB, one after the other, as far as they can be read.

#include "base/contract.hpp"
#include "coverage/coverage_health.hpp"
#include "coverage/outline.hpp"
#include "layer/rounding.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/kernel_laws.hpp"
#include "tests/fuzz/layer_laws.hpp"
#include "tests/fuzz/outline_laws.hpp"
#include "tests/fuzz/wkb_layers.hpp"
#include "topology/chains.hpp"
#include "topology/self_contacts.hpp"
#include "validation/validate.hpp"

#include <cpl_error.h>

#include <array>
#include <span>
#include <vector>

namespace regio::fuzz {

namespace {

void check_outlines(const layer::Layer& layer, const topology::Chains& chains, Overlaps overlaps) {
    const coverage::Outliner outliner(chains);
    std::array<std::vector<layer::FeatureId>, 2> alternating;
    std::vector<layer::FeatureId> all;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const layer::FeatureId feature{static_cast<std::uint32_t>(i)};
        check_outline(layer, outliner, std::array{feature}, overlaps);
        alternating[i % 2].push_back(feature);
        all.push_back(feature);
    }
    check_outline(layer, outliner, all, overlaps);
    for (const auto& group : alternating)
        check_outline(layer, outliner, group, overlaps);
}

/// validation/validate.hpp: a larger tolerance takes no defect away, and each can say what it is.
void check_validation(const layer::RawLayer& raw, const layer::Layer& layer,
                      const std::vector<Finding>& findings) {
    constexpr double kWiderThanAll = 1e12;
    const validation::ReadLayer read{.raw = raw, .rounded = layer};
    const auto strict = validation::validate(read, findings, {});
    const auto lenient = validation::validate(read, findings, {.tolerance_m = kWiderThanAll});
    REGIO_EXPECTS(strict.size() == lenient.size());
    for (const auto& defect : strict)
        REGIO_EXPECTS(!message(defect.finding, Language::Dutch).empty());
    for (const auto& defect : lenient)
        REGIO_EXPECTS(!defect.width_m || defect.severity == Severity::Warning);
}

void check(const layer::RawLayer& raw, const kernel::Lattice& lattice) {
    std::vector<Finding> findings;
    const layer::Layer layer = round_to(raw, lattice, findings);
    check_validation(raw, layer, findings);
    check_rounding(raw, layer);
    check_rings(layer);
    check_indices(layer);
    const topology::Chains chains(layer);
    check_chains(layer, chains);
    check_adjacency(layer, chains);
    const auto contacts = topology::find_self_contacts(layer);
    check_self_contacts(layer, contacts);
    topology::report_self_contacts(layer, findings);
    const auto health = coverage::coverage_health(layer, chains);
    check_health(layer, chains, health);
    check_ring_builder(chains);
    check_outlines(layer, chains, overlaps_of(layer, chains, contacts, health));
}

} // namespace

} // namespace regio::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    regio::fuzz::for_each_rounding({bytes, size}, regio::fuzz::check);
    return 0;
}
