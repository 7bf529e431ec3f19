#include "map/view.hpp"

#include "map/clip.hpp"

#include <algorithm>
#include <array>

namespace regio::map {

using scene::PaperBox;
using scene::PaperLine;

std::span<const int> scale_list() noexcept {
    static constexpr std::array kScales = {50'000,  75'000,  100'000, 125'000, 150'000,
                                           200'000, 250'000, 300'000, 400'000, 500'000};
    return kScales;
}

double fill_of(const kernel::Extent& extent, const PaperBox& frame, double scale) {
    const double mm_per_metre = 1000 / scale;
    return mm_per_metre * std::max((extent.max_x - extent.min_x) / frame.width(),
                                   (extent.max_y - extent.min_y) / frame.height());
}

std::optional<int> fitting_scale(const kernel::Extent& extent, const PaperBox& frame) {
    for (const int scale : scale_list())
        if (fill_of(extent, frame, scale) <= kFullest)
            return scale;
    const int coarsest = scale_list().back();
    return fill_of(extent, frame, coarsest) <= kFullestAtCoarsest ? std::optional(coarsest)
                                                                  : std::nullopt;
}

PaperLine View::paper(const kernel::Lattice& lattice, kernel::RingView line) const {
    PaperLine drawn;
    drawn.reserve(line.size());
    for (const kernel::Point point : line)
        drawn.push_back(paper(lattice.position(point)));
    return drawn;
}

std::vector<PaperLine> View::seen(const kernel::Lattice& lattice,
                                  const kernel::MultiPolygon& polygons) const {
    std::vector<PaperLine> rings;
    const auto add = [&](const kernel::Ring& ring) {
        if (auto cut = clipped_ring(paper(lattice, ring), frame_); !cut.empty())
            rings.push_back(std::move(cut));
    };
    for (const auto& polygon : polygons) {
        add(polygon.shell);
        for (const auto& hole : polygon.holes)
            add(hole);
    }
    return rings;
}

kernel::Extent View::extent() const {
    const double half_width = metres(frame_.width() / 2);
    const double half_height = metres(frame_.height() / 2);
    return {.min_x = centre_.x - half_width,
            .min_y = centre_.y - half_height,
            .max_x = centre_.x + half_width,
            .max_y = centre_.y + half_height};
}

} // namespace regio::map
