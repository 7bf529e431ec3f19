#pragma once

#include "layer/layer.hpp"

#include <cstdint>

namespace regio::benchmarks {

/// A coverage that is made up: columns × rows of faces whose corners are moved about, with borders
/// as crooked as real ones, shared point by point. Its outer border is straight.
struct MadeCoverage {
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;
    std::uint32_t edges_a_side = 1; ///< Of each of the four sides of a face; a power of two.
    /// In units. Flanders on the lattice of millimetres, 280 × 230 km.
    kernel::Box box = {{-140'000'000, -115'000'000}, {140'000'000, 115'000'000}};
    std::uint64_t seed = 1; ///< Equal seeds give equal coverages, on every machine.

    /// Of the borders, each counted once.
    [[nodiscard]] std::uint64_t edge_count() const {
        const std::uint64_t sides =
            std::uint64_t{columns} * (rows + 1) + std::uint64_t{rows} * (columns + 1);
        return sides * edges_a_side;
    }
};

/// The box within another: drawn in by a few hundredths and off its middle.
[[nodiscard]] kernel::Box box_within(const kernel::Box& box);

/// A feature of one ring for each face, row by row. Borders are lines whose midpoints are displaced
/// again and again (Fournier, Fussell and Carpenter, Computer Rendering of Stochastic Models,
/// 1982). Precondition: edges are several units long.
[[nodiscard]] layer::Layer make_coverage(const MadeCoverage& coverage);

/// The same layer as if digitised once more: every point moves by up to so many units in x and y.
/// Equal points move alike, so borders stay shared. Precondition: rings stay rings, as they do when
/// points are further apart than they move.
[[nodiscard]] layer::Layer digitised_again(const layer::Layer& layer, std::uint32_t units);

/// The same features in an order that has nothing to do with where they lie.
[[nodiscard]] layer::Layer shuffled(const layer::Layer& layer, std::uint64_t seed);

} // namespace regio::benchmarks
