#pragma once

#include "registry/partition_regions.hpp"
#include "registry/partnership_list.hpp"
#include "registry/resolution.hpp"
#include "registry/territory.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regio::test {

/// Regions with the codes of their municipalities: {{"A", "a1 a2"}, {"B", "b1"}}. A municipality is
/// called after its code in capitals: a1 is "Municipality A1".
using RegionCodes = std::vector<std::pair<std::string, std::string>>;

/// The words of a text.
std::vector<std::string> words(std::string_view text);

/// A territory and its regions, undated unless mergers date it.
struct SmallWorld {
    registry::Territory territory;
    registry::RegionPartition regions;
    std::vector<Finding> findings;
};

struct WorldOptions {
    std::map<std::string, std::int64_t> inhabitants; ///< By code; others have none known.
    std::string without_region;                      ///< Codes in no region.
    std::vector<registry::MergerRow> mergers;
    std::optional<Date> as_of;
};

SmallWorld make_world(const RegionCodes& regions, const WorldOptions& options = {});

registry::MergerRow merger(std::string_view old_code, std::string_view new_code, Date date);

/// A list "list" with one partnership "p" per entry: {"p", "a1 a2"}.
registry::PartnershipList
make_list(const std::vector<std::pair<std::string, std::string>>& partnerships,
          registry::ListTerms terms = {.list = "list"});

/// The partnership of a list with one.
registry::ResolvedPartnership resolve_one(registry::PartnershipList list, const SmallWorld& world);

/// The only partnership with these members.
registry::ResolvedPartnership resolve_members(const std::string& members, const SmallWorld& world);

/// Codes of municipalities.
std::vector<std::string> codes(const std::vector<registry::MunicipalityIndex>& indices,
                               const SmallWorld& world);

/// Numbers of the findings, in order.
std::vector<FindingNumber> numbers(const std::vector<Finding>& findings);

} // namespace regio::test
