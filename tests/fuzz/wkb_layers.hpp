#pragma once

#include "kernel/lattice.hpp"
#include "layer/raw_layer.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

/// Layers of any bytes, for the fuzz targets.
namespace regio::fuzz {

/// Features as WKB, one after the other, as far as they can be read and a run stays short.
[[nodiscard]] layer::RawLayer read_wkb(std::span<const std::uint8_t> bytes);

/// The finest lattice that holds the extent, from millimetres up.
[[nodiscard]] std::optional<kernel::Lattice> fine_lattice(const kernel::Extent& extent);

/// A lattice of a few points, on which nearly everything meets.
[[nodiscard]] std::optional<kernel::Lattice> coarse_lattice(const kernel::Extent& extent);

/// Calls with the features of some bytes and each lattice that they are to be rounded to.
void for_each_rounding(
    std::span<const std::uint8_t> bytes,
    const std::function<void(const layer::RawLayer& raw, const kernel::Lattice& lattice)>& check);

} // namespace regio::fuzz
