#pragma once

#include "scene/paper.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace regio::test {

/// Rings of the even-odd rule, or lines.
using PaperLines = std::vector<scene::PaperLine>;

/// The points of a text: "0 0, 10 0, 10 10".
scene::PaperLine paper_line(std::string_view text);

double length_of(const scene::PaperLine& line);
double length_of(const PaperLines& lines);

/// Closing edges included.
double perimeter_of(const PaperLines& rings);

/// From a point to the nearest place of an open line.
double distance(scene::PaperPoint point, const scene::PaperLine& line);

/// A ring of random points around a centre that nowhere meets itself; its points are between half
/// the radius and the radius away.
scene::PaperLine random_star(std::uint32_t seed, scene::PaperPoint centre, double radius_mm,
                             int points);

/// An open line of random points in a box.
scene::PaperLine random_line(std::uint32_t seed, const scene::PaperBox& box, int points);

/// What GEOS makes of the same areas and lines. Precondition: rings meet neither themselves nor
/// each other.
double geos_area(const PaperLines& rings);
double geos_shared_area(const PaperLines& one, const PaperLines& other);
double geos_length_in(const PaperLines& lines, const PaperLines& rings);
bool geos_is_valid(const scene::PaperLine& ring);

/// What of an area is further than this from another.
double geos_area_beyond(const PaperLines& rings, const PaperLines& other, double distance_mm);

} // namespace regio::test
