#pragma once

#include <cstddef>

namespace regio {

/// Memory as std::malloc() gives it, to be given back by std::free(); null where there is none. A
/// block of several megabytes comes on huge pages where Linux has them (madvise(2), MADV_HUGEPAGE):
/// the points and edges of a large layer are touched for the first time, and found again, with a
/// few hundredths of the faults and of the look-ups of addresses.
[[nodiscard]] void* allocate_block(std::size_t bytes) noexcept;

} // namespace regio
