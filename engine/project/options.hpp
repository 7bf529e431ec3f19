#pragma once

#include "base/date.hpp"
#include "base/language.hpp"
#include "io/partnership_reader.hpp"
#include "io/territory_reader.hpp"
#include "nesting/drawing.hpp"
#include "project/open_layers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::project {

/// How the maps of a project look.
struct MapOptions {
    std::string style;        ///< As it is written: a theme's name, or a folder; may be empty.
    std::string style_folder; ///< The folder that it means when it is no theme's name.
};

/// Everything that a project file or the command line can say about the data of a project.
struct ProjectOptions {
    std::string title;
    std::optional<Date> as_of;
    std::optional<Language> language;
    LatticeTerms lattice; ///< On which boundaries are read.
    nesting::DrawingTerms drawing;
    std::vector<io::MunicipalitiesSource> municipalities;
    std::optional<io::MergersSource> mergers; ///< Absent: the Flemish table in the program.
    std::vector<io::RegionsSource> regions;
    std::vector<io::PartnershipsSource> partnerships;
    MapOptions map;
};

/// "nl" or "en"; nothing for other texts.
[[nodiscard]] std::optional<Language> parse_language(std::string_view text);

/// The unit that the name of an area field ends in: "area_km2", "oppervlakte_ha"; else square
/// metres.
[[nodiscard]] registry::AreaUnit area_unit_of_field(std::string_view field);

/// The name of a list that is not given one: its kind, else the stem of its file.
[[nodiscard]] std::string default_list_name(const io::PartnershipsSource& source);

} // namespace regio::project
