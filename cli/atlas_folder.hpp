#pragma once

#include "cli/atlas_book.hpp"
#include "io/output_file.hpp"

#include <string>

namespace regio::cli {

/// Where and how files of an atlas are made.
struct AtlasFolder {
    std::string folder;
    std::string format;  ///< png, svg or pdf.
    std::string options; ///< All that is asked for, as text.
    io::Overwrite overwrite = io::Overwrite::No;
};

/// Writes a file for each entry, and manifest.json. A file that is there stays when the manifest
/// has its hash and was made by the same program from the same inputs and options, unless files are
/// to be overwritten. The manifest names a file before it is there, so that a run that is killed is
/// gone on with. Files of another atlas that was in the folder are
/// replaced or removed, as far as nobody has changed them.
/// Throws InputError when the folder cannot be made, has a manifest that is none or, unless files
/// are to be overwritten, is that of another atlas, or has files of these names that are not of
/// this one; and when no map could be drawn.
void write_atlas_folder(const AtlasSource& source, const AtlasFolder& target, Progress& progress,
                        AtlasOutcome& outcome);

/// The name of the file of an entry: "012-ivio.png". ASCII letters, digits and '-' only.
[[nodiscard]] std::string atlas_file_name(std::size_t page, std::size_t pages,
                                          const std::string& name, const std::string& format);

} // namespace regio::cli
