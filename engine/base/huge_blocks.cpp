#include "base/huge_blocks.hpp"

#include <sys/mman.h>

#include <cstdlib>

namespace regio {

namespace {

constexpr std::size_t kHugePage = std::size_t{1} << 21;

/// From here on no more than a third of a block is lost to its last page.
constexpr std::size_t kHugeBlock = 3 * kHugePage;

} // namespace

void* allocate_block(std::size_t bytes) noexcept {
    if (bytes < kHugeBlock)
        return std::malloc(bytes);
    void* block = nullptr;
    if (::posix_memalign(&block, kHugePage, bytes) != 0)
        return nullptr;
#ifdef MADV_HUGEPAGE
    ::madvise(block, bytes, MADV_HUGEPAGE); // Advice: where it is not taken nothing is lost.
#endif
    return block;
}

} // namespace regio
