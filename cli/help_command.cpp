#include "cli/help_command.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/finding.hpp"
#include "io/output_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <string_view>

namespace regio::cli {

namespace {

std::string_view severity_of(const FindingKind& kind) {
    switch (kind.severity) {
    case Severity::Info:
        return "info: says what was done";
    case Severity::Warning:
        return "warning: the data contradict themselves";
    case Severity::Error:
        return "error: an answer cannot be given";
    }
    return {};
}

std::string finding_text(const FindingKind& kind) {
    return fmt::format("{} {} ({})\n\n  nl: {}\n  en: {}\n\nregio-findings(7) says what it means "
                       "and what to do.\n",
                       label(kind.number), kind.name, severity_of(kind), kind.dutch, kind.english);
}

} // namespace

void HelpCommand::setup(CLI::App& app) {
    app.add_option("TOPIC", topic_, "A command, or the number or name of a finding");
}

ExitCode HelpCommand::run() {
    io::OutputFile output("-", io::Overwrite::No);
    output.write(text());
    output.finish();
    return ExitCode::Done;
}

std::string HelpCommand::text() const {
    if (topic_.empty())
        // help() of a parser that has met a subcommand is the subcommand's.
        return program_.get_formatter()->make_help(&program_, "regio", CLI::AppFormatMode::Normal);
    for (const auto* command : program_.get_subcommands([](const CLI::App*) { return true; }))
        if (command->get_name() == topic_)
            return command->help("regio");
    const std::string topic = in_lower_case(topic_);
    for (const auto& kind : finding_catalogue())
        if (in_lower_case(label(kind.number)) == topic || kind.name == topic)
            return finding_text(kind);
    throw UsageError(fmt::format("there is no command and no finding \"{}\"", topic_),
                     "regio help lists the commands, regio-findings(7) the findings");
}

} // namespace regio::cli
