#include "registry/listing.hpp"

#include "registry/identifier.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace regio::registry {

namespace {

using Named = std::tuple<StringId, StringId, StringId, StringId>;
using Rows = std::span<const MemberRow>;

/// A member with its period: a membership that ended and began again is no repetition.
Named named(const MemberRow& row) {
    return {row.code, row.name, row.from, row.to};
}

/// The rows up to the first that does not follow its predecessor in the source.
Rows first_run(Rows rows) {
    std::size_t size = 1;
    while (size < rows.size() && rows[size].row == rows[size - 1].row + 1)
        ++size;
    return rows.first(size);
}

/// Where each listing of one partnership in one source begins and ends.
std::vector<Rows> split_listings(Rows rows) {
    std::vector<Rows> listings;
    std::set<Named> seen;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < rows.size();) {
        const Rows run = first_run(rows.subspan(at));
        const auto repeated = static_cast<std::size_t>(std::count_if(
            run.begin(), run.end(), [&](const auto& row) { return seen.contains(named(row)); }));
        if (run.size() >= 2 && 2 * repeated >= run.size()) {
            listings.push_back(rows.subspan(begin, at - begin));
            begin = at;
            seen.clear();
        }
        for (const auto& row : run)
            seen.insert(named(row));
        at += run.size();
    }
    listings.push_back(rows.subspan(begin));
    return listings;
}

} // namespace

std::vector<Listings> gather_listings(const std::vector<PartnershipList>& lists) {
    std::map<std::pair<std::string, std::string>, Listings> by_key;
    for (std::size_t l = 0; l < lists.size(); ++l) {
        Rows rest = lists[l].rows;
        for (std::size_t p = 0; p < lists[l].partnerships.size(); ++p) {
            const auto end = std::find_if(rest.begin(), rest.end(), [&](const MemberRow& row) {
                return row.partnership != static_cast<PartnershipIndex>(p);
            });
            const auto size = static_cast<std::size_t>(end - rest.begin());
            const Partnership& partnership = lists[l].partnerships[p];
            Listings& listings = by_key[{lists[l].terms.list, identifier_key(partnership.id)}];
            for (const Rows rows : split_listings(rest.first(size)))
                listings.push_back({.list = l, .partnership = &partnership, .rows = rows});
            rest = rest.subspan(size);
        }
    }
    std::vector<Listings> result;
    result.reserve(by_key.size());
    for (auto& [key, listings] : by_key)
        result.push_back(std::move(listings));
    std::stable_sort(result.begin(), result.end(), [&](const Listings& a, const Listings& b) {
        return std::tie(a[0].partnership->id, lists[a[0].list].terms.list) <
               std::tie(b[0].partnership->id, lists[b[0].list].terms.list);
    });
    return result;
}

} // namespace regio::registry
