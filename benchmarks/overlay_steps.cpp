#include "overlay_steps.hpp"

#include "coverage_generator.hpp"

namespace regio::benchmarks {

using layer::Layer;
using topology::Chains;

const Layer& fine_layer() {
    static const Layer layer =
        make_coverage({.columns = 141, .rows = 141, .edges_a_side = 32, .seed = 11});
    return layer;
}

const Layer& coarse_layer() {
    static const Layer layer = make_coverage({.columns = 24,
                                              .rows = 24,
                                              .edges_a_side = 256,
                                              .box = box_within(MadeCoverage().box),
                                              .seed = 23});
    return layer;
}

const Chains& fine_chains() {
    static const Chains chains(fine_layer());
    return chains;
}

const Chains& coarse_chains() {
    static const Chains chains(coarse_layer());
    return chains;
}

} // namespace regio::benchmarks
