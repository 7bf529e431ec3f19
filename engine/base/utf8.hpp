#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regio {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no
/// surrogates).
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// The text of Windows-1252 bytes in UTF-8; nothing when one of the five bytes occurs that the
/// encoding leaves undefined (81, 8D, 8F, 90, 9D).
[[nodiscard]] std::optional<std::string> utf8_from_windows1252(std::string_view bytes);

/// The code point at the start of `text`, which is taken off it. Precondition: `text` is not empty
/// and well-formed UTF-8.
[[nodiscard]] char32_t next_code_point(std::string_view& text);

/// One code point in UTF-8. Precondition: it is one, so below 110000.
[[nodiscard]] std::string utf8_of(char32_t point);

/// How many columns a terminal needs: one for each code point that is not a combining mark.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` in at most `width` columns: cut behind a code point, with an ellipsis when cut. Control
/// characters become a space, so that one row stays one line. Precondition: width > 0.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);

} // namespace regio
