#pragma once

#include "kernel/position.hpp"

#include <fmt/format.h>

#include <string>

namespace regio::kernel {

/// "149900.125 170600.000": a place as findings have it, to be pasted into a map program.
[[nodiscard]] inline std::string place_text(Position place) {
    return fmt::format("{:.3f} {:.3f}", place.x, place.y);
}

} // namespace regio::kernel
