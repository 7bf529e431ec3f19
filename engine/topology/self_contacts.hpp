#pragma once

#include "base/finding.hpp"
#include "kernel/point.hpp"
#include "layer/layer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

enum class SelfContactKind : std::uint8_t {
    Touch,   ///< A ring comes back to a point where it has been.
    Cross,   ///< Edges cross, or rings do in a vertex: inside and outside are not what they say.
    Overlap, ///< Edges of the feature run over each other: a slit, a spike, a part twice.
};

/// R408, R406 or R407.
[[nodiscard]] FindingNumber number_of(SelfContactKind kind);

/// A place where a ring meets itself, or where rings of one feature cross or run over each other.
struct SelfContact {
    layer::FeatureId feature{};
    SelfContactKind kind{};
    /// Where edges cross, rounded to the lattice; where they run over each other the least end of
    /// the first of the two; of what happens in a vertex the vertex.
    kernel::Point place;

    friend auto operator<=>(const SelfContact&, const SelfContact&) = default;
};

/// All of a layer, in order of features; what two edges have in common is reported once. Rings of
/// one feature that touch in points do what they may, and are not reported. Where a ring crosses
/// itself or another one of its feature in a vertex of one of them, that is a crossing and no
/// touch.
///
/// Features are searched on all cores, each by itself; no number of threads changes the answer. The
/// edges of a feature are compared as monotone runs, wherever these meet few others (MonotoneRuns);
/// where they meet many, in cells, and where they are too long for these, in an EdgeCrowd. Of edges
/// that end in one point as a star, those that overlap or touch are found by sorting, without
/// comparing all with all. Time is near-linear where few edges cross or nearly meet. A ring of long
/// spikes that point all ways from a small core is not parted by cells: its edges are compared with
/// most others.
[[nodiscard]] std::vector<SelfContact> find_self_contacts(const layer::Layer& layer);

/// Self contacts of a layer as findings R406-R408, one for each feature and kind, at the first
/// place.
void report_self_contacts(const layer::Layer& layer, std::span<const SelfContact> contacts,
                          std::vector<Finding>& findings);

/// Finds and reports them.
void report_self_contacts(const layer::Layer& layer, std::vector<Finding>& findings);

} // namespace regio::topology
