#pragma once

namespace regio::cli {

/// Parses the arguments, runs the command and returns the exit code. The only place that catches.
[[nodiscard]] int run(int argc, const char* const* argv);

} // namespace regio::cli
