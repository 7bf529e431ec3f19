#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regio {

/// The form in which names and column headers are compared: lower case, without accents, hyphens,
/// spaces and other punctuation, a leading "St" written as "Sint". "Heist-op-den-Berg" and
/// "HEIST OP DEN BERG" have one key. Letters outside the Latin script are kept as they are.
/// Precondition: well-formed UTF-8.
[[nodiscard]] std::string name_key(std::string_view name);

/// `name` without what stands in brackets at its end: "Tielt (Tielt)" → "Tielt". Sources add the
/// arrondissement so when two municipalities of Belgium share a name.
[[nodiscard]] std::string_view without_qualifier(std::string_view name);

/// How many letters must be inserted, deleted, replaced or swapped with their neighbour to turn one
/// into the other (optimal string alignment; Damerau 1964, Levenshtein 1966), counted in bytes.
[[nodiscard]] std::size_t edit_distance(std::string_view one, std::string_view other);

/// At most `most` of the candidates that look like a slip for `wanted`: those whose key contains
/// its key, or differs by a third of its length at the most. Nearest first, then in the order
/// given.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view wanted,
                                                     std::span<const std::string> candidates,
                                                     std::size_t most = 3);

/// "a, b and c" with the given word before the last.
[[nodiscard]] std::string enumerated(std::span<const std::string> names,
                                     std::string_view last_word);

} // namespace regio
