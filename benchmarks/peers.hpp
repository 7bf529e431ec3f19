#pragma once

#include "layer/layer.hpp"

#include <compare>
#include <cstdint>
#include <vector>

namespace regio::benchmarks {

/// What a feature of one layer shares with a feature of another.
struct SharedArea {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double m2 = 0;

    friend auto operator<=>(const SharedArea&, const SharedArea&) = default;
};

enum class Side : bool { A, B };

/// Features of a layer: neighbours in it, from one up to another.
struct FeatureRange {
    Side side = Side::A;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// What another library finds, and the time that it takes. Both layers are in its own form when the
/// clock starts.
struct PeerAnswer {
    double seconds = 0; ///< For all features: for `part` times those that were asked for.
    double part = 1;
    FeatureRange asked;            ///< Their areas were measured: of all features, or of a part.
    std::vector<SharedArea> areas; ///< Greater than 0; in no order.
};

/// GEOS in the usual way, on one thread: a tree of one layer, prepared geometry of the polygons of
/// the coarser one, intersection with OverlayNG of those that intersect. Either layer can be in the
/// tree, and it can be asked whether a polygon contains the other: what is fastest of the four on a
/// small part is timed on all, or on a part where all would take longer than the limit.
[[nodiscard]] PeerAnswer overlap_by_geos(const layer::Layer& a, const layer::Layer& b,
                                         double limit_s);

/// Boost.Geometry on one thread: an R-tree of the finer layer and intersection(), pair by pair; of
/// a part where all would take longer than the limit.
[[nodiscard]] PeerAnswer overlap_by_boost_geometry(const layer::Layer& a, const layer::Layer& b,
                                                   double limit_s);

/// Boost.Polygon's property_merge: one sweep over both layers, in whole numbers.
[[nodiscard]] PeerAnswer overlap_by_boost_polygon(const layer::Layer& a, const layer::Layer& b);

} // namespace regio::benchmarks
