#include "io/output_file_set.hpp"

#include "base/error.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace regio::io {

namespace {

bool is_file(const std::string& name) {
    std::error_code fault;
    return std::filesystem::is_regular_file(name, fault);
}

/// Files under a second name, from which they come back unless they are given up.
class OldFiles {
public:
    OldFiles() = default;
    ~OldFiles() {
        for (const auto& name : appeared_)
            if (!is_kept(name))
                ::unlink(name.c_str());
        for (const auto& name : kept_)
            put_back(name);
    }
    OldFiles(const OldFiles&) = delete;
    OldFiles& operator=(const OldFiles&) = delete;

    /// Keeps a file that is to be replaced; it stays in its place where there are links.
    void keep(const std::string& name) {
        if (is_file(name) && ::link(name.c_str(), second_name(name).c_str()) != 0)
            move(name);
        else if (is_file(name))
            kept_.push_back(name);
    }

    /// Keeps a file that is to go.
    void put_away(const std::string& name) {
        if (is_file(name))
            move(name);
    }

    /// Says that a new file has this name now.
    void note(const std::string& name) { appeared_.push_back(name); }

    void give_up() {
        for (const auto& name : kept_)
            ::unlink(second_name(name).c_str());
        kept_.clear();
        appeared_.clear();
    }

private:
    static std::string second_name(const std::string& name) {
        return fmt::format("{}.{}.old", name, ::getpid());
    }

    [[nodiscard]] bool is_kept(const std::string& name) const {
        return std::find(kept_.begin(), kept_.end(), name) != kept_.end();
    }

    /// Where the old file still has its name, both names are one file, and rename() does nothing.
    static void put_back(const std::string& name) {
        std::rename(second_name(name).c_str(), name.c_str());
        ::unlink(second_name(name).c_str());
    }

    void move(const std::string& name) {
        if (std::rename(name.c_str(), second_name(name).c_str()) != 0)
            throw InputError(fmt::format("{}: cannot be replaced: {}", name,
                                         std::generic_category().message(errno)),
                             "choose a folder that you may write to");
        kept_.push_back(name);
    }

    std::vector<std::string> kept_;
    std::vector<std::string> appeared_;
};

} // namespace

OutputFileSet::OutputFileSet(const std::vector<std::string>& files,
                             std::vector<std::string> obsolete, Overwrite overwrite)
    : obsolete_(std::move(obsolete)) {
    for (const auto& file : files)
        refuse_target(file, overwrite);
    for (const auto& file : obsolete_)
        refuse_target(file, overwrite);
    for (const auto& file : files)
        outputs_.emplace_back(file, overwrite);
}

void OutputFileSet::finish() {
    for (auto& output : outputs_)
        output.settle();
    OldFiles old;
    if (outputs_.size() > 1)
        for (const auto& output : outputs_)
            old.keep(output.target());
    for (const auto& file : obsolete_)
        old.put_away(file);
    for (auto& output : outputs_) {
        output.finish();
        old.note(output.target());
    }
    old.give_up();
}

} // namespace regio::io
