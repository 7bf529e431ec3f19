#include "io/crs_fit.hpp"

#include "io/proj_handle.hpp"

#include <cmath>

namespace regio::io {

namespace {

/// The middle of the extent in degrees of the geographic system below; not finite where there is no
/// such place.
PJ_COORD degrees_of_middle(PJ_CONTEXT* context, const PJ* crs, const kernel::Extent& extent) {
    const ProjObject geographic(proj_crs_get_geodetic_crs(context, crs));
    const ProjObject there(
        proj_create_crs_to_crs_from_pj(context, crs, geographic.get(), nullptr, nullptr));
    const ProjObject normalised(there ? proj_normalize_for_visualization(context, there.get())
                                      : nullptr);
    if (!normalised)
        return proj_coord(HUGE_VAL, HUGE_VAL, 0, 0);
    return proj_trans(
        normalised.get(), PJ_FWD,
        proj_coord((extent.min_x + extent.max_x) / 2, (extent.min_y + extent.max_y) / 2, 0, 0));
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

} // namespace

CrsFit fit_of(const Crs& crs, const kernel::Extent& extent) {
    const ProjContext context = open_proj_context();
    const ProjObject object(proj_create(context.get(), crs.wkt().c_str()));
    const PJ_COORD degrees = degrees_of_middle(context.get(), object.get(), extent);
    if (!std::isfinite(degrees.lp.lam) || !std::isfinite(degrees.lp.phi))
        return {.is_in_area_of_use = false};
    CrsFit fit{.is_in_area_of_use = is_in_area_of_use(context.get(), object.get(), degrees)};
    const PJ_FACTORS factors = proj_factors(
        object.get(), proj_coord(proj_torad(degrees.lp.lam), proj_torad(degrees.lp.phi), 0, 0));
    if (factors.areal_scale > 0)
        fit.areal_scale = factors.areal_scale;
    return fit;
}

} // namespace regio::io
