#pragma once

#include "arrangement/arrangement.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace regio::arrangement {

/// The area of each group of labels, where a label may be of several groups, so that areas overlap:
/// of features of one layer, or of groups of them. A face is drawn for one group at a time, so
/// groups are drawn in rounds, in each of them those that have no label in common.
///
/// Laws: those of outlines(); no numbering of groups changes an area.
/// Preconditions: there is a list of groups for every label, each group once in it, and an empty
/// one for the label of the outside.
[[nodiscard]] std::vector<kernel::MultiPolygon>
overlapping_outlines(const Arrangement& arrangement,
                     std::span<const std::vector<GroupId>> groups_of_label,
                     std::size_t group_count);

} // namespace regio::arrangement
