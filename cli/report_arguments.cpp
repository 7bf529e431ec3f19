#include "cli/report_arguments.hpp"

#include "base/error.hpp"
#include "cli/messages.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

namespace regio::cli {

namespace {

constexpr std::size_t kLinesOfAKind = 10;

void print_finding(const Finding& finding, Language language) {
    const FindingKind& kind = kind_of(finding.number);
    const std::string about = finding.partnership.empty()
                                  ? finding.list
                                  : fmt::format("{}:{}", finding.list, finding.partnership);
    print_line(fmt::format("regio: {} {} {}: {}{}{}", label_of(kind.severity, language),
                           label(finding.number), to_text(finding.source), about,
                           about.empty() ? "" : ": ", message(finding, language, Lists::Short)));
}

void append(std::span<const Finding> findings, std::vector<const Finding*>& all) {
    for (const auto& finding : findings)
        all.push_back(&finding);
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

} // namespace

void ReportArguments::setup(CLI::App& app, std::initializer_list<std::string_view> formats) {
    constexpr const char* kGroup = "Output";
    formats_.assign(formats.begin(), formats.end());
    app.add_option("-f,--output-format", format_,
                   fmt::format("{}; default: by the ending of the output, else {}",
                               fmt::join(formats_, ", "), formats_.front()))
        ->group(kGroup);
    app.add_option("-o,--output", output_, "File to write; default: standard output")
        ->group(kGroup);
    app.add_flag("--overwrite", overwrite_, "Replace an existing file")->group(kGroup);
    auto* quiet = app.add_flag("-q,--quiet", quiet_, "No findings on stderr")->group(kGroup);
    app.add_flag("-v,--verbose", verbose_, "All findings on stderr, one by one")
        ->group(kGroup)
        ->excludes(quiet);
}

std::string ReportArguments::format() const {
    if (!format_.empty()) {
        if (std::find(formats_.begin(), formats_.end(), format_) != formats_.end())
            return format_;
        throw UsageError(fmt::format("--output-format {}: there is no such format", format_),
                         fmt::format("there are: {}", fmt::join(formats_, ", ")));
    }
    const std::string ending = std::filesystem::path(output_).extension().string();
    for (const auto& format : formats_)
        if (ending == "." + format)
            return format;
    const bool is_file =
        !std::filesystem::exists(output_) || std::filesystem::is_regular_file(output_);
    if (output_ != "-" && is_file && !ending.empty() && ending != ".txt")
        throw UsageError(fmt::format("{}: no format has that ending", output_),
                         fmt::format("there are: {}; choose with -f", fmt::join(formats_, ", ")));
    return formats_.front();
}

io::OutputFile ReportArguments::open() const {
    return {output_, overwrite()};
}

void ReportArguments::refuse_input_as_output(const std::vector<std::string>& inputs) const {
    cli::refuse_input_as_output(inputs, output_);
}

bool ReportArguments::wants_colour() const {
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return output_ == "-" && ::isatty(STDOUT_FILENO) == 1 && !is_set("NO_COLOR") && !dumb;
}

void ReportArguments::print_findings(const report::CheckReport& report) const {
    std::vector<const Finding*> all;
    append(report.findings, all);
    for (const auto* assessment : report.assessments)
        append(assessment->partnership.findings, all);
    print(all, report.language, Information::Counted);
}

void ReportArguments::print_findings(std::span<const Finding> findings, Language language) const {
    std::vector<const Finding*> all;
    append(findings, all);
    print(all, language, Information::Counted);
}

void ReportArguments::print_table_findings(const report::CheckReport& report) const {
    std::vector<const Finding*> all;
    append(report.findings, all);
    print(all, report.language, Information::LeftOut);
}

void ReportArguments::print(const std::vector<const Finding*>& findings, Language language,
                            Information information) const {
    if (quiet_)
        return;
    std::map<FindingNumber, std::vector<const Finding*>> by_number;
    for (const auto* finding : findings)
        by_number[finding->number].push_back(finding);
    for (const auto& [number, same] : by_number) {
        const FindingKind& kind = kind_of(number);
        const bool is_information = kind.severity == Severity::Info;
        const std::size_t most = is_information ? 0 : kLinesOfAKind;
        const std::size_t shown = verbose_ ? same.size() : std::min(most, same.size());
        for (std::size_t i = 0; i < shown; ++i)
            print_finding(*same[i], language);
        const std::size_t rest = same.size() - shown;
        if (rest > 0 && (information == Information::Counted || !is_information))
            print_line(fmt::format("regio: {} {} {}: {} {}", label_of(kind.severity, language),
                                   label(number), kind.name, rest,
                                   language == Language::Dutch ? "(--verbose toont ze)"
                                                               : "(--verbose shows them)"));
    }
}

void refuse_input_as_output(const std::vector<std::string>& inputs, const std::string& output) {
    if (output == "-")
        return;
    for (const auto& input : inputs) {
        std::error_code fault;
        if (std::filesystem::is_regular_file(input, fault) &&
            std::filesystem::equivalent(input, output, fault) && !fault)
            throw InputError(fmt::format("{}: is read for this answer", output),
                             "write to another file");
    }
}

report::CheckReport report_on(const project::Project& project,
                              std::vector<const nesting::Assessment*> selected) {
    std::set<std::string> lists;
    for (const auto* assessment : selected)
        lists.insert(assessment->partnership.list);
    const bool is_all = selected.size() == project.assessments.size();
    std::vector<Finding> findings;
    std::copy_if(project.findings.begin(), project.findings.end(), std::back_inserter(findings),
                 [&](const Finding& finding) {
                     return is_all || finding.list.empty() || lists.contains(finding.list);
                 });
    return {.title = project.title,
            .as_of = project.territory.as_of(),
            .language = project.language,
            .municipalities = &project.territory.current(),
            .regions = &project.regions,
            .boundaries = project.boundaries ? &*project.boundaries : nullptr,
            .assessments = std::move(selected),
            .findings = std::move(findings)};
}

} // namespace regio::cli
