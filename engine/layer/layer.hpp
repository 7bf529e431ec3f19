#pragma once

#include "base/source_ref.hpp"
#include "base/unfilled.hpp"
#include "kernel/box.hpp"
#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"
#include "kernel/ring.hpp"
#include "layer/feature.hpp"
#include "layer/provenance.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::layer {

/// A polygon of a layer: rings from `first_ring` up to `end_ring`, the shell first.
struct Part {
    FeatureId feature{};
    RingId first_ring{};
    RingId end_ring{};
};

/// Polygons on one lattice, with what is known of them and where they come from.
///
/// Shells run counter-clockwise and holes clockwise, so that the interior lies left of every edge.
/// A ring has three points or more that are not on one line, and none equal to the one before it.
/// Nothing else is promised: rings may cross or touch themselves and each other, features may
/// overlap, repeat and lack codes.
///
/// Every ring is stored with its first point repeated at the end, so the edge that starts at stored
/// point i ends at i + 1.
class Layer {
public:
    Layer(SourceRef source, const kernel::Lattice& lattice,
          Provenance provenance = Provenance::Given)
        : source_(std::move(source)), lattice_(lattice), provenance_(provenance) {}

    /// Building, in this order: a feature, its parts, the rings of each.
    FeatureId add_feature(Feature feature);
    PartId add_part();
    /// The ring is turned to run as its place asks. Precondition: as promised above.
    RingId add_ring(kernel::RingView ring);

    /// Makes room for so many stored points more than there are.
    void make_room(std::size_t points) { points_.reserve(points_.size() + points); }

    /// All features of other layers on the lattice, one layer after another.
    void append(std::span<const Layer* const> layers);

    [[nodiscard]] const SourceRef& source() const noexcept { return source_; }
    [[nodiscard]] const kernel::Lattice& lattice() const noexcept { return lattice_; }
    [[nodiscard]] Provenance provenance() const noexcept { return provenance_; }
    [[nodiscard]] bool is_schematic() const noexcept {
        return provenance_ == Provenance::Schematic;
    }

    [[nodiscard]] std::span<const Feature> features() const noexcept { return features_; }
    [[nodiscard]] std::span<const Part> parts() const noexcept { return parts_; }
    [[nodiscard]] std::size_t ring_count() const noexcept { return rings_.size(); }

    /// All points of all rings, each ring closed.
    [[nodiscard]] std::span<const kernel::Point> points() const noexcept { return points_; }

    [[nodiscard]] const Feature& operator[](FeatureId id) const { return features_[index(id)]; }
    [[nodiscard]] const Part& operator[](PartId id) const { return parts_[index(id)]; }

    /// The parts of a feature are neighbours in parts().
    [[nodiscard]] std::span<const Part> parts_of(FeatureId feature) const;

    [[nodiscard]] PartId part_of(RingId ring) const { return rings_[index(ring)].part; }
    [[nodiscard]] kernel::RingView ring(RingId ring) const;

    /// Where a ring begins in points(); for the number of rings, where points() ends.
    [[nodiscard]] std::size_t first_point(RingId ring) const;

    /// How many edges the rings have together.
    [[nodiscard]] std::size_t edge_count() const noexcept { return points_.size() - rings_.size(); }

    /// File, layer and fid of a feature.
    [[nodiscard]] SourceRef source_of(FeatureId feature) const;

private:
    struct RingRecord {
        std::size_t first;
        PartId part;
    };

    void append_records(const Layer& other, std::size_t first_point);

    SourceRef source_;
    kernel::Lattice lattice_;
    Provenance provenance_;
    std::vector<Feature> features_;
    std::vector<Part> parts_;
    std::vector<RingRecord> rings_;
    std::vector<std::uint32_t> first_part_; ///< Of each feature.
    std::vector<kernel::Point, Unfilled<kernel::Point>> points_;
};

/// Gives the feature that a layer got last the parts of a feature of another layer, as they are, or
/// parts of these polygons.
void add_parts(const Layer& from, FeatureId feature, Layer& to);
void add_parts(const kernel::MultiPolygon& polygons, Layer& to);

/// A layer of these features alone, in this order; on the same lattice and of the same provenance.
[[nodiscard]] Layer select(const Layer& layer, std::span<const FeatureId> features);

/// All features in order of their codes, those of one code as they are in the layer.
[[nodiscard]] std::vector<FeatureId> in_order_of_codes(const Layer& layer);

/// The rings of a part, the shell first.
[[nodiscard]] std::vector<kernel::RingView> rings_of(const Layer& layer, const Part& part);

/// Of all rings of a feature together; holes count against shells.
[[nodiscard]] kernel::Moments moments(const Layer& layer, FeatureId feature);
[[nodiscard]] kernel::Moments moments(const Layer& layer, const Part& part);

[[nodiscard]] kernel::Box box_of(const Layer& layer, const Part& part);

} // namespace regio::layer
