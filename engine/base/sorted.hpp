#pragma once

#include <algorithm>
#include <vector>

namespace regio {

/// Sorts, and keeps each value once.
template <typename T>
void sort_and_unite(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace regio
