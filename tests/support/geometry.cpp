#include "tests/support/geometry.hpp"

#include "tests/support/geos_oracle.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

namespace regio::test {

using kernel::MultiPolygon;
using kernel::Polygon;
using kernel::Ring;
using kernel::RingView;

namespace {

/// "(0 0, 10 0, 10 10)", with the first point again where the line is a ring.
std::string points_text(RingView line, bool is_ring) {
    std::ostringstream out;
    out << '(';
    for (std::size_t i = 0; i < line.size(); ++i)
        out << (i == 0 ? "" : ", ") << line[i].x << ' ' << line[i].y;
    if (is_ring && !line.empty())
        out << ", " << line[0].x << ' ' << line[0].y;
    out << ')';
    return out.str();
}

std::string polygon_text(const Polygon& polygon) {
    std::string text = '(' + points_text(polygon.shell, true);
    for (const Ring& hole : polygon.holes)
        text += ", " + points_text(hole, true);
    return text + ')';
}

Ring turned(Ring ring, bool is_shell) {
    if ((twice_area(ring) > 0) != is_shell)
        std::reverse(ring.begin(), ring.end());
    return kernel::canonical(std::move(ring));
}

} // namespace

Shapes read_shapes(std::string_view text) {
    const GeosOracle geos;
    std::istringstream lines{std::string(text)};
    Shapes shapes;
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(' ');
        if (begin == std::string::npos)
            continue;
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            throw std::runtime_error("a line without a code: " + line);
        shapes.push_back({.code = line.substr(begin, colon - begin),
                          .polygons = geos.read_wkt(line.substr(colon + 1))});
    }
    return shapes;
}

layer::Layer layer_of(const Shapes& shapes) {
    layer::Layer layer(SourceRef{.file = "test"}, kUnits);
    for (const Shape& shape : shapes) {
        layer.add_feature({.code = shape.code, .name = {}});
        for (const Polygon& polygon : shape.polygons) {
            layer.add_part();
            layer.add_ring(polygon.shell);
            for (const Ring& hole : polygon.holes)
                layer.add_ring(hole);
        }
    }
    return layer;
}

layer::Layer layer_of(std::string_view text) {
    return layer_of(read_shapes(text));
}

Ring ring_of(std::string_view wkt) {
    return polygons_of(wkt).at(0).shell;
}

MultiPolygon polygons_of(std::string_view wkt) {
    return GeosOracle().read_wkt(wkt);
}

std::string to_wkt(RingView line) {
    return "LINESTRING" + points_text(line, false);
}

std::string to_wkt(const MultiPolygon& polygons) {
    if (polygons.empty())
        return "MULTIPOLYGON EMPTY";
    std::string text;
    for (const Polygon& polygon : polygons)
        text += (text.empty() ? "" : ", ") + polygon_text(polygon);
    return polygons.size() == 1 ? "POLYGON" + text : "MULTIPOLYGON(" + text + ')';
}

std::string to_text(const Shapes& shapes) {
    std::string text;
    for (const Shape& shape : shapes)
        text += shape.code + ": " + to_wkt(shape.polygons) + '\n';
    return text;
}

void count_edges(RingView ring, EdgeCounts& counts) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto edge = kernel::edge(ring, i);
        ++counts[{edge.a, edge.b}];
    }
}

EdgeCounts edges_of(const MultiPolygon& polygons) {
    EdgeCounts counts;
    for (const Polygon& polygon : polygons) {
        count_edges(polygon.shell, counts);
        for (const Ring& hole : polygon.holes)
            count_edges(hole, counts);
    }
    return counts;
}

MultiPolygon normalised(MultiPolygon polygons) {
    for (Polygon& polygon : polygons) {
        polygon.shell = turned(std::move(polygon.shell), true);
        for (Ring& hole : polygon.holes)
            hole = turned(std::move(hole), false);
        std::sort(polygon.holes.begin(), polygon.holes.end());
    }
    std::sort(polygons.begin(), polygons.end(), [](const Polygon& one, const Polygon& other) {
        return std::tie(one.shell, one.holes) < std::tie(other.shell, other.holes);
    });
    return polygons;
}

std::vector<MultiPolygon> polygons_of(const layer::Layer& layer,
                                      std::span<const layer::FeatureId> features) {
    std::vector<MultiPolygon> all;
    for (const layer::FeatureId feature : features)
        all.push_back(polygons_of(layer, feature));
    return all;
}

double perimeter_of(const layer::Layer& layer, layer::FeatureId feature) {
    double length = 0;
    for (const auto& part : layer.parts_of(feature))
        for (const auto ring : rings_of(layer, part))
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto [a, b] = kernel::edge(ring, i);
                length +=
                    std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y);
            }
    return length;
}

} // namespace regio::test
