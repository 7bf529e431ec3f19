#pragma once

#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"
#include "kernel/position.hpp"
#include "scene/paper.hpp"

#include <optional>
#include <span>

namespace regio::map {

/// The scales that a sheet may have: 1:50 000 and so on, from the finest. Round ones, that a ruler
/// goes with.
[[nodiscard]] std::span<const int> scale_list() noexcept;

/// How much of the frame an area may fill, in the direction in which it fills more: three quarters,
/// so that it has room around it, and more only where no coarser scale is left.
inline constexpr double kFullest = 0.75;
inline constexpr double kFullestAtCoarsest = 0.9;

/// How much of a frame an extent in metres fills at 1:`scale`, in the direction in which it fills
/// more.
[[nodiscard]] double fill_of(const kernel::Extent& extent, const scene::PaperBox& frame,
                             double scale);

/// The finest scale of the list at which an extent fills a frame to kFullest at most, else the
/// coarsest when that fills it to kFullestAtCoarsest at most, else nothing. Precondition: the
/// extent is not empty.
[[nodiscard]] std::optional<int> fitting_scale(const kernel::Extent& extent,
                                               const scene::PaperBox& frame);

/// A piece of the world in a frame on the sheet, north up.
class View {
public:
    /// `centre` comes in the middle of `frame`, at 1:`scale`.
    View(kernel::Position centre, double scale, const scene::PaperBox& frame)
        : centre_(centre), scale_(scale), frame_(frame) {}

    [[nodiscard]] double scale() const noexcept { return scale_; }
    [[nodiscard]] const scene::PaperBox& frame() const noexcept { return frame_; }

    [[nodiscard]] scene::PaperPoint paper(kernel::Position position) const {
        const double mm_per_metre = 1000 / scale_;
        const auto middle = frame_.centre();
        return {middle.x + (position.x - centre_.x) * mm_per_metre,
                middle.y - (position.y - centre_.y) * mm_per_metre};
    }

    [[nodiscard]] scene::PaperLine paper(const kernel::Lattice& lattice,
                                         kernel::RingView line) const;

    /// All rings of polygons, each cut to the frame; those that lie outside are left out.
    [[nodiscard]] std::vector<scene::PaperLine> seen(const kernel::Lattice& lattice,
                                                     const kernel::MultiPolygon& polygons) const;

    /// The extent that the frame shows.
    [[nodiscard]] kernel::Extent extent() const;

    [[nodiscard]] double metres(double mm) const { return mm * scale_ / 1000; }

private:
    kernel::Position centre_;
    double scale_;
    scene::PaperBox frame_;
};

} // namespace regio::map
