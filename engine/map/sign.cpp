#include "map/sign.hpp"

#include "base/contract.hpp"

#include <cmath>
#include <numbers>

namespace regio::map {

using scene::PaperLine;
using scene::PaperPoint;
using scene::Path;
using scene::Subpath;

namespace {

/// A regular polygon, the first corner at this angle.
PaperLine polygon(PaperPoint centre, double radius, int corners, double first_radians) {
    PaperLine line;
    for (int i = 0; i < corners; ++i) {
        const double angle = first_radians + 2 * std::numbers::pi * i / corners;
        line.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return line;
}

PaperLine circle(PaperPoint centre, double radius) {
    constexpr int kCorners = 32;
    return polygon(centre, radius, kCorners, 0);
}

Path area(PaperLine line, scene::Colour colour) {
    Path path;
    path.lines.push_back({std::move(line), Subpath::Ends::Closed});
    path.fill = colour;
    return path;
}

Path cross(PaperPoint centre, double half, const Theme& theme) {
    const auto line = [&](double slope) {
        return Subpath{{{centre.x - half, centre.y - slope * half},
                        {centre.x + half, centre.y + slope * half}}};
    };
    Path path;
    path.lines = {line(1), line(-1)};
    path.stroke = {.colour = theme.excess_edge.colour, .width_mm = half / 2};
    return path;
}

Path ring(PaperPoint centre, double radius, const Theme& theme) {
    Path path;
    path.lines.push_back({circle(centre, radius), Subpath::Ends::Closed});
    path.stroke = {.colour = theme.quiet_ink, .width_mm = radius / 3};
    return path;
}

} // namespace

Path sign_path(Sign sign, PaperPoint centre, double width_mm, const Theme& theme) {
    const double half = width_mm / 2;
    switch (sign) {
    case Sign::Disc:
        return area(circle(centre, half), theme.area.stroke.colour);
    case Sign::Square:
        return area(polygon(centre, half * std::numbers::sqrt2 * 0.9, 4, std::numbers::pi / 4),
                    theme.area.stroke.colour);
    case Sign::Diamond:
        return area(polygon(centre, half * 1.2, 4, 0), theme.area.stroke.colour);
    case Sign::Cross:
        return cross(centre, half * 0.8, theme);
    case Sign::Ring:
        return ring(centre, half * 0.8, theme);
    }
    return {};
}

} // namespace regio::map
