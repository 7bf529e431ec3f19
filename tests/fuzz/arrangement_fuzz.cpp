// Reads two layers from any bytes and holds what is made of both at once to the laws of
// arrangement, coverage and nesting. The bytes are features as WKB, for the one layer and the other
// by turns; faulty ones are mended.

#include "tests/fuzz/arrangement_laws.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/layer_pairs.hpp"
#include "topology/thread_limit.hpp"

namespace regio::fuzz {

namespace {

/// A bound that keeps a run short.
constexpr std::size_t kMostEdges = 256;

std::string broken_law(const layer::Layer& a, const layer::Layer& b) {
    for (const auto& breach :
         {breach_of_arrangement, breach_of_partition, breach_of_dissolve, breach_of_shape_verdict})
        if (auto broken = breach(a, b); !broken.empty())
            return broken;
    return {};
}

} // namespace

} // namespace regio::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // Small layers are done before a second thread is awake.
    const regio::topology::ThreadLimit limit(1);
    regio::fuzz::hold_pairs({bytes, size}, regio::fuzz::kMostEdges, regio::fuzz::broken_law);
    return 0;
}
