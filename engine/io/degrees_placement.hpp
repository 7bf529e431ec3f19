#pragma once

#include "io/crs_operation.hpp"
#include "io/output_layer.hpp"
#include "kernel/position.hpp"

#include <span>
#include <string>
#include <vector>

namespace regio::io {

/// Where the points of a layer come to lie in degrees of WGS 84, longitude and latitude, with seven
/// decimals as is usual under RFC 7946 (eleven millimetres from north to south). One operation
/// brings them there, so that points that are shared stay shared.
class DegreesPlacement {
public:
    static constexpr int kDecimals = 7;

    /// `file` is what errors name. Throws InputError when the CRS of the layer is not understood,
    /// and when PROJ knows no way. Precondition: the CRS is projected and in metres.
    DegreesPlacement(const OutputLayer& layer, const std::string& file);

    /// Throws InputError for a point that cannot be brought there and back.
    [[nodiscard]] std::vector<kernel::Position> place(std::span<const kernel::Point> points);

    [[nodiscard]] const CrsOperation& operation() const noexcept { return operation_; }

    /// How far the points that were placed are off, in metres on the map, when the same operation
    /// brings them back: what the decimals cost. What the operation itself may be off stands in it.
    [[nodiscard]] double greatest_displacement_m() const noexcept {
        return greatest_displacement_m_;
    }

private:
    kernel::Lattice lattice_;
    std::string file_;
    CrsOperation operation_;
    double greatest_displacement_m_ = 0;
};

} // namespace regio::io
