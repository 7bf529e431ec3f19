#pragma once

#include <algorithm>
#include <limits>

namespace regio::kernel {

/// A place in a coordinate reference system: east and north, in metres or degrees.
struct Position {
    double x = 0;
    double y = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

/// The least and greatest coordinates of positions; empty at first.
struct Extent {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool is_empty() const noexcept { return min_x > max_x; }

    void include(Position position) {
        min_x = std::min(min_x, position.x);
        min_y = std::min(min_y, position.y);
        max_x = std::max(max_x, position.x);
        max_y = std::max(max_y, position.y);
    }

    void include(const Extent& other) {
        min_x = std::min(min_x, other.min_x);
        min_y = std::min(min_y, other.min_y);
        max_x = std::max(max_x, other.max_x);
        max_y = std::max(max_y, other.max_y);
    }

    friend bool operator==(const Extent&, const Extent&) = default;
};

} // namespace regio::kernel
