#include "tests/support/real_layers.hpp"

#include "tests/support/real_data.hpp"
#include "topology/adjacency.hpp"

#include <algorithm>
#include <span>

namespace regio::test {

io::LayerSource layer_source(const std::string& file, const std::string& code,
                             const std::string& name) {
    return {.source = {.file = file.starts_with("/") ? file : data_file(file), .layer = {}},
            .code = code,
            .name = name,
            .crs = {}};
}

project::OpenedLayer open_layer(const io::LayerSource& source, const project::LatticeTerms& terms,
                                std::vector<Finding>& findings) {
    auto opened = project::open_layers(std::span(&source, 1), terms, findings);
    return std::move(opened.layers.front());
}

layer::Layer open_layer(const io::LayerSource& source) {
    std::vector<Finding> findings;
    return open_layer(source, {}, findings).layer;
}

std::map<std::string, kernel::Wide> areas_by_code(const layer::Layer& layer) {
    std::map<std::string, kernel::Wide> areas;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        areas[layer[layer::FeatureId(i)].code] += moments(layer, layer::FeatureId(i)).twice_area;
    return areas;
}

std::map<std::string, double> perimeters_by_code(const topology::Chains& chains,
                                                 const layer::Layer& layer) {
    std::map<std::string, double> lengths;
    for (const auto& chain : chains.all()) {
        const double metres = topology::length_of(chains.points(chain)).metres(chains.lattice());
        for (const auto part : {chain.left, chain.right})
            if (part != layer::kNoPart)
                lengths[layer[chains.feature_of(part)].code] += metres;
    }
    return lengths;
}

std::vector<std::pair<std::string, std::string>> neighbours(const topology::Chains& chains,
                                                            const layer::Layer& layer) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& border : topology::borders(chains))
        pairs.push_back(std::minmax({layer[border.one].code, layer[border.other].code}));
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace regio::test
