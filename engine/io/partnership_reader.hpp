#pragma once

#include "base/finding.hpp"
#include "io/layer_source.hpp"
#include "io/table.hpp"
#include "registry/partnership_list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::io {

/// Fields of the rows that name members; guessed where empty.
struct MemberFields {
    std::string code;
    std::string name;
    std::string kind; ///< Says of each member whether it is a municipality.
    std::string from;
    std::string to;
};

/// Members in a table of their own, beside the one that describes the partnerships.
struct MembersBeside {
    TableSource table;
    std::string partnership; ///< Field with the id.
    MemberFields fields;
};

/// A list of partnerships: one row per member, or one row per municipality with a column per kind
/// of partnership, which are read alike. Field names are guessed where they are empty.
struct PartnershipsSource {
    TableSource table;
    std::string id;
    std::string name;
    std::string kind;
    std::string kind_is; ///< One kind for the whole list; then no field is.
    std::string status;
    std::string sector;
    std::string founded;
    std::string dated_field; ///< Field with the day of each partnership's codes.
    MemberFields members;
    std::optional<MembersBeside> beside;
    std::string crs; ///< Of a layer of drawn areas that carries none.
    registry::ListTerms terms;
};

/// Whether the source is a layer of drawn working areas: it may hold polygons, and no field is
/// named that has the members. Throws InputError as may_hold_polygons().
[[nodiscard]] bool is_drawn(const PartnershipsSource& source);

/// A list of drawn working areas with the layer that has their polygons.
struct DrawnAreas {
    registry::PartnershipList list; ///< Rows are features of the layer.
    LayerSource layer;
    std::size_t rows = 0; ///< Features that say anything at all.
};

/// Reads what a layer of drawn areas says of them, but for the polygons. Features with one id are
/// one partnership. Throws InputError when no field names the partnerships. Findings as
/// PartnershipListBuilder. Precondition: the source is drawn.
[[nodiscard]] DrawnAreas read_drawn_areas(const PartnershipsSource& source,
                                          std::vector<Finding>& findings);

/// Reads a list in one pass. Throws InputError when no field names the partnerships or the members,
/// saying which shapes are read. Findings as PartnershipListBuilder.
[[nodiscard]] registry::PartnershipList read_partnerships(const PartnershipsSource& source,
                                                          std::vector<Finding>& findings);

} // namespace regio::io
