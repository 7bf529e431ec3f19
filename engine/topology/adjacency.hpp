#pragma once

#include "layer/feature.hpp"
#include "topology/chains.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

/// A length on the lattice, in 2⁻¹⁶ units: whole, so that sums do not depend on their order.
struct Length {
    std::uint64_t fixed = 0;

    [[nodiscard]] double units() const { return static_cast<double>(fixed) / 65536; }

    [[nodiscard]] double metres(const kernel::Lattice& lattice) const {
        return units() * lattice.unit_m();
    }

    Length& operator+=(Length other) {
        fixed += other.fixed;
        return *this;
    }
    friend auto operator<=>(const Length&, const Length&) = default;
};

/// The length of a line; each edge is rounded to 2⁻¹⁶ units once.
[[nodiscard]] Length length_of(kernel::RingView line);

/// The length of all rings of a polygon; each edge likewise.
[[nodiscard]] Length perimeter_of(const kernel::Polygon& polygon);

/// What two features have in common: one < other.
struct Border {
    layer::FeatureId one{};
    layer::FeatureId other{};
    Length length;

    friend bool operator==(const Border&, const Border&) = default;
};

/// Who borders whom, and by how much, in order of features. Touching in a point is no border.
/// Law: in a layer whose shared borders are stored alike on both sides these are the pairs whose
/// intersection has a length.
[[nodiscard]] std::vector<Border> borders(const Chains& chains);

/// Which parts share a border with which, for questions about what hangs together.
class PartGraph {
public:
    explicit PartGraph(const Chains& chains);

    /// The parts of these features in pieces that hang together by borders, points not counting.
    /// Parts ascend within a piece and pieces by their first part.
    /// Laws: 1. each part of each feature is in one piece; 2. no order of features and no
    /// repetition changes the answer.
    [[nodiscard]] std::vector<std::vector<layer::PartId>>
    pieces(std::span<const layer::FeatureId> features) const;

private:
    /// The places of ids by owner: those of owner i are ids[first[i]] up to ids[first[i + 1]].
    struct Grouped {
        std::vector<std::size_t> first;
        std::vector<layer::PartId> ids;

        [[nodiscard]] std::span<const layer::PartId> of(std::size_t owner) const {
            return std::span(ids).subspan(first[owner], first[owner + 1] - first[owner]);
        }
    };

    static Grouped group(std::size_t owners, std::vector<std::pair<std::size_t, layer::PartId>>);

    Grouped neighbours_; ///< By part.
    Grouped parts_;      ///< By feature.
};

} // namespace regio::topology
