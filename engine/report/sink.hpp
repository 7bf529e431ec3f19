#pragma once

#include <functional>
#include <string_view>

namespace regio::report {

/// Takes the next piece of what is written. Reports are handed on piece by piece, so that their
/// size does not matter.
using Sink = std::function<void(std::string_view)>;

} // namespace regio::report
