#pragma once

#include "kernel/predicates.hpp"

#include <cstdint>

namespace regio::kernel {

/// Where two layers meet, one of them counts as moved by an infinitesimal vector, to the right and
/// by far less upwards (Edelsbrunner and Mücke, Simulation of Simplicity, 1990). No point then lies
/// on a line of the other layer, no edges overlap, and every contact is a crossing or none.
enum class Shift : bool {
    Back,    ///< The layer of the point stays, that of the line is moved.
    Forward, ///< The layer of the point is moved.
};

/// Whether the point that has this orientation() to a line lies left of it.
/// Precondition: the line is longer than a point.
[[nodiscard]] constexpr bool is_left(std::int64_t orientation, const Segment& line, Shift shift) {
    if (orientation != 0)
        return orientation > 0;
    const bool is_forward_left = line.a.y != line.b.y ? line.b.y < line.a.y : line.b.x > line.a.x;
    return is_forward_left == (shift == Shift::Forward);
}

/// Where an edge crosses one of the other layer.
struct EdgeCrossing {
    bool is_crossing = false;
    bool goes_right = false; ///< From the left of the other edge to its right.
    std::int64_t before = 0; ///< Orientation of its start to the other edge,
    std::int64_t after = 0;  ///< and of its end: they part the edge as before : -after.
};

/// How an edge crosses an edge of the other layer, which counts as moved or not.
///
/// Laws: 1. both edges see the crossing or none does, and one goes to the right where the other
/// goes to the left; 2. an edge and its reverse cross the same edges in the same places; 3. a
/// closed line crosses every other closed line as often to the right as to the left.
/// Precondition: both are longer than a point.
[[nodiscard]] constexpr EdgeCrossing crossing(const Segment& edge, const Segment& other,
                                              Shift other_is) {
    const bool is_start_left = is_left(orientation(edge.a, edge.b, other.a), edge, other_is);
    const bool is_end_left = is_left(orientation(edge.a, edge.b, other.b), edge, other_is);
    if (is_start_left == is_end_left)
        return {};
    const Shift edge_is = other_is == Shift::Forward ? Shift::Back : Shift::Forward;
    const std::int64_t before = orientation(other.a, other.b, edge.a);
    const std::int64_t after = orientation(other.a, other.b, edge.b);
    const bool starts_left = is_left(before, other, edge_is);
    if (starts_left == is_left(after, other, edge_is))
        return {};
    return {.is_crossing = true, .goes_right = starts_left, .before = before, .after = after};
}

} // namespace regio::kernel
