#pragma once

#include "kernel/lattice.hpp"
#include "kernel/ring.hpp"
#include "layer/layer.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace regio::topology {

/// A piece of border with the same part on its left, and the same or none on its right, all along.
struct Chain {
    std::uint32_t first = 0; ///< Its first point among Chains::points().
    std::uint32_t count = 0; ///< Points: two or more. A closed chain ends where it begins.
    layer::PartId left{};
    layer::PartId right = layer::kNoPart; ///< kNoPart: no feature walks it the other way.
};

/// A layer as its borders, each stored once: an edge that two parts walk in opposite directions is
/// one border with a left and a right side. An edge that finds no partner (an outer border, a gap,
/// a T-junction, another digitisation) is a one-sided chain; nothing is dropped.
///
/// A chain is a maximal run: it ends where a side changes or either ring turns away. One that
/// nothing ends goes all around its ring, from the least point.
///
/// Laws: 1. the edges of all chains, walked forward for the left part and backward for the right
/// one, are the edges of the layer's rings, each as often; 2. in a layer without overlaps no edge
/// is stored twice; 3. twice the area of a part is the sum of cross(p, q) over its edges, which the
/// chains give exactly; 4. chains come in the order of the rings that make them, along each from
/// where the first begins, whatever the number of threads.
///
/// Building works on all cores: edges are matched (match_edges), then rings are cut in blocks, once
/// to count and once to fill. Time is linear; on the way it takes 4 bytes for each point of the
/// rings, and what matching takes.
class Chains {
public:
    explicit Chains(const layer::Layer& layer);

    [[nodiscard]] const kernel::Lattice& lattice() const noexcept { return lattice_; }
    [[nodiscard]] std::span<const Chain> all() const noexcept { return chains_; }
    [[nodiscard]] kernel::RingView points(const Chain& chain) const {
        return std::span(points_).subspan(chain.first, chain.count);
    }

    /// All points of all chains, one chain after the other.
    [[nodiscard]] std::span<const kernel::Point> points() const noexcept { return points_; }

    /// Edges, each border counted once.
    [[nodiscard]] std::size_t edge_count() const noexcept {
        return points_.size() - chains_.size();
    }

    [[nodiscard]] std::size_t feature_count() const noexcept { return feature_count_; }
    [[nodiscard]] std::size_t part_count() const noexcept { return feature_of_.size(); }

    /// The feature of a part. Precondition: it is not kNoPart.
    [[nodiscard]] layer::FeatureId feature_of(layer::PartId part) const {
        return feature_of_[index(part)];
    }

    /// Puts the points of a chain that are to be drawn instead of its own behind those of a list.
    using Redraw = std::function<void(kernel::RingView line, std::vector<kernel::Point>& points)>;

    /// The same borders, drawn with other points. Precondition: `redraw` keeps both ends of a line,
    /// and gives two points or more; then neighbours still share their borders point by point.
    [[nodiscard]] Chains redrawn(const Redraw& redraw) const;

    /// The same chains in another order. Precondition: the order names each once.
    [[nodiscard]] Chains in_order(std::span<const std::uint32_t> order) const;

    /// Bytes that the chains hold.
    [[nodiscard]] std::size_t memory() const noexcept;

private:
    Chains(const kernel::Lattice& lattice, std::size_t feature_count)
        : lattice_(lattice), feature_count_(feature_count) {}

    kernel::Lattice lattice_;
    std::size_t feature_count_;
    std::vector<kernel::Point> points_;
    std::vector<Chain> chains_;
    std::vector<layer::FeatureId> feature_of_;
};

} // namespace regio::topology
