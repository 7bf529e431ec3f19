#pragma once

#include "kernel/box.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace regio::kernel {

/// Rules out at a look what lies far from given boxes: a grid of 512 × 512 cells over a box, each
/// of which is marked or not.
class CellMask {
public:
    /// Precondition: the box holds all boxes that are added or asked about, and these are not
    /// empty.
    explicit CellMask(const Box& box)
        : origin_(box.min), width_(cell_size(box.min.x, box.max.x)),
          height_(cell_size(box.min.y, box.max.y)), cells_(std::size_t{kCells} * kCells) {}

    /// Marks the cells that a box reaches into.
    void add(const Box& box) {
        const Cells cells = cells_of(box);
        for (std::size_t row = cells.bottom; row <= cells.top; ++row)
            for (std::size_t column = cells.left; column <= cells.right; ++column)
                cells_[row * kCells + column] = true;
    }

    /// Law: true for every box that meets one that was added; for others whatever is quick to say.
    [[nodiscard]] bool may_meet(const Box& box) const {
        const Cells cells = cells_of(box);
        for (std::size_t row = cells.bottom; row <= cells.top; ++row)
            for (std::size_t column = cells.left; column <= cells.right; ++column)
                if (cells_[row * kCells + column])
                    return true;
        return false;
    }

private:
    static constexpr std::int64_t kCells = 512;

    struct Cells {
        std::size_t left, bottom, right, top;
    };

    static std::int64_t cell_size(std::int32_t low, std::int32_t high) {
        return std::max<std::int64_t>(0, std::int64_t{high} - low) / kCells + 1;
    }

    [[nodiscard]] Cells cells_of(const Box& box) const {
        const auto place = [](std::int32_t at, std::int32_t origin, std::int64_t size) {
            return static_cast<std::size_t>((std::int64_t{at} - origin) / size);
        };
        return {place(box.min.x, origin_.x, width_), place(box.min.y, origin_.y, height_),
                place(box.max.x, origin_.x, width_), place(box.max.y, origin_.y, height_)};
    }

    Point origin_;
    std::int64_t width_;
    std::int64_t height_;
    std::vector<bool> cells_;
};

} // namespace regio::kernel
