#include "cli/help_command.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/finding.hpp"
#include "cli/findings_page.hpp"
#include "io/output_file.hpp"
#include "validation/defect.hpp"
#include "validation/kind_label.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <string_view>

namespace regio::cli {

namespace {

std::string_view severity_of(Severity severity) {
    switch (severity) {
    case Severity::Info:
        return "info: says what was done";
    case Severity::Warning:
        return "warning: the data contradict themselves";
    case Severity::Error:
        return "error: an answer cannot be given";
    }
    return {};
}

/// How much it weighs in a validation; empty where that is the same, or does not look for it.
std::string weight_of(const FindingKind& kind) {
    using enum FindingNumber;
    if (kind.number == GapBetweenFeatures || kind.number == FeaturesOverlap)
        return "in regio validate: error where it is wider than --tolerance, else warning\n";
    if (!validation::is_validated(kind.number))
        return {};
    const Severity weight = validation::weight_of(kind.number);
    return weight == kind.severity ? "" : fmt::format("in regio validate: {}\n", id_of(weight));
}

std::string finding_text(const FindingKind& kind) {
    return fmt::format("{} {} ({})\n{}\n{}\nregio-findings(7) has all of them.\n",
                       label(kind.number), kind.name, severity_of(kind.severity), weight_of(kind),
                       page_of(kind));
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
