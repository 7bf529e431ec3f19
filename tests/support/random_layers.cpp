#include "tests/support/random_layers.hpp"

#include "kernel/predicates.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/geos_oracle.hpp"

#include <algorithm>
#include <numeric>

namespace regio::test {

namespace {

using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using kernel::Ring;

constexpr int kSpacing = 10;

/// The nodes of a grid, row by row.
std::vector<Point> nodes(const CoverageOptions& options, Dice& dice) {
    std::vector<Point> nodes;
    for (int row = 0; row <= options.rows; ++row)
        for (int column = 0; column <= options.columns; ++column)
            nodes.push_back({column * kSpacing + dice.roll(-options.jitter, options.jitter),
                             row * kSpacing + dice.roll(-options.jitter, options.jitter)});
    return nodes;
}

MultiPolygon cell(const std::vector<Point>& nodes, int column, int row, int columns) {
    const auto node = [&](int right, int up) {
        return nodes[static_cast<std::size_t>((row + up) * (columns + 1) + column + right)];
    };
    return {Polygon{.shell = {node(0, 0), node(1, 0), node(1, 1), node(0, 1)}, .holes = {}}};
}

bool is_flat(const Ring& ring) {
    return std::all_of(ring.begin(), ring.end(),
                       [&](Point p) { return orientation(ring[0], ring[1], p) == 0; });
}

/// A ring as a Layer takes it: no point equal to the one before it, not all on one line.
Ring roll_ring(Dice& dice, int points, int size) {
    while (true) {
        Ring ring;
        for (int i = 0; i < points; ++i)
            ring.push_back({dice.roll(0, size), dice.roll(0, size)});
        ring = kernel::canonical(std::move(ring));
        if (ring.size() >= 3 && !is_flat(ring))
            return ring;
    }
}

bool meet(const Ring& one, const Ring& other) {
    for (std::size_t i = 0; i < one.size(); ++i)
        for (std::size_t j = 0; j < other.size(); ++j)
            if (contact(kernel::edge(one, i), kernel::edge(other, j)) != kernel::Contact::None)
                return true;
    return false;
}

/// A triangle or a box, from small to as large as the size.
Ring roll_simple_ring(Dice& dice, int size) {
    const int extent = dice.roll(2, size);
    const Point corner = {dice.roll(0, size - extent), dice.roll(0, size - extent)};
    if (dice.roll(0, 1) == 0) {
        const int height = dice.roll(2, extent);
        return {corner,
                {corner.x + extent, corner.y},
                {corner.x + extent, corner.y + height},
                {corner.x, corner.y + height}};
    }
    Ring triangle = roll_ring(dice, 3, extent);
    for (Point& point : triangle)
        point = {corner.x + point.x, corner.y + point.y};
    return triangle;
}

template <typename Values>
void shuffle(Values& values, Dice& dice) {
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1],
                  values[static_cast<std::size_t>(dice.roll(0, static_cast<int>(i) - 1))]);
}

void turn(Ring& ring, Dice& dice) {
    std::rotate(ring.begin(), ring.begin() + dice.roll(0, static_cast<int>(ring.size()) - 1),
                ring.end());
    if (dice.roll(0, 1) == 1)
        std::reverse(ring.begin(), ring.end());
}

} // namespace

Shapes random_coverage(std::uint32_t seed, const CoverageOptions& options) {
    Dice dice(seed);
    const auto grid = nodes(options, dice);
    std::vector<std::vector<MultiPolygon>> cells(static_cast<std::size_t>(options.features));
    for (int row = 0; row < options.rows; ++row)
        for (int column = 0; column < options.columns; ++column)
            if (dice.roll(1, 100) > options.unused_percent)
                cells[static_cast<std::size_t>(dice.roll(0, options.features - 1))].push_back(
                    cell(grid, column, row, options.columns));
    const GeosOracle geos;
    Shapes shapes;
    for (const auto& feature : cells)
        shapes.push_back(
            {.code = "f" + std::to_string(shapes.size()), .polygons = geos.union_of(feature)});
    return shapes;
}

Shapes random_rubbish(std::uint32_t seed, const RubbishOptions& options) {
    Dice dice(seed);
    const auto ring = [&] {
        return roll_ring(dice, dice.roll(3, options.most_points), options.size);
    };
    Shapes shapes;
    for (int i = 0; i < options.features; ++i) {
        Shape shape{.code = "g" + std::to_string(i), .polygons = {}};
        for (int parts = dice.roll(1, options.most_parts); parts > 0; --parts) {
            Polygon polygon{.shell = ring(), .holes = {}};
            for (int holes = dice.roll(0, options.most_holes); holes > 0; --holes)
                polygon.holes.push_back(ring());
            shape.polygons.push_back(std::move(polygon));
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

Ring random_ring(std::uint32_t seed, int points, int size) {
    Dice dice(seed);
    return roll_ring(dice, points, size);
}

MultiPolygon random_apart_rings(std::uint32_t seed) {
    constexpr int kSize = 24;
    constexpr int kTries = 6;
    Dice dice(seed);
    std::vector<Ring> rings;
    MultiPolygon polygons;
    for (int i = 0; i < kTries; ++i) {
        const Ring ring = roll_simple_ring(dice, kSize);
        if (std::any_of(rings.begin(), rings.end(),
                        [&](const Ring& other) { return meet(ring, other); }))
            continue;
        rings.push_back(ring);
        if (polygons.empty() || dice.roll(0, 1) == 0)
            polygons.push_back({.shell = ring, .holes = {}});
        else
            polygons.back().holes.push_back(ring);
    }
    return polygons;
}

std::vector<Ring> simple_rings(std::uint32_t count, int size) {
    const GeosOracle geos;
    std::vector<Ring> rings;
    for (std::uint32_t seed = 1; rings.size() < count; ++seed) {
        Ring ring = random_ring(seed, 3 + static_cast<int>(seed % 5), size);
        if (!geos.validity({Polygon{.shell = ring, .holes = {}}}).is_valid)
            continue;
        if (twice_area(ring) < 0)
            std::reverse(ring.begin(), ring.end());
        rings.push_back(std::move(ring));
    }
    return rings;
}

Shapes without_straight_vertices(Shapes shapes) {
    const auto bends_only = [](const Ring& ring) {
        Ring bends;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point before = ring[i == 0 ? ring.size() - 1 : i - 1];
            if (orientation(before, ring[i], kernel::edge(ring, i).b) != 0)
                bends.push_back(ring[i]);
        }
        return bends;
    };
    for (Shape& shape : shapes)
        for (Polygon& polygon : shape.polygons) {
            polygon.shell = bends_only(polygon.shell);
            for (Ring& hole : polygon.holes)
                hole = bends_only(hole);
        }
    return shapes;
}

Shapes shuffled(Shapes shapes, std::uint32_t seed) {
    Dice dice(seed);
    shuffle(shapes, dice);
    for (Shape& shape : shapes) {
        shuffle(shape.polygons, dice);
        for (Polygon& polygon : shape.polygons) {
            shuffle(polygon.holes, dice);
            turn(polygon.shell, dice);
            for (Ring& hole : polygon.holes)
                turn(hole, dice);
        }
    }
    return shapes;
}

std::vector<std::uint32_t> seeds(std::uint32_t count) {
    std::vector<std::uint32_t> seeds(count);
    std::iota(seeds.begin(), seeds.end(), 1U);
    return seeds;
}

} // namespace regio::test
