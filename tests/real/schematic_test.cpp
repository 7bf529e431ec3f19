// The schematic boundaries beside the real ones: who borders whom, and which areas are in one
// piece.

#include "project/project.hpp"
#include "project/project_file.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "topology/chains.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace regio::test {

namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

const std::string kFlanders = REGIO_SOURCE_DIR "/shapes/flanders";

std::set<std::string> codes_of(const layer::Layer& layer) {
    std::set<std::string> codes;
    for (const auto& feature : layer.features())
        codes.insert(feature.code);
    return codes;
}

/// Pairs of these municipalities that share a border in a layer.
Pairs neighbours_among(const std::set<std::string>& codes, const layer::Layer& layer) {
    Pairs pairs;
    for (const auto& pair : neighbours(topology::Chains(layer), layer))
        if (codes.contains(pair.first) && codes.contains(pair.second))
            pairs.insert(pair);
    return pairs;
}

project::Project flanders_on(const std::string& file) {
    auto options = project::read_project_file(kFlanders + "/regio.toml");
    for (auto& source : options.municipalities)
        source.boundaries = layer_source(file, "nis");
    return project::open_project(options);
}

/// "list: name" of the partnerships of one that are in one piece and in the other are not, or the
/// other way round.
std::vector<std::string> differences(const project::Project& one, const project::Project& other) {
    REQUIRE(one.assessments.size() == 463);
    REQUIRE(other.assessments.size() == 463);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < one.assessments.size(); ++i) {
        const auto& partnership = one.assessments[i].partnership.partnership;
        REQUIRE(partnership.name == other.assessments[i].partnership.partnership.name);
        REQUIRE((one.assessments[i].area && other.assessments[i].area));
        if (one.assessments[i].area->is_in_one_piece() !=
            other.assessments[i].area->is_in_one_piece())
            names.push_back(partnership.name);
    }
    return names;
}

} // namespace

TEST_CASE("94 % of the pairs that are neighbours are so schematically, and 94 % the other way") {
    if (!real_data_there())
        return;
    const layer::Layer schematic =
        open_layer(layer_source(kFlanders + "/boundaries_2019.geojson", "nis"));
    const layer::Layer real = open_layer(layer_source("municipalities/2024.gpkg", "nis"));
    const auto codes = codes_of(schematic);
    const Pairs in_schematic = neighbours_among(codes, schematic);
    const Pairs in_reality = neighbours_among(codes, real);
    CHECK(in_reality.size() == 797);
    Pairs both;
    std::ranges::set_intersection(in_schematic, in_reality, std::inserter(both, both.end()));
    const auto share = [&](const Pairs& of) {
        return static_cast<double>(both.size()) / static_cast<double>(of.size());
    };
    CHECK(share(in_reality) >= 0.94);
    CHECK(share(in_schematic) >= 0.94);
}

TEST_CASE("all 463 working areas are schematically in one piece or not as they really are") {
    if (!real_data_there())
        return;
    const auto real = flanders_on(data_file("municipalities/2025.gpkg"));
    const auto schematic = flanders_on(kFlanders + "/boundaries_2025.geojson");
    CHECK(differences(real, schematic) == std::vector<std::string>{});
}

} // namespace regio::test
