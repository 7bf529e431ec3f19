#pragma once

#include "base/date.hpp"
#include "base/source_ref.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regio::registry {

/// A row of a merger table: from `date` on, `old_code` is (part of) `new_code`.
struct MergerRow {
    std::string old_code;
    std::string old_name;
    std::string new_code;
    std::string new_name;
    Date date;
    SourceRef source;
};

struct MergedPart {
    std::string code;
    std::string name;
};

/// One municipality made out of others on one day. A code may be among its own parts: Antwerpen
/// (11002) took in Borsbeek and kept its code.
struct Merger {
    Date date;
    std::string code;
    std::string name;
    std::vector<MergedPart> parts; ///< In order of code, each once.

    [[nodiscard]] bool has_part(std::string_view part_code) const;
};

/// All mergers, in order of date and code.
class Mergers {
public:
    Mergers() = default;

    /// Rows may come in any order and stand twice. Throws InputError when a municipality goes into
    /// two others on one day, or is made and ends on one day, which no list can be carried over.
    explicit Mergers(std::vector<MergerRow> rows);

    [[nodiscard]] std::span<const Merger> all() const noexcept { return mergers_; }

    /// The days on which `code` is in force as far as the mergers tell: from the last day it was
    /// made to the day before it went into another. Open on both sides for a code they do not name.
    [[nodiscard]] Period validity(std::string_view code) const;

    /// Whether `code` occurs, as a part or as the outcome.
    [[nodiscard]] bool names(std::string_view code) const;

    /// The merger that made `code` on a day after `after` and not after `until`; null when none
    /// did.
    [[nodiscard]] const Merger* made(std::string_view code, Date after, Date until) const;

private:
    std::vector<Merger> mergers_;
};

} // namespace regio::registry
