#include "io/crs_operation.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace regio::io {

namespace {

using kernel::Extent;
using kernel::Position;

/// How far an extent may reach out of an area of use and still count as held: EPSG rounds areas to
/// hundredths of a degree, and the box of a layer on the map is wider than the layer on the globe.
constexpr double kMarginDegrees = 0.05;

struct FactoryCloser {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const {
        proj_operation_factory_context_destroy(factory);
    }
};
using Factory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryCloser>;

struct Candidate {
    ProjObject operation;
    std::string name;
    std::optional<double> accuracy_m;
    bool is_ballpark = false;
    bool holds_extent = false;
    bool is_usable = false;
};

/// The extent in degrees east and north of Greenwich; nothing when it has none. West is greater
/// than east across the antimeridian.
std::optional<Extent> in_degrees(PJ_CONTEXT* context, const PJ* from, const Extent& extent) {
    constexpr int kPointsPerSide = 21;
    if (!std::isfinite(extent.min_x) || !std::isfinite(extent.min_y) ||
        !std::isfinite(extent.max_x) || !std::isfinite(extent.max_y))
        return std::nullopt;
    const auto globe = make_proj_object(context, "OGC:CRS84");
    const ProjObject guess(
        proj_create_crs_to_crs_from_pj(context, from, globe.get(), nullptr, nullptr));
    const ProjObject to_globe(guess ? proj_normalize_for_visualization(context, guess.get())
                                    : nullptr);
    Extent box;
    if (!to_globe || proj_trans_bounds(context, to_globe.get(), PJ_FWD, extent.min_x, extent.min_y,
                                       extent.max_x, extent.max_y, &box.min_x, &box.min_y,
                                       &box.max_x, &box.max_y, kPointsPerSide) == 0)
        return std::nullopt;
    return std::isfinite(box.min_x + box.min_y + box.max_x + box.max_y) ? std::optional(box)
                                                                        : std::nullopt;
}

ProjList operations_for(PJ_CONTEXT* context, const PJ* from, const PJ* to,
                        const std::optional<Extent>& area) {
    const Factory factory(proj_create_operation_factory_context(context, nullptr));
    if (area)
        proj_operation_factory_context_set_area_of_interest(context, factory.get(), area->min_x,
                                                            area->min_y, area->max_x, area->max_y);
    proj_operation_factory_context_set_spatial_criterion(
        context, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(),
                                                             PROJ_GRID_AVAILABILITY_IGNORED);
    return ProjList(proj_create_operations(context, from, to, factory.get()));
}

std::optional<double> accuracy_of(PJ_CONTEXT* context, const PJ* operation) {
    if (proj_coordoperation_has_ballpark_transformation(context, operation) != 0)
        return std::nullopt;
    const double metres = proj_coordoperation_get_accuracy(context, operation);
    if (metres >= 0.0)
        return metres;
    return proj_get_type(operation) == PJ_TYPE_CONVERSION ? std::optional(0.0) : std::nullopt;
}

/// Whether the area of use, where PROJ states one, holds the extent.
bool holds(PJ_CONTEXT* context, const PJ* operation, const std::optional<Extent>& extent) {
    Extent area;
    if (!extent || proj_get_area_of_use(context, operation, &area.min_x, &area.min_y, &area.max_x,
                                        &area.max_y, nullptr) == 0)
        return false;
    const auto holds_longitude = [&](double degrees) {
        const bool east_of = degrees >= area.min_x - kMarginDegrees;
        const bool west_of = degrees <= area.max_x + kMarginDegrees;
        return area.min_x <= area.max_x ? east_of && west_of : east_of || west_of;
    };
    return holds_longitude(extent->min_x) && holds_longitude(extent->max_x) &&
           extent->min_y >= area.min_y - kMarginDegrees &&
           extent->max_y <= area.max_y + kMarginDegrees;
}

std::vector<Candidate> find_candidates(PJ_CONTEXT* context, const PJ* from, const PJ* to,
                                       const std::optional<Extent>& area) {
    const auto list = operations_for(context, from, to, area);
    std::vector<Candidate> candidates;
    for (int i = 0; list && i < proj_list_get_count(list.get()); ++i) {
        ProjObject operation(proj_list_get(context, list.get(), i));
        const PJ* const it = operation.get();
        candidates.push_back(
            {.name = proj_get_name(it),
             .accuracy_m = accuracy_of(context, it),
             .is_ballpark = proj_coordoperation_has_ballpark_transformation(context, it) != 0,
             .holds_extent = holds(context, it, area),
             .is_usable = proj_coordoperation_is_instantiable(context, it) != 0});
        candidates.back().operation = std::move(operation);
    }
    return candidates;
}

double accuracy_or_worst(const Candidate& candidate) {
    return candidate.accuracy_m.value_or(std::numeric_limits<double>::infinity());
}

void put_best_first(std::vector<Candidate>& candidates) {
    std::ranges::stable_sort(candidates, {}, [](const Candidate& candidate) {
        return std::tuple(candidate.is_ballpark, !candidate.holds_extent,
                          accuracy_or_worst(candidate));
    });
}

std::vector<std::string> missing_grids_of(PJ_CONTEXT* context, const PJ* operation) {
    std::vector<std::string> missing;
    for (int i = 0; i < proj_coordoperation_get_grid_used_count(context, operation); ++i) {
        const char* name = nullptr;
        int is_available = 0;
        if (proj_coordoperation_get_grid_used(context, operation, i, &name, nullptr, nullptr,
                                              nullptr, nullptr, nullptr, &is_available) != 0 &&
            is_available == 0)
            missing.emplace_back(name);
    }
    return missing;
}

} // namespace

CrsOperation::CrsOperation(const Crs& from, const Crs& to, const Extent& extent,
                           const std::string& where)
    : context_(open_proj_context()) {
    if (from == to)
        return;
    auto* const context = context_.get();
    const auto source = make_proj_object(context, from.wkt());
    const auto target = make_proj_object(context, to.wkt());
    auto candidates = find_candidates(context, source.get(), target.get(),
                                      in_degrees(context, source.get(), extent));
    put_best_first(candidates);
    const auto taken = std::ranges::find_if(candidates, &Candidate::is_usable);
    if (taken != candidates.end())
        operation_.reset(proj_normalize_for_visualization(context, taken->operation.get()));
    if (!operation_)
        throw InputError(fmt::format("{}: PROJ knows nothing that brings positions from \"{}\" to "
                                     "\"{}\"",
                                     where, from.name(), to.name()),
                         "convert the layer first, or name another system");
    name_ = taken->name;
    accuracy_m_ = taken->accuracy_m;
    is_ballpark_ = taken->is_ballpark;
    if (const auto& best = candidates.front();
        accuracy_or_worst(best) < accuracy_or_worst(*taken)) {
        missing_grids_ = missing_grids_of(context, best.operation.get());
        if (!missing_grids_.empty())
            better_accuracy_m_ = best.accuracy_m;
    }
}

void CrsOperation::apply(std::span<Position> positions) const {
    transform(positions, PJ_FWD);
}

void CrsOperation::apply_inverse(std::span<Position> positions) const {
    transform(positions, PJ_INV);
}

void CrsOperation::transform(std::span<Position> positions, PJ_DIRECTION direction) const {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    if (operation_ && !positions.empty())
        proj_trans_generic(operation_.get(), direction, &positions.front().x, sizeof(Position),
                           positions.size(), &positions.front().y, sizeof(Position),
                           positions.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (auto& position : positions)
        if (!std::isfinite(position.x) || !std::isfinite(position.y))
            position = {kNone, kNone};
}

} // namespace regio::io
