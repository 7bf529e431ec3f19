#pragma once

#include <string>
#include <string_view>

namespace regio::scene {

/// The text as every back end writes it: control characters, what XML does not allow and bytes that
/// are no UTF-8 become U+FFFD, one each.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace regio::scene
