#pragma once

#include <vector>

namespace regio::scene {

/// Points to a millimetre: a point is a 72nd of an inch.
inline constexpr double kMillimetresPerPoint = 25.4 / 72;

/// A place on a sheet, in millimetres to the right of and below its upper left corner.
struct PaperPoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const PaperPoint&, const PaperPoint&) = default;
};

/// A line through points; closed ones join the last to the first, which is not repeated.
using PaperLine = std::vector<PaperPoint>;

/// A rectangle of a sheet, in millimetres; left <= right and top <= bottom.
struct PaperBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const noexcept { return right - left; }
    [[nodiscard]] double height() const noexcept { return bottom - top; }
    [[nodiscard]] PaperPoint centre() const noexcept {
        return {(left + right) / 2, (top + bottom) / 2};
    }

    friend bool operator==(const PaperBox&, const PaperBox&) = default;
};

/// The box with this margin added on all sides; a negative one is taken off.
[[nodiscard]] constexpr PaperBox grown(const PaperBox& box, double margin) {
    return {box.left - margin, box.top - margin, box.right + margin, box.bottom + margin};
}

/// Whether two boxes share more than an edge.
[[nodiscard]] constexpr bool overlap(const PaperBox& one, const PaperBox& other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom &&
           other.top < one.bottom;
}

/// Whether the inner box lies in the outer one; edges may coincide.
[[nodiscard]] constexpr bool contains(const PaperBox& outer, const PaperBox& inner) {
    return outer.left <= inner.left && inner.right <= outer.right && outer.top <= inner.top &&
           inner.bottom <= outer.bottom;
}

[[nodiscard]] constexpr bool contains(const PaperBox& box, const PaperPoint& point) {
    return box.left <= point.x && point.x <= box.right && box.top <= point.y &&
           point.y <= box.bottom;
}

} // namespace regio::scene
