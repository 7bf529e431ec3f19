#include "heap_watch.hpp"

#include "base/huge_blocks.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<bool> is_watched{false};
std::atomic<std::int64_t> held{0};
std::atomic<std::int64_t> most{0};

void count(std::int64_t bytes) {
    const std::int64_t now = held.fetch_add(bytes) + bytes;
    std::int64_t before = most.load();
    while (now > before && !most.compare_exchange_weak(before, now)) {
    }
}

std::int64_t size_of(void* memory) {
    return static_cast<std::int64_t>(malloc_usable_size(memory));
}

void* allocate(std::size_t size) {
    void* const memory = regio::allocate_block(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    if (is_watched.load(std::memory_order_relaxed))
        count(size_of(memory));
    return memory;
}

void release(void* memory) noexcept {
    if (is_watched.load(std::memory_order_relaxed))
        count(-size_of(memory));
    std::free(memory);
}

} // namespace

void* operator new(std::size_t size) {
    return allocate(size);
}
void* operator new[](std::size_t size) {
    return allocate(size);
}
void operator delete(void* memory) noexcept {
    release(memory);
}
void operator delete[](void* memory) noexcept {
    release(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    release(memory);
}
void operator delete[](void* memory, std::size_t /*size*/) noexcept {
    release(memory);
}

namespace regio::benchmarks {

HeapWatch::HeapWatch() {
    held = 0;
    most = 0;
    is_watched = true;
}

HeapWatch::~HeapWatch() {
    is_watched = false;
}

std::int64_t HeapWatch::peak() const {
    return most;
}

} // namespace regio::benchmarks
