#pragma once

#include "base/date.hpp"
#include "registry/carry.hpp"
#include "registry/listing.hpp"
#include "registry/member_finder.hpp"
#include "registry/resolution.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace regio::registry {

/// Resolves the partnerships of one list: each member is found on the day of the list, then all
/// members of a partnership are carried over together. One object per list, because lists share
/// what their codes say about their date and what each code and name turned out to be.
class ListResolver {
public:
    /// References must outlive the object. What concerns the list as a whole (R316, R317) goes to
    /// `findings`.
    ListResolver(const PartnershipList& list, const Territory& territory,
                 const RegionPartition& regions, const OtherBodies& others,
                 std::vector<Finding>& findings);

    [[nodiscard]] ResolvedPartnership resolve(const Listing& listing);

private:
    /// The members of a listing that are municipalities, each code once, with the row it came from.
    struct Found {
        std::vector<DatedCode> codes;
        std::vector<const MemberRow*> rows;
        std::vector<std::string> twice;         ///< Names of those that came again.
        const MemberRow* first_twice = nullptr; ///< The first row that came again.
    };

    [[nodiscard]] Date infer_date();
    [[nodiscard]] Date date_of(const Listing& listing, ResolvedPartnership& resolved);
    [[nodiscard]] Found find_members(const Listing& listing, Date date,
                                     ResolvedPartnership& resolved);
    [[nodiscard]] bool holds(const MemberRow& row, ResolvedPartnership& resolved);
    void add_row(const MemberRow& row, const FoundMember& member, Date date, Found& found,
                 ResolvedPartnership& resolved);
    void place(const Carried& carried, const Found& found, ResolvedPartnership& resolved);
    void add_partial(const Carried& carried, const Found& found, ResolvedPartnership& resolved);
    void report_changes(std::span<const Carried> carried, const Found& found,
                        ResolvedPartnership& resolved);

    void unmatched(FindingNumber reason, const MemberRow& row, std::vector<FindingValue> values,
                   std::vector<std::string> nearest, ResolvedPartnership& resolved);
    void note(FindingNumber number, SourceRef source, std::vector<FindingValue> values,
              ResolvedPartnership& resolved) const;
    [[nodiscard]] SourceRef place_of(const MemberRow& row) const;
    [[nodiscard]] std::string name_in(const MemberRow& row) const;
    [[nodiscard]] std::string name_on(const DatedCode& code) const;
    [[nodiscard]] std::string names_of(std::span<const MergedPart> parts) const;

    const PartnershipList& list_;
    const Territory& territory_;
    const RegionPartition& regions_;
    std::vector<Finding>& findings_;
    MemberFinder finder_;
    Date date_;               ///< Of the list as a whole.
    std::set<Date> reported_; ///< Days after as_of() for which R316 is out.
};

} // namespace regio::registry
