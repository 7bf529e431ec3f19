#pragma once

#include "registry/locate.hpp"
#include "registry/territory.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regio::registry {

/// A municipality of the day that is asked about, with what it was in the list.
struct Carried {
    std::string code;
    /// Nothing when the code is not in the table of that day.
    std::optional<MunicipalityIndex> municipality;
    std::vector<std::size_t> inputs;    ///< Which of the codes given it holds, ascending.
    std::vector<MergedPart> missing;    ///< Parts of it that were not given: it is partial.
    const Merger* made_later = nullptr; ///< The merger after that day that made the code, if any.

    [[nodiscard]] bool is_partial() const noexcept { return !missing.empty(); }
};

/// Carries a set of municipalities to territory.as_of() by the mergers in between, in order of
/// date.
///
/// A merged municipality of which every part was given is whole; one of which some parts were given
/// is partial. Never backward: a code read as of a later day stands for itself, unless a merger in
/// between made it; then `made_later` names that merger and `municipality` is empty.
///
/// Laws: every input is in exactly one outcome; no two outcomes have the same code; outcomes are in
/// order of code; an input that no merger names comes back unchanged.
/// Precondition: no code is given twice.
[[nodiscard]] std::vector<Carried> carry(std::span<const DatedCode> codes,
                                         const Territory& territory);

} // namespace regio::registry
