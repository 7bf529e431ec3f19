#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "base/source_ref.hpp"
#include "base/string_pool.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace regio::registry {

/// A body as its list describes it. Texts are as given, empty where nothing is given.
struct Partnership {
    std::string id; ///< The name when the list has no identifiers.
    std::string name;
    std::string kind;
    std::string status; ///< "active", "inactive", or as given.
    std::string sector;
    std::string founded;
    std::string dated;             ///< The day of its member codes, as written.
    SourceRef source;              ///< The row that first mentions it.
    std::vector<Finding> findings; ///< What was found while reading its rows.
};

/// The place of a partnership in its PartnershipList.
enum class PartnershipIndex : std::uint32_t {};

/// One row of a member list, in 40 bytes: lists of a million rows stay in memory. Of a list of
/// drawn areas it is a polygon feature: `row` is its feature id, and it names nobody.
struct MemberRow {
    PartnershipIndex partnership{};
    StringId code{}; ///< Empty text when the row has a name only.
    StringId name{}; ///< Empty text when the row has a code only.
    StringId from{}; ///< As written; empty text when open.
    StringId to{};
    std::int64_t row = 0;
    bool is_municipality = true; ///< False when the list itself says that it is something else.
};

/// What one list says about all its partnerships.
struct ListTerms {
    std::string list; ///< The name within which an id is unique.
    std::optional<Date> dated;
    std::vector<std::string> none;          ///< Values that mean "in none".
    std::vector<std::string> other_members; ///< Members that are not municipalities.
    bool may_be_supraregional = true;
};

/// A source of partnerships with their members, rows in the order of the source.
struct PartnershipList {
    ListTerms terms;
    SourceRef source;                      ///< Of the member rows.
    std::vector<Partnership> partnerships; ///< In order of first mention.
    std::vector<MemberRow> rows;           ///< By partnership, then in the order of the source.
    StringPool strings;
};

/// A row as a table has it; texts need to live during the call only.
struct ListedRow {
    std::string_view id;
    std::string_view name;
    std::string_view kind;
    std::string_view status;
    std::string_view sector;
    std::string_view founded;
    std::string_view dated;
    std::string_view member_code;
    std::string_view member_name;
    std::string_view member_kind;
    std::string_view from;
    std::string_view to;
    std::int64_t row = -1;
};

/// Collects a PartnershipList row by row, in one pass and without keeping the rows' texts twice.
class PartnershipListBuilder {
public:
    /// `source` is where the member rows come from.
    PartnershipListBuilder(ListTerms terms, SourceRef source);

    /// A row that describes a partnership, in a `table` of its own beside the member rows. One that
    /// is described twice is a finding. From then on ids are the same in whatever spelling, because
    /// the two tables may spell them differently; in one table, two spellings are two listings.
    void describe(const ListedRow& row, const SourceRef& table);

    /// A row with a partnership and a member. The partnership is the id, else the name, which may
    /// be that of one with an id; a row that has neither, or a value that means "none", is counted
    /// and left out. A row without a member mentions the partnership, and is a finding (R323) when
    /// it has members in other rows.
    void add(const ListedRow& row);

    /// A polygon feature that is the working area of a partnership, or a part of it. Ids are the
    /// same in whatever spelling. A list has either these or rows with members.
    void add_area(const ListedRow& row);

    /// The list; what concerns it as a whole (R312, R313, R321) is put behind `findings`, and what
    /// concerns one partnership (R308, R315, R322, R323) stands with it.
    [[nodiscard]] PartnershipList take(std::vector<Finding>& findings) &&;

private:
    PartnershipIndex mention(const ListedRow& row, const SourceRef& source);
    void compare(PartnershipIndex index, const ListedRow& row, const SourceRef& source);
    bool is_none(std::string_view id, std::string_view name);
    bool names_partnership(const ListedRow& row, const SourceRef& source);
    void note_once(FindingNumber number, PartnershipIndex index, const SourceRef& source);
    [[nodiscard]] Finding about(FindingNumber number, std::vector<FindingValue> values,
                                SourceRef source, const std::string& partnership = {}) const;

    PartnershipList list_;
    std::unordered_map<std::string, PartnershipIndex> by_id_;
    std::vector<bool> described_; ///< By PartnershipIndex.
    std::unordered_map<std::string, PartnershipIndex> by_name_;
    std::map<PartnershipIndex, SourceRef> blank_; ///< First row without a member.
    bool is_described_ = false;                   ///< There is a table beside the member rows.
    std::vector<std::uint64_t> none_counts_;      ///< By place in terms.none.
    std::uint64_t without_partnership_ = 0;
    SourceRef first_without_partnership_;
    std::set<std::pair<PartnershipIndex, std::string_view>> differing_; ///< R315 once per field.
};

/// "active" and "inactive" for their Dutch words, else the text as given.
[[nodiscard]] std::string normalised_status(std::string_view status);

} // namespace regio::registry
