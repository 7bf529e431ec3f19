#pragma once

#include <vector>

namespace regio {

/// Puts values behind others.
template <typename T>
void append(const std::vector<T>& from, std::vector<T>& to) {
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace regio
