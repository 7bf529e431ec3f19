#pragma once

#include "project/options.hpp"

#include <string>

namespace regio::project {

/// Reads a project file (regio-project(5)). Relative paths in it are relative to the file. Throws
/// InputError with the line for text that is not TOML, unknown keys, values of the wrong type, and
/// for a file that is missing, empty, or says nothing.
[[nodiscard]] ProjectOptions read_project_file(const std::string& file);

} // namespace regio::project
