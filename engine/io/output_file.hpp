#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace regio::io {

enum class Overwrite : std::uint8_t { No, Yes };

/// Throws InputError when the target is a folder, or is a file that is there and may not be
/// overwritten: what OutputFile would say after long work.
void refuse_target(const std::string& file, Overwrite overwrite);

/// A file that appears whole or not at all. It is written without a name in the folder of the
/// target, and gets the name in finish(): until then a file of that name stays as it is, and a run
/// that fails or is killed leaves no half file (where there are no unnamed files, one that is
/// killed leaves a ".part" beside it). A target that is not a regular file (a device, a pipe) is
/// written to directly. "-" is standard output.
class OutputFile {
public:
    /// Throws InputError when the target exists and may not be overwritten, is a folder, or its
    /// folder is missing or cannot be written to.
    OutputFile(const std::string& file, Overwrite overwrite);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Where the file will lie: behind symbolic links; "-" is standard output.
    [[nodiscard]] const std::string& target() const noexcept { return target_; }

    /// Throws InputError when the device is full or a size limit is reached.
    void write(std::string_view bytes);

    /// Brings all bytes to the disk, so that hardly anything is left to fail in finish(): of files
    /// that belong together none appears before all are settled. Throws as write() does.
    void settle();

    /// Settles the file and puts it in its place. Throws InputError when that fails. Precondition:
    /// called once.
    void finish();

private:
    void open_unnamed();
    void flush();
    void name_unnamed();
    [[noreturn]] void fail(int error) const;

    std::string file_;
    std::string target_; ///< Behind symbolic links.
    Overwrite overwrite_;
    int descriptor_ = -1;
    bool is_standard_output_ = false;
    bool is_unnamed_ = false;
    std::string temporary_; ///< Where there are no unnamed files, or another is replaced.
    std::string buffer_;
};

} // namespace regio::io
