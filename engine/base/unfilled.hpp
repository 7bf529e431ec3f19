#pragma once

#include <memory>
#include <utility>

namespace regio {

/// An allocator that has a vector leave alone what it grows by in resize(), for values that are
/// written over at once, on all cores: the first to touch a page pays for it.
/// Precondition: the values may be copied as bytes.
template <typename T>
struct Unfilled : std::allocator<T> {
    template <typename U>
    void construct(U* /*place*/) noexcept {}

    template <typename U, typename... Arguments>
    void construct(U* place, Arguments&&... arguments) {
        std::construct_at(place, std::forward<Arguments>(arguments)...);
    }
};

} // namespace regio
