#pragma once

#include <cstdint>

namespace regio::benchmarks {

/// Counts what is on the heap while it lives: programs that link heap_watch.cpp allocate through
/// it. Without one nothing is counted, so that times stay those of the allocator. One at a time;
/// what was there before must outlive it.
class HeapWatch {
public:
    HeapWatch();
    ~HeapWatch();
    HeapWatch(const HeapWatch&) = delete;
    HeapWatch& operator=(const HeapWatch&) = delete;

    /// The most bytes that there were at once, beside those from before.
    [[nodiscard]] std::int64_t peak() const;
};

} // namespace regio::benchmarks
