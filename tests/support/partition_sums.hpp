#pragma once

#include "coverage/partition.hpp"
#include "layer/layer.hpp"
#include "tests/support/geometry.hpp"
#include "topology/chains.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace regio::test {

/// The union partition of layers beside their pairwise overlaps.
class PartitionedLayers {
public:
    explicit PartitionedLayers(const std::vector<layer::Layer>& layers);

    [[nodiscard]] const std::vector<coverage::Piece>& pieces() const noexcept { return pieces_; }

    /// By how much the pieces in two features differ from what those share.
    struct Difference {
        std::size_t a = 0; ///< The features.
        std::size_t b = 0;
        double in_square_units = 0;
        double bound = 0; ///< Half a unit in x and in y along the borders of both.
    };

    /// Of each pair of features of two layers that share area, whatever other layers are there.
    [[nodiscard]] std::vector<Difference> differences(std::size_t one, std::size_t other) const;

private:
    std::vector<topology::Chains> chains_;
    std::vector<coverage::Piece> pieces_;
};

/// The edges of areas that should be a coverage, counted by their ends alone.
struct CoverageEdges {
    std::size_t repeated = 0; ///< That are walked twice or more the same way.
    EdgeCounts one_sided;     ///< That nobody walks the other way.
};
[[nodiscard]] CoverageEdges coverage_edges(std::span<const kernel::MultiPolygon> areas);

/// The lengths of the borders of each feature, in units.
[[nodiscard]] std::vector<double> border_lengths(const topology::Chains& chains);

} // namespace regio::test
