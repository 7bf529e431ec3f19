#pragma once

#include "kernel/box.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace regio::kernel {

/// Finds the boxes that meet a box: an R-tree packed at once (Leutenegger et al., STR: A Simple and
/// Efficient Algorithm for R-Tree Packing, 1997), from Boost.Geometry. Safe to ask from several
/// threads.
class BoxIndex {
public:
    /// Empty boxes are found by nothing.
    explicit BoxIndex(std::span<const Box> boxes);
    ~BoxIndex();
    BoxIndex(BoxIndex&&) noexcept;
    BoxIndex& operator=(BoxIndex&&) noexcept;
    BoxIndex(const BoxIndex&) = delete;
    BoxIndex& operator=(const BoxIndex&) = delete;

    /// The places of all boxes that meet `box`, ascending. Law: they are those for which meets()
    /// says so.
    [[nodiscard]] std::vector<std::uint32_t> find(const Box& box) const;

    /// The same into a vector that is kept between calls.
    void find(const Box& box, std::vector<std::uint32_t>& places) const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

} // namespace regio::kernel
