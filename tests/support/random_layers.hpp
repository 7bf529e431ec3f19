#pragma once

#include "tests/support/geometry.hpp"

#include <cstdint>
#include <vector>

namespace regio::test {

/// How a random coverage is made of the cells of a grid.
struct CoverageOptions {
    int columns = 5;
    int rows = 5;
    int features = 4;
    int unused_percent = 15; ///< Cells that belong to no feature.
    int jitter = 0;          ///< How far a node moves; below a quarter of the spacing of 10.
};

/// A coverage without faults: every cell of a grid belongs to one feature at random or to none.
/// Features have enclaves, holes and parts, and touch in corners.
Shapes random_coverage(std::uint32_t seed, const CoverageOptions& options = {});

/// The same areas without the vertices on straight lines: neighbours have other vertices then.
Shapes without_straight_vertices(Shapes shapes);

/// How random rubbish is made.
struct RubbishOptions {
    int features = 3;
    int most_parts = 2;
    int most_holes = 1;
    int most_points = 7; ///< Of a ring; three at least.
    int size = 6;        ///< Coordinates from 0 on.
};

/// Rings of random points: they overlap, cross themselves, come back to points and run over
/// themselves. They keep to what a Layer promises and to nothing else.
Shapes random_rubbish(std::uint32_t seed, const RubbishOptions& options = {});

/// A ring of random points as above.
kernel::Ring random_ring(std::uint32_t seed, int points, int size);

/// Up to six simple rings that nowhere meet, each a part or a hole of the part before it at random:
/// they lie in each other and beside each other.
kernel::MultiPolygon random_apart_rings(std::uint32_t seed);

/// Small rings of random points that GEOS calls valid, counter-clockwise.
std::vector<kernel::Ring> simple_rings(std::uint32_t count, int size = 4);

/// The same features in another order, with other orders of parts and holes, other start vertices
/// and directions.
Shapes shuffled(Shapes shapes, std::uint32_t seed);

/// Seeds to go through: 1 up to `count`.
std::vector<std::uint32_t> seeds(std::uint32_t count);

} // namespace regio::test
