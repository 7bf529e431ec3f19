#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace regio::report {

/// How far the texts behind labels are indented.
inline constexpr std::size_t kLabelWidth = 16;

/// A label and a text beside it, broken at blanks into lines that fit; the label may be empty.
[[nodiscard]] std::string labelled_line(std::string_view label, std::string_view text);

} // namespace regio::report
