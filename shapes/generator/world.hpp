#pragma once

#include "generator/cell_grid.hpp"
#include "kernel/polygon.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace regio::schematic {

/// A municipality as the tables have it.
struct Municipality {
    std::string code;
    std::string name;
    kernel::Point centre;         ///< The centre of its area, rounded to 100 m.
    std::int64_t area_m2 = 0;     ///< Official, of 2019.
    std::int64_t intended_m2 = 0; ///< What its cell is made to have, see read_world().
};

/// A well-known place that a municipality reaches though its centre lies far from there: a second
/// point from which its cell grows.
struct Place {
    Owner owner{};
    kernel::Point centre;
    std::int64_t area_m2 = 0; ///< Of the municipality's own.
};

/// A municipality of 2025 and those of 2019 that it is made of.
struct Merged {
    std::string code;
    std::string name;
    std::vector<Owner> parts; ///< In order of code; often one.
};

/// Everything that is known beforehand.
struct World {
    std::vector<Municipality> municipalities; ///< Of 2019, in order of code.
    std::vector<Merged> merged;               ///< Of 2025, in order of code.
    std::vector<Place> places;
    kernel::Polygon mainland;         ///< The border points of Flanders; Brussels is its hole.
    kernel::Ring voeren;              ///< Those of Voeren.
    std::vector<kernel::Point> coast; ///< Those of the mainland on the sea, from west to east.
};

/// The two municipalities that are no part of the mainland.
inline constexpr const char* kVoeren = "73109";
inline constexpr const char* kBaarleHertog = "13002";

/// Reads municipalities_2019.csv, municipalities_2025.csv, mergers.csv, outline.csv and places.csv
/// in a folder.
///
/// The official areas of 2019 and 2025 are of two editions that differ by up to 2.5 %. A cell is
/// meant to have the middle of both: its area of 2019, and that scaled to the figure of 2025 for
/// what it has become part of.
///
/// Throws InputError for what is missing or cannot be read, with the place.
[[nodiscard]] World read_world(const std::string& folder);

} // namespace regio::schematic
