#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "io/layer_source.hpp"
#include "io/table.hpp"
#include "registry/area.hpp"
#include "registry/mergers.hpp"
#include "registry/municipality.hpp"
#include "registry/partition_regions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::io {

/// Where a figure of municipalities stands: a field of their own table, or of one beside it.
struct FigureSource {
    std::optional<TableSource> beside; ///< Absent: the table of municipalities itself.
    std::string code;                  ///< Field with the code in the table beside; empty: guessed.
    std::string value;                 ///< Field with the figure.
    registry::AreaUnit unit = registry::AreaUnit::SquareMetre; ///< Of areas.
};

/// Field names are guessed where they are empty.
struct MunicipalitiesSource {
    TableSource table;
    std::string code;
    std::string name;
    std::optional<FigureSource> inhabitants; ///< Absent: guessed in the table itself.
    std::optional<FigureSource> area;
    Period period; ///< Open on both sides when not given: dated by the codes.
    /// The polygons; absent: those of the table itself, when it is a layer that has them.
    std::optional<LayerSource> boundaries;
    std::string crs;         ///< Of the layer of the table, when it carries none.
    std::string attribution; ///< Whom maps of the polygons thank, and their licence.
};

struct MergersSource {
    TableSource table;
    std::string old_code;
    std::string old_name;
    std::string new_code;
    std::string new_name;
    std::string date;
};

/// A table with what regions are called, beside the one with their municipalities.
struct RegionNamesSource {
    TableSource table;
    std::string code;
    std::string name;  ///< Not guessed: empty when the table has aliases only.
    std::string alias; ///< Likewise.
};

struct RegionsSource {
    TableSource table;
    std::string code;
    std::string name;
    std::string member;
    std::string member_name;
    std::optional<RegionNamesSource> names;
    std::string crs; ///< Of a layer of drawn regions that carries none.
    Period period;
};

/// Whether the source is a layer of drawn regions: it may hold polygons, no field is named that has
/// municipalities, and none that is guessed and begins with one of their codes stands beside the
/// regions. Throws InputError as
/// may_hold_polygons().
[[nodiscard]] bool is_drawn(const RegionsSource& source);

/// The layer with the polygons of drawn regions, a feature's code being that of its region. Throws
/// InputError when no field names the regions. Precondition: the source is drawn.
[[nodiscard]] LayerSource drawn_region_layer(const RegionsSource& source);

/// Gives regions the names of the table beside, which go before the list's own; nothing happens
/// when there is none. Throws InputError as io::Table does, and for a table without the fields.
void name_regions(const RegionsSource& source, registry::RegionList& list);

/// Findings: R101 (by MunicipalityTable), R103, R104. Throws InputError for a table without codes,
/// and for a table of figures that contradicts itself.
[[nodiscard]] registry::MunicipalityTable read_municipalities(const MunicipalitiesSource& source,
                                                              std::vector<Finding>& findings);

/// Throws InputError for a row without codes or with a date that cannot be read.
[[nodiscard]] std::vector<registry::MergerRow> read_mergers(const MergersSource& source);

/// Finding R205 for rows that lack the region or the municipality; other fields may be empty.
[[nodiscard]] registry::RegionList read_regions(const RegionsSource& source,
                                                std::vector<Finding>& findings);

} // namespace regio::io
