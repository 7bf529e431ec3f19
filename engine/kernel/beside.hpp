#pragma once

#include "kernel/predicates.hpp"
#include "kernel/wide.hpp"

#include <cstdint>

namespace regio::kernel {

/// The point an infinitesimal step to the left of the middle of a segment (symbolic perturbation:
/// Edelsbrunner and Mücke, Simulation of Simplicity, 1990). It lies on no lattice line and on no
/// edge; a step along one leaves the decision to a smaller step upwards, and that to a third one to
/// the right. Precondition: the segment is longer than a point.
struct Beside {
    std::int64_t x, y;           ///< The middle, in half units.
    std::int64_t step_x, step_y; ///< The direction of the step.

    explicit Beside(const Segment& s)
        : x(std::int64_t{s.a.x} + s.b.x), y(std::int64_t{s.a.y} + s.b.y),
          step_x(std::int64_t{s.a.y} - s.b.y), step_y(std::int64_t{s.b.x} - s.a.x) {}

    [[nodiscard]] bool is_above(std::int32_t level) const {
        const std::int64_t twice = 2 * std::int64_t{level};
        return y != twice ? y > twice : step_y >= 0;
    }

    [[nodiscard]] bool is_left_of(const Segment& line) const {
        const Wide dx = Wide{line.b.x} - line.a.x;
        const Wide dy = Wide{line.b.y} - line.a.y;
        const Wide value = dx * (y - 2 * Wide{line.a.y}) - dy * (x - 2 * Wide{line.a.x});
        if (value != 0)
            return value > 0;
        const Wide stepped = dx * step_y - dy * step_x;
        if (stepped != 0)
            return stepped > 0;
        return dx != 0 ? dx > 0 : dy < 0;
    }

    /// Whether the edge passes to the right of the point, on its level: the ray to the right
    /// crosses it.
    [[nodiscard]] bool is_passed_by(const Segment& edge) const {
        const bool is_above_a = is_above(edge.a.y);
        return is_above_a != is_above(edge.b.y) && is_left_of(edge) == is_above_a;
    }
};

} // namespace regio::kernel
