#pragma once

#include "layer/layer.hpp"

#include <cstdint>
#include <vector>

namespace regio::benchmarks {

/// Layers that are cut and dissolved, ours and by others: faces with crooked borders in blocks of
/// ten by ten, and fewer ones with borders more crooked over them. At the size of 1 they have 1.6
/// million borders, at other ones about that times its square.
struct OverlayData {
    layer::Layer fine;
    layer::Layer coarse;
    std::vector<std::uint32_t> block_of_fine; ///< Of each feature, from 0 on.
    std::vector<std::uint32_t> block_of_coarse;
    std::uint32_t blocks = 0;
};

[[nodiscard]] OverlayData make_overlay_data(double size);

} // namespace regio::benchmarks
