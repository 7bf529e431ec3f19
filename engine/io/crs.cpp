#include "io/crs.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "io/proj_handle.hpp"

#include <fmt/format.h>
#include <proj_experimental.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace regio::io {

namespace {

using kernel::Extent;
using kernel::Position;

constexpr const char* kHint =
    "give a code such as EPSG:31370, or the system as WKT, PROJJSON or a PROJ string";

/// The least confidence of proj_identify() that counts: equal definitions under unrelated names.
constexpr int kConfidence = 70;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// The text as PROJ wants it; empty when it is nothing that names one system.
std::string proj_spelling(std::string_view definition) {
    const std::string text(trimmed(definition));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!text.empty() && std::ranges::all_of(text, is_digit))
        return "EPSG:" + text;
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    if (has("proj=") && !has("proj=pipeline") && !has("type=crs") && !has("["))
        return text + " +type=crs";
    return text.find_first_of(":[{=") == std::string::npos ? std::string() : text;
}

std::string quoted(std::string_view definition) {
    constexpr std::size_t kColumns = 60;
    const auto text = trimmed(definition);
    return is_utf8(text) ? fmt::format("\"{}\"", fitted(text, kColumns)) : "text that is not UTF-8";
}

/// What a system is that has no positions on a map; empty for one that has.
std::string_view misfit(PJ_TYPE type) {
    switch (type) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
        return {};
    case PJ_TYPE_VERTICAL_CRS:
        return "a vertical system: it has heights only";
    case PJ_TYPE_GEOCENTRIC_CRS:
        return "a geocentric system: its axes go through the Earth";
    case PJ_TYPE_ENGINEERING_CRS:
        return "a local system: nothing ties it to the Earth";
    case PJ_TYPE_TEMPORAL_CRS:
        return "a temporal system: it has times only";
    default:
        return "neither a geographic nor a projected system";
    }
}

/// A system brought to its horizontal core.
struct Core {
    ProjObject base;
    /// The base with its parameters to WGS 84, when the definition has them.
    ProjObject bound;
};

bool has_height(PJ_CONTEXT* context, const PJ* crs) {
    const auto type = proj_get_type(crs);
    if (type != PJ_TYPE_PROJECTED_CRS)
        return type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    const ProjObject axes(proj_crs_get_coordinate_system(context, crs));
    return axes && proj_cs_get_axis_count(context, axes.get()) > 2;
}

Core core_of(PJ_CONTEXT* context, ProjObject crs) {
    Core core{.base = std::move(crs)};
    while (core.base) {
        const auto type = proj_get_type(core.base.get());
        if (type == PJ_TYPE_BOUND_CRS) {
            ProjObject source(proj_get_source_crs(context, core.base.get()));
            core.bound = std::exchange(core.base, std::move(source));
        } else if (type == PJ_TYPE_COMPOUND_CRS) {
            core.base.reset(proj_crs_get_sub_crs(context, core.base.get(), 0));
            core.bound.reset();
        } else if (has_height(context, core.base.get())) {
            core.base.reset(proj_crs_demote_to_2D(context, nullptr, core.base.get()));
            core.bound.reset();
        } else {
            break;
        }
    }
    return core;
}

bool is_same(PJ_CONTEXT* context, const PJ* left, const PJ* right) {
    // The criterion leaves out the axes of the geographic part only; EPSG:3035 is north, east.
    const ProjObject a(proj_normalize_for_visualization(context, left));
    const ProjObject b(proj_normalize_for_visualization(context, right));
    return a && b &&
           proj_is_equivalent_to_with_ctx(context, a.get(), b.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

std::string declared_code(const PJ* crs) {
    const char* const authority = proj_get_id_auth_name(crs, 0);
    const char* const code = proj_get_id_code(crs, 0);
    return authority && code ? fmt::format("{}:{}", authority, code) : std::string();
}

/// The system of the database under the code that `crs` declares, or nothing.
ProjObject find_declared(PJ_CONTEXT* context, const PJ* crs) {
    if (declared_code(crs).empty())
        return {};
    ProjObject known(proj_create_from_database(context, proj_get_id_auth_name(crs, 0),
                                               proj_get_id_code(crs, 0), PJ_CATEGORY_CRS, 0,
                                               nullptr));
    if (known && is_same(context, crs, known.get()))
        return known;
    return {};
}

/// EPSG's system that is equal to `crs`, or nothing.
ProjObject find_equal(PJ_CONTEXT* context, const PJ* crs) {
    int* found = nullptr;
    const ProjList list(proj_identify(context, crs, "EPSG", nullptr, &found));
    const std::unique_ptr<int, decltype(&proj_int_list_destroy)> confidences(
        found, &proj_int_list_destroy);
    for (int i = 0; list && i < proj_list_get_count(list.get()); ++i)
        if (confidences.get()[i] >= kConfidence)
            if (ProjObject known(proj_list_get(context, list.get(), i));
                known && is_same(context, crs, known.get()))
                return known;
    return {};
}

ProjObject find_known(PJ_CONTEXT* context, const PJ* crs) {
    auto known = find_declared(context, crs);
    return known ? std::move(known) : find_equal(context, crs);
}

/// Whether the projection is EPSG's method 9803, which turns the map by 29.2985 seconds. PROJ 9.1
/// leaves the turn out: positions in EPSG:31300 come out 745 m off.
bool is_turned_lambert(PJ_CONTEXT* context, const PJ* crs) {
    const ProjObject projection(proj_crs_get_coordoperation(context, crs));
    const char* method = nullptr;
    return projection &&
           proj_coordoperation_get_method_info(context, projection.get(), nullptr, nullptr,
                                               &method) != 0 &&
           method != nullptr && // Methods that only PROJ has are without a code.
           std::string_view(method) == "9803";
}

bool is_in_metres(PJ_CONTEXT* context, const PJ* crs) {
    // Units near the metre exist: the German legal metre is 13.6 millionths longer.
    constexpr double kSameUnit = 1e-9;
    const ProjObject axes(proj_crs_get_coordinate_system(context, crs));
    double metres = 0.0;
    return axes &&
           proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &metres,
                                 nullptr, nullptr, nullptr) != 0 &&
           std::abs(metres - 1.0) < kSameUnit;
}

ProjObject read(PJ_CONTEXT* context, std::string_view definition, const std::string& where) {
    auto given = make_proj_object(context, proj_spelling(definition));
    if (!given || proj_is_crs(given.get()) == 0)
        throw InputError(fmt::format("{}: {} is no coordinate reference system that PROJ knows",
                                     where, quoted(definition)),
                         kHint);
    return given;
}

/// Throws InputError for a system without positions on a map, or with positions that PROJ
/// misplaces.
void check_fits(PJ_CONTEXT* context, const Core& core, const std::string& where) {
    const auto type = core.base ? proj_get_type(core.base.get()) : PJ_TYPE_UNKNOWN;
    const std::string name = core.base ? proj_get_name(core.base.get()) : "";
    if (const auto what = misfit(type); !what.empty())
        throw InputError(
            fmt::format("{}: the coordinate reference system \"{}\" is {}", where, name, what),
            "give a geographic or a projected system, such as EPSG:31370");
    if (type == PJ_TYPE_PROJECTED_CRS && is_turned_lambert(context, core.base.get()))
        throw InputError(fmt::format("{}: PROJ would put positions in \"{}\" 745 m off: it leaves "
                                     "out the turn of its projection",
                                     where, name),
                         "name EPSG:31370 instead: the same map to 5 cm, written without a turn");
}

} // namespace

Crs Crs::parse(std::string_view definition, const std::string& where) {
    const auto context = open_proj_context();
    const auto core = core_of(context.get(), read(context.get(), definition, where));
    check_fits(context.get(), core, where);
    const auto known = find_known(context.get(), core.base.get());
    const PJ* const kept = known ? known.get() : core.bound ? core.bound.get() : core.base.get();
    const char* const wkt = proj_as_wkt(context.get(), kept, PJ_WKT2_2019, nullptr);
    if (wkt == nullptr)
        throw InputError(fmt::format("{}: {} cannot be written as WKT", where, quoted(definition)),
                         kHint);
    Crs crs;
    crs.name_ = proj_get_name(kept);
    crs.code_ = known ? declared_code(known.get()) : std::string();
    crs.wkt_ = wkt;
    if (proj_get_type(core.base.get()) == PJ_TYPE_PROJECTED_CRS)
        crs.kind_ = is_in_metres(context.get(), core.base.get()) ? Kind::ProjectedInMetres
                                                                 : Kind::ProjectedInOtherUnit;
    return crs;
}

bool operator==(const Crs& left, const Crs& right) {
    if (left.wkt_ == right.wkt_)
        return true;
    const auto context = open_proj_context();
    const auto a = make_proj_object(context.get(), left.wkt_);
    const auto b = make_proj_object(context.get(), right.wkt_);
    return a && b && is_same(context.get(), a.get(), b.get());
}

bool is_in_belgium(const kernel::Extent& degrees) {
    constexpr double kMarginDegrees = 0.05;
    const auto context = open_proj_context();
    const auto belgian = make_proj_object(context.get(), "EPSG:31370");
    Extent box;
    return belgian &&
           proj_get_area_of_use(context.get(), belgian.get(), &box.min_x, &box.min_y, &box.max_x,
                                &box.max_y, nullptr) != 0 &&
           degrees.min_x >= box.min_x - kMarginDegrees &&
           degrees.max_x <= box.max_x + kMarginDegrees &&
           degrees.min_y >= box.min_y - kMarginDegrees &&
           degrees.max_y <= box.max_y + kMarginDegrees;
}

} // namespace regio::io
