#include "io/output_file.hpp"

#include "base/contract.hpp"
#include "base/error.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace regio::io {

namespace {

constexpr std::size_t kBufferSize = 1 << 16;
constexpr mode_t kMode = 0666; // less the umask

std::string folder_of(const std::string& file) {
    const auto folder = std::filesystem::path(file).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// The file that a chain of symbolic links ends in; the name itself when it is no link.
std::string behind_links(const std::string& file) {
    std::error_code fault;
    if (!std::filesystem::is_symlink(file, fault))
        return file;
    const auto resolved = std::filesystem::weakly_canonical(file, fault);
    return fault ? file : resolved.string();
}

std::string temporary_name(const std::string& target) {
    return fmt::format("{}.{}.part", target, ::getpid());
}

} // namespace

void refuse_target(const std::string& file, Overwrite overwrite) {
    std::error_code fault;
    const auto status = std::filesystem::status(file, fault);
    if (file == "-" || fault)
        return;
    if (std::filesystem::is_directory(status))
        throw InputError(file + ": is a folder", "name a file in it");
    if (std::filesystem::is_regular_file(status) && overwrite == Overwrite::No)
        throw InputError(file + ": exists already", "give --overwrite to replace it");
}

OutputFile::OutputFile(const std::string& file, Overwrite overwrite)
    : file_(file), target_(behind_links(file)), overwrite_(overwrite) {
    if (file_ == "-") {
        descriptor_ = STDOUT_FILENO;
        is_standard_output_ = true;
        return;
    }
    refuse_target(file_, overwrite_);
    struct stat status {};
    const bool exists = ::stat(target_.c_str(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode)) {
        descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0)
            fail(errno);
        return;
    }
    open_unnamed();
    if (exists)
        static_cast<void>(::fchmod(descriptor_, status.st_mode & 07777));
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0 && !is_standard_output_)
        ::close(descriptor_);
    if (!temporary_.empty())
        ::unlink(temporary_.c_str());
}

void OutputFile::open_unnamed() {
    // An unnamed file gets its name through /proc.
    if (::access("/proc/self/fd", F_OK) == 0) {
        const std::string folder = folder_of(target_);
        descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kMode);
        if (descriptor_ >= 0) {
            is_unnamed_ = true;
            return;
        }
        if (errno != EOPNOTSUPP && errno != EISDIR)
            fail(errno);
    }
    const std::string name = temporary_name(target_);
    descriptor_ = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kMode);
    if (descriptor_ < 0)
        fail(errno);
    temporary_ = name;
}

void OutputFile::write(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= kBufferSize)
        flush();
}

void OutputFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail(errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void OutputFile::settle() {
    REGIO_EXPECTS(descriptor_ >= 0);
    flush();
    if ((is_unnamed_ || !temporary_.empty()) && ::fsync(descriptor_) != 0)
        fail(errno);
}

void OutputFile::finish() {
    settle();
    if (is_standard_output_)
        return;
    if (is_unnamed_)
        name_unnamed();
    const int descriptor = descriptor_;
    descriptor_ = -1;
    if (::close(descriptor) != 0)
        fail(errno);
    if (temporary_.empty())
        return;
    // Without --overwrite a link, not a rename: it fails when the name has been taken meanwhile.
    const int outcome = overwrite_ == Overwrite::Yes
                            ? std::rename(temporary_.c_str(), target_.c_str())
                            : ::link(temporary_.c_str(), target_.c_str());
    if (outcome != 0)
        fail(errno);
    if (overwrite_ == Overwrite::Yes)
        temporary_.clear();
}

/// Links the unnamed file to its name, or to a temporary one when it must replace another.
void OutputFile::name_unnamed() {
    const std::string open_file = fmt::format("/proc/self/fd/{}", descriptor_);
    const auto link_as = [&](const std::string& name) {
        return ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW);
    };
    if (link_as(target_) == 0)
        return;
    if (errno != EEXIST || overwrite_ == Overwrite::No)
        fail(errno);
    const std::string name = temporary_name(target_);
    if (link_as(name) != 0)
        fail(errno);
    temporary_ = name;
}

void OutputFile::fail(int error) const {
    const char* hint = "";
    if (error == EEXIST)
        hint = "give --overwrite to replace it";
    else if (error == ENOENT)
        hint = "make the folder first";
    else if (error == EACCES || error == EROFS || error == EPERM)
        hint = "choose a folder that you may write to";
    else if (error == ENOTDIR || error == ENAMETOOLONG || error == EINVAL)
        hint = "check the name";
    else if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        hint = "make room, or write elsewhere";
    throw InputError(fmt::format("{}: cannot be written: {}",
                                 file_ == "-" ? "standard output" : file_,
                                 std::generic_category().message(error)),
                     hint);
}

} // namespace regio::io
