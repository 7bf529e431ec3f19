#include "io/crs_fit.hpp"

#include "io/proj_handle.hpp"

#include <cmath>
#include <sstream>
#include <string>

namespace regio::io {

namespace {

/// The projection of a system alone, from degrees of Greenwich in radians to metres east and north,
/// which takes no look into the database. Nothing where it has no such text.
ProjObject projection_of(PJ_CONTEXT* context, const PJ* crs) {
    const char* const text = proj_as_proj_string(context, crs, PJ_PROJ_4, nullptr);
    if (text == nullptr)
        return nullptr;
    std::istringstream words(text);
    std::string projection;
    for (std::string word; words >> word;)
        if (!word.starts_with("+type=") && !word.starts_with("+axis="))
            projection += word + ' ';
    return ProjObject(proj_create(context, projection.c_str()));
}

PJ_COORD middle_of(const kernel::Extent& extent) {
    return proj_coord((extent.min_x + extent.max_x) / 2, (extent.min_y + extent.max_y) / 2, 0, 0);
}

bool is_in_area_of_use(PJ_CONTEXT* context, const PJ* crs, const PJ_COORD& degrees) {
    // Degrees: boxes are coarse. The origin of Lambert 72, where degrees would lie that are taken
    // for metres, is 0.2 degrees outside the box of Belgium.
    constexpr double kMargin = 0.1;
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    if (proj_get_area_of_use(context, crs, &west, &south, &east, &north, nullptr) == 0 ||
        west == -1000 || west > east)
        return true; // Nothing is stated, or it goes around the date line.
    return degrees.lp.lam > west - kMargin && degrees.lp.lam < east + kMargin &&
           degrees.lp.phi > south - kMargin && degrees.lp.phi < north + kMargin;
}

/// The place is in radians, or not finite where there is none.
CrsFit fit_at(PJ_CONTEXT* context, const PJ* crs, PJ* projection, const PJ_COORD& place) {
    if (!std::isfinite(place.lp.lam) || !std::isfinite(place.lp.phi))
        return {.is_in_area_of_use = false};
    const auto degrees = proj_coord(proj_todeg(place.lp.lam), proj_todeg(place.lp.phi), 0, 0);
    CrsFit fit{.is_in_area_of_use = is_in_area_of_use(context, crs, degrees)};
    const PJ_FACTORS factors = proj_factors(projection, place);
    if (factors.areal_scale > 0)
        fit.areal_scale = factors.areal_scale;
    return fit;
}

} // namespace

std::vector<CrsFit> fits_of(const Crs& crs, std::span<const kernel::Extent> extents) {
    const ProjContext context = open_proj_context();
    const ProjObject object(proj_create(context.get(), crs.wkt().c_str()));
    const ProjObject projection = projection_of(context.get(), object.get());
    std::vector<CrsFit> fits;
    for (const kernel::Extent& extent : extents)
        if (extent.is_empty())
            fits.emplace_back();
        else if (!projection)
            fits.push_back({.is_in_area_of_use = false});
        else
            fits.push_back(fit_at(context.get(), object.get(), projection.get(),
                                  proj_trans(projection.get(), PJ_INV, middle_of(extent))));
    return fits;
}

} // namespace regio::io
