// What the program allocates with: large blocks on huge pages. Sanitizers have an allocator of
// their own, which shall not be hidden from them.

#include "base/huge_blocks.hpp"

#include <cstdlib>
#include <new>

#ifndef __SANITIZE_ADDRESS__

void* operator new(std::size_t bytes) {
    while (true) {
        if (void* const block = regio::allocate_block(bytes == 0 ? 1 : bytes))
            return block;
        const auto handler = std::get_new_handler();
        if (handler == nullptr)
            throw std::bad_alloc();
        handler();
    }
}

void operator delete(void* block) noexcept {
    std::free(block);
}

void operator delete(void* block, std::size_t /*bytes*/) noexcept {
    std::free(block);
}

#endif
