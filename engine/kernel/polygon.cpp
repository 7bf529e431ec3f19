#include "kernel/polygon.hpp"

namespace regio::kernel {

Moments moments(const Polygon& polygon) {
    Moments sum = moments(RingView(polygon.shell));
    for (const auto& hole : polygon.holes)
        sum += moments(RingView(hole));
    return sum;
}

Moments moments(const MultiPolygon& polygons) {
    Moments sum;
    for (const auto& polygon : polygons)
        sum += moments(polygon);
    return sum;
}

} // namespace regio::kernel
