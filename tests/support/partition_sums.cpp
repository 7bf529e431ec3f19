#include "tests/support/partition_sums.hpp"

#include "topology/adjacency.hpp"
#include "topology/overlap.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace regio::test {

namespace {

using coverage::Piece;
using topology::Chains;

std::vector<Chains> chains_of(const std::vector<layer::Layer>& layers) {
    std::vector<Chains> chains;
    chains.reserve(layers.size());
    for (const layer::Layer& layer : layers)
        chains.emplace_back(layer);
    return chains;
}

std::vector<Piece> union_of(const std::vector<Chains>& layers) {
    std::vector<const Chains*> all;
    for (const Chains& chains : layers)
        all.push_back(&chains);
    return partition(all, coverage::PartitionKind::Union);
}

/// The features of a layer that a piece lies in.
std::vector<std::size_t> features_of(const Piece& piece, std::size_t layer) {
    std::vector<std::size_t> features;
    for (const auto& member : piece.features)
        if (member.layer == layer)
            features.push_back(index(member.feature));
    return features;
}

} // namespace

PartitionedLayers::PartitionedLayers(const std::vector<layer::Layer>& layers)
    : chains_(chains_of(layers)), pieces_(union_of(chains_)) {}

std::vector<PartitionedLayers::Difference> PartitionedLayers::differences(std::size_t one,
                                                                          std::size_t other) const {
    std::map<std::pair<std::size_t, std::size_t>, double> areas;
    for (const Piece& piece : pieces_) {
        const double area = static_cast<double>(moments(piece.polygons).twice_area) / 2;
        for (const std::size_t a : features_of(piece, one))
            for (const std::size_t b : features_of(piece, other))
                areas[{a, b}] += area;
    }
    for (const auto& pair : topology::overlap(chains_[one], chains_[other]))
        areas[{index(pair.a), index(pair.b)}] -= pair.area.twice_area() / 2;
    const auto lengths = border_lengths(chains_[one]);
    const auto other_lengths = border_lengths(chains_[other]);
    std::vector<Difference> differences;
    for (const auto& [pair, difference] : areas)
        differences.push_back(
            {.a = pair.first,
             .b = pair.second,
             .in_square_units = std::abs(difference),
             .bound = std::sqrt(0.5) * (lengths[pair.first] + other_lengths[pair.second])});
    return differences;
}

CoverageEdges coverage_edges(std::span<const kernel::MultiPolygon> areas) {
    EdgeCounts all;
    for (const kernel::MultiPolygon& area : areas)
        for (const auto& [edge, count] : edges_of(area))
            all[edge] += count;
    CoverageEdges edges;
    for (const auto& [edge, count] : all) {
        edges.repeated += count > 1 ? 1U : 0U;
        if (!all.contains({edge.second, edge.first}))
            edges.one_sided[edge] = count;
    }
    return edges;
}

std::vector<double> border_lengths(const Chains& chains) {
    std::vector<double> lengths(chains.feature_count());
    for (const auto& chain : chains.all()) {
        const double length =
            static_cast<double>(topology::length_of(chains.points(chain)).fixed) / 65536;
        lengths[index(chains.feature_of(chain.left))] += length;
        if (chain.right != layer::kNoPart)
            lengths[index(chains.feature_of(chain.right))] += length;
    }
    return lengths;
}

} // namespace regio::test
