#pragma once

#include <cstdint>

namespace regio {

/// The language of tables, verdicts and findings. Help and errors are English.
enum class Language : std::uint8_t { Dutch, English };

} // namespace regio
