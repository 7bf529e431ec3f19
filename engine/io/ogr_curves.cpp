#include "io/ogr_curves.hpp"

#include "io/ogr_handles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace regio::io {

namespace {

using kernel::Position;

/// The radius of the circle through three points; infinite when they lie on one line.
double radius(Position a, Position b, Position c) {
    const double ab = std::hypot(b.x - a.x, b.y - a.y);
    const double bc = std::hypot(c.x - b.x, c.y - b.y);
    const double ca = std::hypot(a.x - c.x, a.y - c.y);
    const double twice_area = std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    // A whole circle is written as its beginning, the point across, and its beginning again.
    return a == c ? ab / 2 : ab * bc * ca / (2 * twice_area);
}

/// The angle in degrees that a straight line may span: its middle is r(1 - cos(angle / 2)) from the
/// arc.
double step_degrees(double radius, double tolerance) {
    constexpr double kGreatest = 45;
    constexpr double kLeast = 360.0 / (kMostLinesOfCircle - 1); // GDAL may round up to one more
    const double ratio = tolerance / radius;
    if (!(ratio < 1))
        return kGreatest;
    const double step = 4 * std::asin(std::sqrt(ratio / 2)) * 180 / M_PI;
    return std::clamp(step, kLeast, kGreatest);
}

void append_arc(Position a, Position b, Position c, double tolerance,
                std::vector<Position>& positions) {
    const double r = radius(a, b, c);
    if (!std::isfinite(r)) {
        positions.insert(positions.end(), {a, b, c});
        return;
    }
    const OgrGeometry arc(OGR_G_CreateGeometry(wkbCircularString));
    for (const Position p : {a, b, c})
        OGR_G_AddPoint_2D(arc.get(), p.x, p.y);
    const OgrGeometry lines(
        OGR_G_GetLinearGeometry(arc.get(), step_degrees(r, tolerance), nullptr));
    append_points(lines.get(), positions);
}

void append_arcs(OGRGeometryH curve, double tolerance, std::vector<Position>& positions) {
    std::vector<Position> points;
    append_points(curve, points);
    for (std::size_t i = 0; i + 2 < points.size(); i += 2)
        append_arc(points[i], points[i + 1], points[i + 2], tolerance, positions);
}

} // namespace

void append_points(OGRGeometryH line, std::vector<Position>& positions) {
    const int count = OGR_G_GetPointCount(line);
    if (count <= 0)
        return;
    const std::size_t first = positions.size();
    positions.resize(first + static_cast<std::size_t>(count));
    constexpr int kStride = sizeof(Position);
    OGR_G_GetPoints(line, &positions[first].x, kStride, &positions[first].y, kStride, nullptr, 0);
}

void append_linearised(OGRGeometryH curve, double tolerance, std::vector<Position>& positions) {
    switch (wkbFlatten(OGR_G_GetGeometryType(curve))) {
    case wkbCircularString:
        append_arcs(curve, tolerance, positions);
        return;
    case wkbCompoundCurve:
        for (int i = 0; i < OGR_G_GetGeometryCount(curve); ++i)
            append_linearised(OGR_G_GetGeometryRef(curve, i), tolerance, positions);
        return;
    default:
        append_points(curve, positions);
    }
}

} // namespace regio::io
