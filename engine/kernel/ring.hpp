#pragma once

#include "kernel/point.hpp"
#include "kernel/position.hpp"
#include "kernel/predicates.hpp"
#include "kernel/wide.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace regio::kernel {

/// A closed line: the last point is joined to the first, which is not repeated.
using Ring = std::vector<Point>;

/// A ring as algorithms read it. Its edge i runs from point i to the next.
using RingView = std::span<const Point>;

[[nodiscard]] inline Segment edge(RingView ring, std::size_t i) {
    return {ring[i], ring[i + 1 == ring.size() ? 0 : i + 1]};
}

/// Twice the signed area in square units: positive when the ring runs counter-clockwise.
/// Laws: 1. no start vertex and no translation changes it; 2. reversing the ring negates it; 3. a
/// ring of fewer than three points has 0.
[[nodiscard]] Wide twice_area(RingView ring);

/// First moments of the area: the centroid is (x, y) / (3 · twice_area).
struct Moments {
    Wide twice_area = 0;
    Wide x = 0;
    Wide y = 0;

    Moments& operator+=(const Moments& other);
    friend bool operator==(const Moments&, const Moments&) = default;
};

/// Moments about the origin of the lattice; those of the rings of a polygon add up to the polygon's
/// (Bashein and Detmer, Centroid of a Polygon, Graphics Gems IV, 1994). Exact below 2³² points.
[[nodiscard]] Moments moments(RingView ring);

/// The centroid in units, correct to the last bits of a double.
/// Precondition: moments.twice_area is not 0.
[[nodiscard]] Position centroid(const Moments& moments);

enum class Location : std::uint8_t { Outside, Boundary, Inside };

/// Where a point lies in the area of odd winding of the ring.
/// Laws: 1. every vertex and every lattice point of an edge is Boundary; 2. no start vertex and no
/// direction changes it; 3. a ring of fewer than three points encloses nothing.
[[nodiscard]] Location locate(Point point, RingView ring);

/// Whether the point that lies an infinitesimal step to the left of the middle of a segment lies in
/// the area of odd winding of the ring. It is never on the boundary: the step is smaller than every
/// distance on the lattice (symbolic perturbation as in Edelsbrunner and Mücke, Simulation of
/// Simplicity, 1990). Precondition: the segment is longer than a point.
///
/// Laws: 1. left of an edge of a counter-clockwise simple ring is inside, right of it outside; 2.
/// where the middle is not on the boundary, it is as locate() says of it.
[[nodiscard]] bool is_left_inside(const Segment& segment, RingView ring);

/// The same ring with its least point first and no point equal to the one before it.
[[nodiscard]] Ring canonical(Ring ring);

} // namespace regio::kernel
