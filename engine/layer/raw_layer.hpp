#pragma once

#include "base/source_ref.hpp"
#include "kernel/position.hpp"
#include "layer/feature.hpp"
#include "layer/position_blocks.hpp"
#include "layer/provenance.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace regio::layer {

/// A ring of a raw layer: `count` positions from `first`, closed or not, in either direction.
struct RawRing {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// A polygon of a raw layer: its shell, then its holes.
struct RawPart {
    FeatureId feature{};
    std::size_t first_ring = 0;
    std::size_t ring_count = 0;
};

/// Where a feature has something that is no polygon, and is left out.
struct RawRemnant {
    FeatureId feature{};
    kernel::Position place; ///< Its first position; it need not be finite.
};

/// The polygons of a layer as they were read: positions in a coordinate reference system, nothing
/// rounded, nothing checked but that coordinates are finite. Parts are in the order of their
/// features, rings in that of their parts.
struct RawLayer {
    SourceRef source; ///< File and layer.
    Provenance provenance = Provenance::Given;
    std::vector<Feature> features;
    std::vector<RawPart> parts;
    std::vector<RawRing> rings;
    PositionBlocks positions;           ///< Those of a ring are in one block.
    std::vector<RawRemnant> remnants;   ///< In the order of their features.
    std::vector<FeatureId> collections; ///< Those whose geometry is a collection; in order.
};

/// Of the polygons.
[[nodiscard]] kernel::Extent extent_of(const RawLayer& layer);

/// The positions of a ring, without the repetition of the first at the end.
[[nodiscard]] std::span<const kernel::Position> positions_of(const RawLayer& layer,
                                                             const RawRing& ring);

/// Puts the features of a layer behind those of another one of the same source.
void append(RawLayer from, RawLayer& to);

} // namespace regio::layer
