#pragma once

namespace regio::io {

/// A position in a coordinate reference system, in its own unit; the axes are always east, north.
struct Position {
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(const Position&, const Position&) = default;
};

/// A box of positions, borders included.
struct Extent {
    double min_x = 0.0;
    double min_y = 0.0;
    double max_x = 0.0;
    double max_y = 0.0;

    friend bool operator==(const Extent&, const Extent&) = default;
};

} // namespace regio::io
