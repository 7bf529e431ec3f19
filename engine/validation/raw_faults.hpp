#pragma once

#include "layer/layer.hpp"
#include "layer/raw_layer.hpp"
#include "validation/defect.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::validation {

/// A layer as it was read, and on its lattice: the same features in the same order.
struct ReadLayer {
    const layer::RawLayer& raw;
    const layer::Layer& rounded;
};

/// Whether a finding of reading and rounding says what is wrong with one feature: R401 to R405.
[[nodiscard]] bool is_of_feature(FindingNumber number);

/// Those findings as defects, at the places that the layer as read gives them; and features whose
/// geometry is a collection (R448).
[[nodiscard]] std::vector<Defect> find_geometry_faults(const ReadLayer& layer,
                                                       std::span<const Finding> findings);

/// Vertices that lie on the one before them on the lattice (R442): one defect for each place where
/// a ring stays, with how many vertices it has there.
[[nodiscard]] std::vector<Defect> find_repeated_vertices(const ReadLayer& layer);

/// The direction of shells that a format asks for; holes run the other way.
enum class ShellDirection : std::uint8_t {
    CounterClockwise, ///< OGC Simple Features (06-103r4), RFC 7946.
    Clockwise,        ///< Shapefile.
};

/// Rings that run the other way than the format asks for, as GDAL hands them over (R446): one
/// defect for each; when that is more than half of all rings, the layer is meant to be so, and
/// there is one defect in all.
[[nodiscard]] std::vector<Defect> find_other_directions(const ReadLayer& layer,
                                                        ShellDirection asked);

} // namespace regio::validation
