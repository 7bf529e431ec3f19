#pragma once

#include "layer/layer.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace regio::fuzz {

/// Says which law two layers break, and nothing when they break none.
using BrokenLaw = std::function<std::string(const layer::Layer& a, const layer::Layer& b)>;

/// Reads features from any bytes as WKB, mends faulty ones, and asks about two layers of them, by
/// turns, on each lattice that they are rounded to; layers of more edges are passed over. A law
/// that is broken ends the program with its text and both layers.
void hold_pairs(std::span<const std::uint8_t> bytes, std::size_t most_edges,
                const BrokenLaw& broken_law);

} // namespace regio::fuzz
