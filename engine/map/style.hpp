#pragma once

#include "base/error.hpp"
#include "map/theme.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace regio::map {

/// What is in a style folder, and what is wrong with it.
struct StyleReading {
    Theme theme; ///< Of use when there are no faults.
    std::string description;
    std::string base;               ///< The theme it builds on; empty: none.
    std::size_t own_symbols = 0;    ///< Symbol files in the folder itself.
    std::vector<InputError> faults; ///< Of its files, in the order of reading.
};

/// Reads a style folder: sheet.toml, and a StyledLayerDescriptor for each symbol (`member.sld`).
///
/// A folder whose sheet.toml names a `base` holds only what differs from it: the base is a folder
/// of that name in `themes`. One without is whole. Files of other kinds are left alone; a .sld of
/// another name is a fault. Throws InputError when there is no sheet.toml, in the folder or a base.
[[nodiscard]] StyleReading read_style(const std::filesystem::path& folder,
                                      const std::filesystem::path& themes);

/// The theme of a style folder without faults. Throws the first of them.
[[nodiscard]] Theme read_theme(const std::filesystem::path& folder,
                               const std::filesystem::path& themes);

/// The names of the folders in `themes` that have a sheet.toml, in order.
[[nodiscard]] std::vector<std::string> theme_names(const std::filesystem::path& themes);

/// How many symbols a whole style has.
[[nodiscard]] std::size_t symbol_count() noexcept;

} // namespace regio::map
