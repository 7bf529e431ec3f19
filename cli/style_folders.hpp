#pragma once

#include "project/options.hpp"

#include <filesystem>
#include <string>

namespace regio::cli {

/// Where the themes are that travel with the program.
[[nodiscard]] std::filesystem::path themes_folder();

/// The folder of a style that is given as an argument: a theme's name, else a folder; one that is
/// called like a theme is written with its way to it, as ./print. Throws UsageError when there is
/// neither.
[[nodiscard]] std::filesystem::path style_folder(const std::string& style);

/// The folder of the style that a project file names, or of the theme print where it names none.
/// Throws InputError when there is neither theme nor folder of that name.
[[nodiscard]] std::filesystem::path style_folder_of(const project::MapOptions& options);

} // namespace regio::cli
