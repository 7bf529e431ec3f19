#pragma once

#include <string>

namespace regio::kernel {

/// Sums of products of coordinates: exact for every layer that fits the lattice.
__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

/// The decimal digits, for messages and tests.
[[nodiscard]] std::string to_text(Wide value);

} // namespace regio::kernel
