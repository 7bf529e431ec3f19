#pragma once

#include "registry/partnership_list.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace regio::registry {

/// One enumeration of a partnership's members.
struct Listing {
    std::size_t list = 0; ///< Place in the lists given.
    const Partnership* partnership = nullptr;
    std::span<const MemberRow> rows; ///< In the order of the source.
};

/// Everything that enumerates one and the same partnership, in the order of the lists: usually one
/// listing. Two are the same partnership when their list names and identifier keys are equal.
using Listings = std::vector<Listing>;

/// All partnerships of all lists, in order of id, then list name. Within a source, a run of
/// consecutive rows starts a second listing when it has two rows or more and at least half of them
/// repeat the listing before: somebody pasted a newer list below the older one.
///
/// Precondition: `lists` outlives the result.
[[nodiscard]] std::vector<Listings> gather_listings(const std::vector<PartnershipList>& lists);

} // namespace regio::registry
