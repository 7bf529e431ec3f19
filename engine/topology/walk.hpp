#pragma once

#include "kernel/box.hpp"
#include "kernel/predicates.hpp"
#include "layer/feature.hpp"
#include "topology/chains.hpp"
#include "topology/edges.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace regio::topology {

/// Where there is no feature.
inline constexpr layer::FeatureId kNoFeature{0xffffffff};

/// The features on the two sides of an edge.
struct Sides {
    layer::FeatureId left = kNoFeature;
    layer::FeatureId right = kNoFeature;

    /// Whether nothing changes from side to side: the edge is no border.
    [[nodiscard]] bool are_equal() const noexcept { return left == right; }
};

/// The borders of a layer as one closed line: from a point outside along every chain, with bridges
/// from the end of each to the beginning of the next, and back. Whoever goes along it and notes
/// what it crosses of another layer knows everywhere in which features of that layer it is: no
/// point has to be located.
///
/// Edges are numbered by their first point among Chains::points(); that of the last point of a
/// chain is a bridge. The one after all is the first of the walk, from outside to the first chain.
/// Bridges have no sides. Nothing is stored again, unless chains that follow each other lie so far
/// apart that bridges would cost more than borders: then they are put in another order.
class Walk {
public:
    /// The box is that of this and the other layer. Where it begins lies outside the other layer:
    /// the lowest corner when that is moved, else the highest.
    /// Preconditions: the layer has chains, and outlives the walk.
    enum class Corner : bool { Lowest, Highest };
    Walk(const Chains& chains, const kernel::Box& box, Corner outside);
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;

    [[nodiscard]] const Chains& chains() const noexcept {
        return reordered_ ? *reordered_ : chains_;
    }

    [[nodiscard]] Edges edges() const noexcept { return {chains().points(), ends_}; }

    /// The edge from outside to the first chain: the last by number.
    [[nodiscard]] std::uint32_t first_edge() const noexcept { return edges().count() - 1; }

    /// None for bridges.
    [[nodiscard]] Sides sides(std::uint32_t id) const;
    [[nodiscard]] Sides sides(const Chain& chain) const;

private:
    [[nodiscard]] const Chain& chain_of(std::uint32_t id) const;

    const Chains& chains_;
    std::optional<Chains> reordered_;
    std::array<kernel::Segment, 2> ends_; ///< Back outside, and from there.
    std::vector<std::uint32_t> chain_at_; ///< That of each 64th point.
};

} // namespace regio::topology
