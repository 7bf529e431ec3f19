#pragma once

#include "map/faults.hpp"
#include "map/theme.hpp"

#include <cstdint>
#include <filesystem>

namespace regio {
class TomlSection;
}

namespace regio::map {

/// Whether a sheet.toml has to say everything, or what it leaves out is that of its base.
enum class Completeness : std::uint8_t { Whole, Changes };

/// Lets the keys of a sheet.toml win over what a theme has; styles/README.md lists them. Paths are
/// relative to `folder`. Precondition: what says what the file itself is, as `base`, has been asked
/// for.
void read_sheet(TomlSection& file, const std::filesystem::path& folder, Completeness completeness,
                Theme& theme, Faults& faults);

} // namespace regio::map
