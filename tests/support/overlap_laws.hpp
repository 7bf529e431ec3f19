#pragma once

#include "tests/support/exact_overlap.hpp"
#include "tests/support/geometry.hpp"
#include "topology/overlap.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace regio::test {

/// One thread: small layers are done before a second one is awake.
inline constexpr topology::OverlapTerms kOneThread{.threads = 1};

/// What topology::overlap() says of two layers, by the codes of features.
using Overlaps = std::map<std::pair<std::string, std::string>, topology::OverlapPair>;
[[nodiscard]] Overlaps overlaps(const Shapes& a, const Shapes& b,
                                const topology::OverlapTerms& terms = kOneThread);

/// The first pair that has another area, or is in one of them only; empty when all bits agree.
[[nodiscard]] std::string difference(const Overlaps& one, const Overlaps& other);

/// The laws of topology/overlap.hpp: each function says what breaks its law with these two layers,
/// and nothing when it holds. Precondition of all: codes are unique in a layer, and features are as
/// topology::overlap() asks.

/// Entries are within their bound of the exact area, pairs without area are absent.
[[nodiscard]] std::string breach_of_error_bound(const Shapes& a, const Shapes& b);
/// What lies under no feature of `b` is what its entries leave of a feature.
/// Precondition: features of `b` do not overlap.
[[nodiscard]] std::string breach_of_conservation(const Shapes& a, const Shapes& b);
[[nodiscard]] std::string breach_of_transpose(const Shapes& a, const Shapes& b);
/// Threads and cells.
[[nodiscard]] std::string breach_of_equal_terms(const Shapes& a, const Shapes& b);
/// Order of features, parts and holes, start vertices, by seed; and direction of edges.
[[nodiscard]] std::string breach_of_equal_order(const Shapes& a, const Shapes& b,
                                                std::uint32_t seed);
/// A quarter turn about the origin, and back in a mirror.
[[nodiscard]] std::string breach_of_rotation(const Shapes& a, const Shapes& b);
/// As far as the lattice reaches: areas stay within the bounds of both, so those that rest on
/// lattice points alone stay the same.
[[nodiscard]] std::string breach_of_translation(const Shapes& a, const Shapes& b);
/// Shares of the work add up to the whole.
[[nodiscard]] std::string breach_of_parts_add(const Shapes& a, const Shapes& b);
/// Each feature shares its own area with itself.
[[nodiscard]] std::string breach_of_identity(const Shapes& shapes);

/// All of them that ask for no exact areas, with the name of the law before what breaks it.
[[nodiscard]] std::string broken_law(const Shapes& a, const Shapes& b, std::uint32_t seed);

} // namespace regio::test
