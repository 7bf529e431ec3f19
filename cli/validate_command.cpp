#include "cli/validate_command.hpp"

#include "base/append.hpp"
#include "base/error.hpp"
#include "cli/layer_inspection.hpp"
#include "cli/layer_output_arguments.hpp"
#include "cli/number_argument.hpp"
#include "cli/progress.hpp"
#include "io/layer_writer.hpp"
#include "project/accepted_defects.hpp"
#include "project/defect_layers.hpp"
#include "report/validation_csv.hpp"
#include "report/validation_json.hpp"
#include "report/validation_text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace regio::cli {

namespace {

constexpr std::string_view kGeoPackage = "gpkg";
constexpr std::size_t kMostByDefault = 10;

/// Shells of a Shapefile run the other way than elsewhere.
validation::ShellDirection shells_of(const std::string& format) {
    return format == "ESRI Shapefile" ? validation::ShellDirection::Clockwise
                                      : validation::ShellDirection::CounterClockwise;
}

/// What is found on reading and is no defect of a feature.
std::vector<Finding> remarks_among(const std::vector<Finding>& findings) {
    std::vector<Finding> remarks;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(remarks),
                 [](const Finding& one) { return !validation::is_of_feature(one.number); });
    return remarks;
}

} // namespace

void ValidateCommand::setup(CLI::App& app) {
    app.add_option("LAYER", file_, "Polygon layer: FILE or FILE|layername=NAME")->required();
    app.add_option("-l,--layer", layer_, "Layer in the file, when it has several");
    app.add_option("--code", code_, "Field with the codes of the features; default: guessed");
    app.add_option("--name", name_, "Field with their names; default: guessed");
    app.add_option("--codes", codes_,
                   "What codes are: nis (five digits), any, or auto (default): nis when nine of "
                   "ten are");
    app.add_option("--tolerance", tolerance_,
                   "Width in metres up to which gaps and overlaps are no errors; default: 0");
    general_.setup(app, "General");
    lattice_.setup(app);
    report_.setup(app, {"text", "json", "csv", kGeoPackage});
    app.add_option("--most", most_,
                   "Rows of one kind in the text, at most; default: 10, and 0 is all")
        ->group("Output");
    csv_.setup(app);
    app.add_option("--accept", accept_,
                   "Table of defects that are known and do not count: number, x, y, and perhaps "
                   "radius_m and why; as -f csv has them")
        ->group("Output");
    app.add_option("--fail-on", fail_on_,
                   "findings (default): exit with 3 when there are errors; or never")
        ->group("Output");
    app.footer("Exit status: 0 no errors, 1 could not do it, 2 wrong use, 3 errors were found.");
}

io::LayerSource ValidateCommand::source() const {
    io::LayerSource source{
        .source = io::parse_source(file_), .code = code_, .name = name_, .crs = lattice_.src_crs()};
    if (!layer_.empty())
        source.source.layer = layer_;
    return source;
}

validation::ValidationTerms ValidateCommand::terms() const {
    validation::ValidationTerms terms;
    if (codes_ == "nis")
        terms.codes = validation::CodeSystem::Nis;
    else if (codes_ == "any")
        terms.codes = validation::CodeSystem::Other;
    else if (codes_ != "auto")
        throw UsageError(fmt::format("--codes {}: there are no such codes", codes_),
                         "there are: nis, any, auto");
    if (tolerance_.empty())
        return terms;
    const auto tolerance = parse_number<double>(tolerance_);
    if (!tolerance || !std::isfinite(*tolerance))
        throw UsageError(fmt::format("--tolerance {}: is no width in metres", tolerance_),
                         "a plain number, as in --tolerance 0.5");
    terms.tolerance_m = *tolerance;
    return terms;
}

std::size_t ValidateCommand::most() const {
    if (most_.empty())
        return kMostByDefault;
    const auto most = parse_number<std::size_t>(most_);
    if (!most)
        throw UsageError(fmt::format("--most {}: is no number of rows", most_),
                         "a whole number, and 0 for all");
    return *most;
}

bool ValidateCommand::fails_on_errors() const {
    if (fail_on_ == "findings")
        return true;
    if (fail_on_ == "never")
        return false;
    throw UsageError(fmt::format("--fail-on {}: there is no such condition", fail_on_),
                     "there are: findings, never");
}

void ValidateCommand::refuse_target(const std::string& format, const std::string& input) const {
    if (format == kGeoPackage)
        refuse_layer_target(io::LayerFormat::GeoPackage, report_, {input});
    else
        report_.refuse_input_as_output({input});
}

std::vector<validation::Acceptance> ValidateCommand::accepted(const std::string& format) const {
    if (accept_.empty())
        return {};
    refuse_target(format, accept_);
    return project::read_accepted(accept_);
}

report::ValidationReport ValidateCommand::report_on(const project::OpenedLayers& opened) const {
    const auto& own = opened.layers.front();
    report::ValidationReport report{.language = general_.language().value_or(Language::Dutch),
                                    .file = own.layer.source().file,
                                    .layer = own.layer.source().layer,
                                    .own_crs = crs_info(own.own_crs),
                                    .transformation = {},
                                    .crs = crs_info(opened.crs),
                                    .most = most(),
                                    .validated = &own.layer};
    if (own.transformation)
        report.transformation = transformation_info(*own.transformation);
    return report;
}

void ValidateCommand::write(const report::ValidationReport& report, const std::string& format,
                            io::OutputFile& output) const {
    const report::Sink sink = [&](std::string_view piece) { output.write(piece); };
    if (format == "json")
        write_validation_json(report, sink);
    else if (format == "csv")
        write_validation_csv(report, csv_.dialect(), sink);
    else
        write_validation_text(report, sink);
    output.finish();
}

ExitCode ValidateCommand::run() {
    const std::string format = report_.format();
    auto terms = this->terms();
    const bool fails = fails_on_errors();
    static_cast<void>(most()); // Wrong ones are told before the work, not after it.
    static_cast<void>(csv_.dialect());
    static_cast<void>(general_.language());
    general_.apply_config();
    project::LatticeTerms lattice;
    lattice_.apply(lattice);
    const auto source = this->source();
    refuse_target(format, source.source.file);
    const auto accepted = this->accepted(format);
    std::optional<io::OutputFile> output;
    if (format != kGeoPackage)
        output.emplace(report_.output(), report_.overwrite());

    Progress progress;
    std::vector<Finding> findings;
    progress.tell("reading " + source.source.file);
    const auto opened =
        project::open_layers(std::array{source}, lattice, findings, project::RawLayers::Kept);
    const auto& own = opened.layers.front();
    terms.shells = shells_of(own.format);
    progress.tell("validating " + source.source.file);
    auto defects = validation::validate({.raw = own.raw, .rounded = own.layer}, findings, terms);
    auto report = report_on(opened);
    report.tolerance_m = terms.tolerance_m;
    report.findings = remarks_among(findings);
    append(validation::accept(own.layer, accepted, defects), report.findings);
    report.defects = defects;
    if (output)
        write(report, format, *output);
    else
        io::write_layers(project::defect_layers(opened, defects, report.language),
                         io::LayerFormat::GeoPackage, report_.output(), report_.overwrite(),
                         report.findings);
    report_.print_findings(report.findings, report.language);
    return fails && count_of(report, Severity::Error) > 0 ? ExitCode::FoundWhatFails
                                                          : ExitCode::Done;
}

} // namespace regio::cli
