#pragma once

#include "kernel/position.hpp"

#include <string>
#include <string_view>

namespace regio::io {

/// A coordinate reference system of positions on a map: geographic or projected, in two dimensions.
/// A plain value, without a handle of PROJ in it; copies may be used from several threads at once.
///
/// Files spell one system in many ways, so a definition is first brought to its horizontal core and
/// then looked up in PROJ's database:
///
/// 1. Of a compound system (EPSG:31370+5710) the horizontal part counts, of a three-dimensional one
///    its two-dimensional form.
/// 2. Of a system bound to WGS 84 (TOWGS84) its base counts, provided that the database knows the
///    base. Else the bound parameters are all that ties it to the ground, and they are kept.
/// 3. A declared code counts when its definition in the database is equal to the one given; a code
///    that is contradicted by the numbers beside it is no code.
/// 4. Else proj_identify() is asked about EPSG. A match counts from a confidence of 70, which means
///    equal definitions under unrelated names (90 and 100: the names agree too, 25: only the names
///    do), and when the two are then found equal. The second condition is for systems without a
///    named datum: PROJ 9.1 gives UTM 31 on the ellipsoid of 1924 as ED50 with 70, and systems
///    that share an ellipsoid lie hundreds of metres apart.
class Crs {
public:
    /// Reads "EPSG:31370", "31370" (EPSG's), a URN, WKT 1 (GDAL's or ESRI's), WKT 2, PROJJSON or a
    /// PROJ string, with or without +type=crs. A name alone is not taken: PROJ would guess. `where`
    /// is the file or the option that the text comes from. Throws InputError "WHERE: …" for what
    /// PROJ does not understand, and for vertical, geocentric, local, temporal and other systems
    /// that have no positions on a map, and for EPSG:31300, which PROJ 9.1 puts 745 m off.
    [[nodiscard]] static Crs parse(std::string_view definition, const std::string& where);

    /// "BD72 / Belgian Lambert 72"; as in the database when the system is known there.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// "EPSG:31370"; empty when the database holds no equal system.
    [[nodiscard]] const std::string& code() const noexcept { return code_; }

    /// WKT 2 of 2019, to be written to files; as in the database when the system is known there, so
    /// that its axes may stand in the order north, east.
    [[nodiscard]] const std::string& wkt() const noexcept { return wkt_; }

    /// Whether positions are longitude and latitude: degrees for nearly all systems, grads for
    /// some.
    [[nodiscard]] bool is_geographic() const noexcept { return kind_ == Kind::Geographic; }

    /// Whether positions are metres on a map: lengths and areas can be had from them.
    [[nodiscard]] bool is_projected_in_metres() const noexcept {
        return kind_ == Kind::ProjectedInMetres;
    }

    /// Whether both are the same system: the same numbers mean the same place when read as east,
    /// north. Names, codes, spelling and the declared order of the axes do not count.
    friend bool operator==(const Crs& left, const Crs& right);

private:
    enum class Kind { Geographic, ProjectedInMetres, ProjectedInOtherUnit };

    Crs() = default;

    std::string name_;
    std::string code_;
    std::string wkt_;
    Kind kind_ = Kind::Geographic;
};

/// Whether a box of longitudes and latitudes lies in the box that EPSG states for EPSG:31370
/// (2.50 to 6.40 east, 49.50 to 51.51 north), with a margin of 0.05 degrees (3.5 to 5.6 km) for
/// coarse borders and for the dams of Zeebrugge. The box also holds Lille, Maastricht and Aachen.
[[nodiscard]] bool is_in_belgium(const kernel::Extent& degrees);

} // namespace regio::io
