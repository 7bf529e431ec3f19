#include "nesting/shape_verdict.hpp"

#include "base/contract.hpp"
#include "nesting/farthest_place.hpp"
#include "topology/adjacency.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace regio::nesting {

namespace {

using kernel::EdgeIndex;
using kernel::Lattice;
using kernel::MultiPolygon;
using kernel::Polygon;

LengthBounds metres(double least, double greatest, const Lattice& lattice) {
    return {.least_m = least * lattice.unit_m(), .greatest_m = greatest * lattice.unit_m()};
}

void measure_depth(const Polygon& polygon, const EdgeIndex& container, const Lattice& lattice,
                   double resolution, ExcessPart& part) {
    const FarthestPlace farthest = farthest_place(polygon, container, resolution);
    part.depth = metres(farthest.least, farthest.greatest, lattice);
    part.deepest =
        lattice.position(kernel::Position{farthest.place.from.x + farthest.place.offset.x,
                                          farthest.place.from.y + farthest.place.offset.y});
}

/// Of the parts together.
LengthBounds greatest_depth(const std::vector<ExcessPart>& parts) {
    LengthBounds depth;
    for (const ExcessPart& part : parts) {
        depth.least_m = std::max(depth.least_m, part.depth.least_m);
        depth.greatest_m = std::max(depth.greatest_m, part.depth.greatest_m);
    }
    return depth;
}

bool is_at(double tolerance_m, const ExcessPart& part) {
    return relation_of(part.depth, tolerance_m) == ShapeRelation::AtTolerance;
}

/// Measures more finely how deep those parts are that may be the deepest, and those of which it is
/// not known yet on which side of the tolerance they are.
void refine(const MultiPolygon& excess, const EdgeIndex& container, const Lattice& lattice,
            const ShapeTerms& terms, std::vector<ExcessPart>& parts) {
    const double least_m = greatest_depth(parts).least_m;
    for (ExcessPart& part : parts) {
        if (part.depth.greatest_m >= least_m || is_at(terms.tolerance_m, part))
            measure_depth(excess[part.place], container, lattice,
                          terms.depth_resolution_m * lattice.units_per_metre, part);
        if (is_at(terms.tolerance_m, part))
            measure_depth(excess[part.place], container, lattice, kFinestResolution, part);
    }
}

void sort_by_depth(std::vector<ExcessPart>& parts) {
    std::sort(parts.begin(), parts.end(), [](const ExcessPart& one, const ExcessPart& other) {
        const auto key = [](const ExcessPart& part) {
            return std::tuple(-part.depth.greatest_m, -part.twice_area, part.deepest.x,
                              part.deepest.y, part.place);
        };
        return key(one) < key(other);
    });
}

void set_interval(ShapeVerdict& verdict) {
    switch (verdict.relation) {
    case ShapeRelation::Exact:
        return;
    case ShapeRelation::Within:
        verdict.holds_from_m = verdict.depth.greatest_m;
        return;
    case ShapeRelation::Outside:
        verdict.holds_to_m = verdict.depth.least_m;
        return;
    case ShapeRelation::AtTolerance:
        verdict.holds_from_m = verdict.depth.least_m;
        verdict.holds_to_m = verdict.depth.greatest_m;
        return;
    }
}

bool is_fragile(const ShapeVerdict& verdict, double tolerance_m) {
    return verdict.relation != ShapeRelation::Exact && verdict.depth.least_m <= 2 * tolerance_m &&
           verdict.depth.greatest_m >= tolerance_m / 2;
}

} // namespace

std::string_view id_of(ShapeRelation relation) {
    switch (relation) {
    case ShapeRelation::Exact:
        return "exact";
    case ShapeRelation::Within:
        return "within";
    case ShapeRelation::Outside:
        return "outside";
    case ShapeRelation::AtTolerance:
        return "at-tolerance";
    }
    return {};
}

ShapeRelation relation_of(const LengthBounds& depth, double tolerance_m) {
    if (depth.greatest_m <= tolerance_m)
        return ShapeRelation::Within;
    return depth.least_m > tolerance_m ? ShapeRelation::Outside : ShapeRelation::AtTolerance;
}

double excess_m2(const ShapeVerdict& verdict) {
    double sum = 0;
    for (const ExcessPart& part : verdict.parts)
        sum += part.area_m2;
    return sum;
}

LengthBounds greatest_width(const Polygon& polygon, const Lattice& lattice, double resolution_m) {
    // Twice a radius is as fine as asked for when the radius is twice as fine.
    const double resolution = resolution_m * lattice.units_per_metre / 2;
    const FarthestPlace centre =
        farthest_place(polygon, EdgeIndex(kernel::rings_of(polygon)), resolution);
    return metres(2 * centre.least, 2 * centre.greatest, lattice);
}

ExcessPart measure_part(const Polygon& part, const EdgeIndex& container, const Lattice& lattice,
                        double resolution_m) {
    ExcessPart measured{.twice_area = moments(part).twice_area};
    measured.area_m2 = lattice.square_metres(measured.twice_area);
    measured.perimeter_m = topology::perimeter_of(part).metres(lattice);
    measured.mean_width_m = 2 * measured.area_m2 / measured.perimeter_m;
    measured.greatest_width = greatest_width(part, lattice, resolution_m);
    measure_depth(part, container, lattice, resolution_m * lattice.units_per_metre, measured);
    return measured;
}

ShapeVerdict judge_shape(const MultiPolygon& excess, const EdgeIndex& container,
                         const Lattice& lattice, const ShapeTerms& terms) {
    REGIO_EXPECTS(terms.tolerance_m >= 0);
    ShapeVerdict verdict;
    for (std::size_t i = 0; i < excess.size(); ++i) {
        verdict.parts.push_back(
            measure_part(excess[i], container, lattice, terms.part_resolution_m));
        verdict.parts.back().place = i;
        verdict.twice_area += verdict.parts.back().twice_area;
    }
    refine(excess, container, lattice, terms, verdict.parts);
    sort_by_depth(verdict.parts);
    verdict.depth = greatest_depth(verdict.parts);
    if (!verdict.parts.empty())
        verdict.relation = relation_of(verdict.depth, terms.tolerance_m);
    set_interval(verdict);
    verdict.is_fragile = is_fragile(verdict, terms.tolerance_m);
    return verdict;
}

} // namespace regio::nesting
