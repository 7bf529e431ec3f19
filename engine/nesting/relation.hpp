#pragma once

#include "registry/region.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace regio::nesting {

/// How the members of a partnership lie in the reference regions.
enum class Relation : std::uint8_t {
    Within,        ///< A proper subset of one region.
    Coincides,     ///< Equal to one region.
    Supraregional, ///< Equal to the union of two or more whole regions.
    Crosses,       ///< Anything else that touches two or more regions.
    Unresolved,    ///< A member cannot be found or dated.
};

/// The id in tables and files: "within", "coincides" …
[[nodiscard]] std::string_view id_of(Relation relation);

/// A region that has members of the partnership, and how many of all its municipalities they are.
struct RegionCount {
    registry::RegionIndex region{};
    std::size_t members = 0; ///< At least 1.
    std::size_t of = 0;      ///< At least `members`.
    std::size_t in_part = 0; ///< Of the members, those that a drawn area covers in part only.
};

/// The relation of a set that touches these regions, each named once.
/// A municipality that is covered in part touches its region like any other, and keeps it from
/// being whole: an area that holds a part of it reaches into the region, and one that lacks a part
/// does not fill it. Laws: adding a foreign municipality to a set that is Within or Coincides makes
/// it Crosses or Supraregional; Supraregional needs every touched region whole; the order does not
/// matter. Precondition: `touched` is not empty.
[[nodiscard]] Relation relate(std::span<const RegionCount> touched);

} // namespace regio::nesting
