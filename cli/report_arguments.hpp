#pragma once

#include "io/output_file.hpp"
#include "project/project.hpp"
#include "report/check_report.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace regio::cli {

/// The arguments by which a command says where its result goes, and how loud it is.
class ReportArguments {
public:
    void setup(CLI::App& app, std::initializer_list<std::string_view> formats);

    /// The format: as given, else by the ending of the output file, else the first. Throws
    /// UsageError for a format that the command does not have.
    [[nodiscard]] std::string format() const;

    /// What --output-format names; empty when it is not given.
    [[nodiscard]] const std::string& requested_format() const noexcept { return format_; }

    [[nodiscard]] const std::string& output() const noexcept { return output_; }
    [[nodiscard]] io::Overwrite overwrite() const noexcept {
        return overwrite_ ? io::Overwrite::Yes : io::Overwrite::No;
    }

    /// Opens the output; throws InputError as OutputFile does.
    [[nodiscard]] io::OutputFile open() const;

    /// Throws InputError when the output is one of the files that are read.
    void refuse_input_as_output(const std::vector<std::string>& inputs) const;

    /// Whether the result goes to a terminal that wants colours.
    [[nodiscard]] bool wants_colour() const;

    /// Prints findings on stderr: errors and warnings a line each, ten of a kind at most, the rest
    /// counted; with --verbose all of them, with --quiet none.
    void print_findings(const report::CheckReport& report) const;

    /// The same for findings that stand in no report on a check.
    void print_findings(std::span<const Finding> findings, Language language) const;

    /// The same for what concerns tables as a whole, without a word about mere information.
    void print_table_findings(const report::CheckReport& report) const;

private:
    enum class Information : std::uint8_t { Counted, LeftOut };

    void print(const std::vector<const Finding*>& findings, Language language,
               Information information) const;

    std::vector<std::string> formats_;
    std::string format_;
    std::string output_ = "-";
    bool overwrite_ = false;
    bool quiet_ = false;
    bool verbose_ = false;
};

/// Throws InputError when a file that is to be written is one of those that are read, under
/// whatever name.
void refuse_input_as_output(const std::vector<std::string>& inputs, const std::string& output);

/// The report on what is selected in a project, which must outlive it. Findings about lists of
/// which nothing is selected are left out.
[[nodiscard]] report::CheckReport report_on(const project::Project& project,
                                            std::vector<const nesting::Assessment*> selected);

} // namespace regio::cli
