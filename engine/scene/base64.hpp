#pragma once

#include <string>
#include <string_view>

namespace regio::scene {

/// The bytes in the 64 letters of RFC 4648, padded, in one line.
[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace regio::scene
