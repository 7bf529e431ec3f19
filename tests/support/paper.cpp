#include "tests/support/paper.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <random>
#include <sstream>
#include <stdexcept>

namespace regio::test {

using scene::PaperBox;
using scene::PaperLine;
using scene::PaperPoint;

namespace {

struct Finish {
    void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
};
using Context = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, Finish>;

/// A piece of work for GEOS.
class Geos {
public:
    struct Destroy {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    [[nodiscard]] GEOSContextHandle_t get() const { return context_.get(); }

    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const {
        if (geometry == nullptr)
            throw std::runtime_error("GEOS refuses");
        return {geometry, Destroy{get()}};
    }

    [[nodiscard]] Geometry line(const PaperLine& points) const {
        return own(GEOSGeom_createLineString_r(get(), coordinates(points)));
    }

    [[nodiscard]] Geometry polygon(PaperLine ring) const {
        ring.push_back(ring.front());
        GEOSGeometry* const shell = GEOSGeom_createLinearRing_r(get(), coordinates(ring));
        return own(GEOSGeom_createPolygon_r(get(), shell, nullptr, 0));
    }

    /// By the even-odd rule.
    [[nodiscard]] Geometry area(const PaperLines& rings) const {
        auto all = own(GEOSGeom_createEmptyPolygon_r(get()));
        for (const PaperLine& ring : rings)
            all = own(GEOSSymDifference_r(get(), all.get(), polygon(ring).get()));
        return all;
    }

    [[nodiscard]] double area_of(const Geometry& geometry) const {
        double area = 0;
        GEOSArea_r(get(), geometry.get(), &area);
        return area;
    }

private:
    [[nodiscard]] GEOSCoordSequence* coordinates(const PaperLine& points) const {
        GEOSCoordSequence* const sequence =
            GEOSCoordSeq_create_r(get(), static_cast<unsigned>(points.size()), 2);
        for (unsigned i = 0; i < points.size(); ++i)
            GEOSCoordSeq_setXY_r(get(), sequence, i, points[i].x, points[i].y);
        return sequence;
    }

    Context context_{GEOS_init_r()};
};

double distance(PaperPoint one, PaperPoint other) {
    return std::hypot(one.x - other.x, one.y - other.y);
}

} // namespace

PaperLine paper_line(std::string_view text) {
    std::string numbers(text);
    std::replace(numbers.begin(), numbers.end(), ',', ' ');
    std::istringstream in(numbers);
    PaperLine line;
    for (PaperPoint point; in >> point.x >> point.y;)
        line.push_back(point);
    return line;
}

double length_of(const PaperLine& line) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        length += distance(line[i], line[i + 1]);
    return length;
}

double length_of(const PaperLines& lines) {
    double length = 0;
    for (const PaperLine& line : lines)
        length += length_of(line);
    return length;
}

double perimeter_of(const PaperLines& rings) {
    double length = 0;
    for (const PaperLine& ring : rings)
        length += length_of(ring) + distance(ring.back(), ring.front());
    return length;
}

double distance(PaperPoint point, const PaperLine& line) {
    double least = distance(point, line.front());
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const PaperPoint a = line[i];
        const PaperPoint b = line[i + 1];
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        const double length2 = dx * dx + dy * dy;
        const double share =
            length2 > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length2 : 0;
        const double along = std::clamp(share, 0.0, 1.0);
        least = std::min(least, distance(point, {a.x + along * dx, a.y + along * dy}));
    }
    return least;
}

PaperLine random_star(std::uint32_t seed, PaperPoint centre, double radius_mm, int points) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0.5, 1);
    PaperLine ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        const double away = radius_mm * share(random);
        ring.push_back({centre.x + away * std::cos(angle), centre.y + away * std::sin(angle)});
    }
    return ring;
}

PaperLine random_line(std::uint32_t seed, const PaperBox& box, int points) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> x(box.left, box.right);
    std::uniform_real_distribution<double> y(box.top, box.bottom);
    PaperLine line;
    for (int i = 0; i < points; ++i) {
        const double across = x(random);
        line.push_back({across, y(random)});
    }
    return line;
}

double geos_area(const PaperLines& rings) {
    const Geos geos;
    return geos.area_of(geos.area(rings));
}

double geos_shared_area(const PaperLines& one, const PaperLines& other) {
    const Geos geos;
    const auto a = geos.area(one);
    const auto b = geos.area(other);
    return geos.area_of(geos.own(GEOSIntersection_r(geos.get(), a.get(), b.get())));
}

double geos_length_in(const PaperLines& lines, const PaperLines& rings) {
    const Geos geos;
    const auto area = geos.area(rings);
    double sum = 0;
    for (const PaperLine& points : lines)
        for (std::size_t i = 0; i + 1 < points.size(); ++i) { // edges may cross each other
            const auto edge = geos.line({points[i], points[i + 1]});
            const auto inside = geos.own(GEOSIntersection_r(geos.get(), edge.get(), area.get()));
            double length = 0;
            GEOSLength_r(geos.get(), inside.get(), &length);
            sum += length;
        }
    return sum;
}

bool geos_is_valid(const PaperLine& ring) {
    const Geos geos;
    return GEOSisValid_r(geos.get(), geos.polygon(ring).get()) == 1;
}

double geos_area_beyond(const PaperLines& rings, const PaperLines& other, double distance_mm) {
    const Geos geos;
    const auto area = geos.area(rings);
    const auto around = geos.own(GEOSBuffer_r(geos.get(), geos.area(other).get(), distance_mm, 8));
    return geos.area_of(geos.own(GEOSDifference_r(geos.get(), area.get(), around.get())));
}

} // namespace regio::test
