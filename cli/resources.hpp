#pragma once

#include <filesystem>

namespace regio::cli {

/// A file or folder that travels with the program, as in "styles/fonts": under REGIO_DATA when that
/// is set, else under share/regio beside the folder of the program. Whether it is there is for its
/// reader to say.
[[nodiscard]] std::filesystem::path resource(const std::filesystem::path& name);

} // namespace regio::cli
