#include "cli/overlap_command.hpp"

#include "base/error.hpp"
#include "cli/layer_inspection.hpp"
#include "cli/number_argument.hpp"
#include "cli/progress.hpp"
#include "report/overlap_csv.hpp"
#include "report/overlap_json.hpp"
#include "report/overlap_text.hpp"
#include "topology/thread_limit.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

namespace regio::cli {

namespace {

/// "0.02" or "2%".
std::optional<double> parse_share(std::string_view text) {
    const bool is_percentage = text.ends_with('%');
    if (is_percentage)
        text.remove_suffix(1);
    const auto share = parse_number<double>(text.substr(0, text.find_last_not_of(' ') + 1));
    const double whole = is_percentage ? 100 : 1;
    if (!share || !(*share <= whole))
        return std::nullopt;
    return *share / whole;
}

report::OverlapSideInfo side_info(const project::OverlapLayer& layer, const std::string& members) {
    const layer::Layer& measured = layer.side.layer;
    report::OverlapSideInfo info{.file = measured.source().file,
                                 .layer = measured.source().layer,
                                 .crs = crs_info(layer.own_crs),
                                 .transformation = {},
                                 .features = layer.features_read,
                                 .members = members,
                                 .overlaps_itself = layer.side.cover.has_value(),
                                 .measured = &measured};
    if (layer.transformation)
        info.transformation = transformation_info(*layer.transformation);
    return info;
}

} // namespace

void OverlapCommand::setup(CLI::App& app) {
    sides_[0].setup(app, "a");
    sides_[1].setup(app, "b");
    general_.setup(app, "General");
    threads_.setup(app, "General");
    lattice_.setup(app);
    report_.setup(app, {"text", "json", "csv"});
    app.add_option("--min-share", min_share_,
                   "Leave out rows with a smaller share of both areas, as 0.02 or 2%")
        ->group("Output");
    app.add_option("--min-area", min_area_, "Leave out rows with a smaller area, in m²")
        ->group("Output");
    app.add_flag("--certify", certify_, "Tell the greatest error of every area")->group("Output");
    app.add_flag("--fid", fids_, "CSV with the places of features in their layers")
        ->group("Output");
    csv_.setup(app);
    app.footer("Exit status: 0 done, 1 could not do it, 2 wrong use, 4 a group or a polygon is "
               "left out.");
}

report::OverlapLimits OverlapCommand::limits() const {
    report::OverlapLimits limits;
    if (!min_share_.empty()) {
        const auto share = parse_share(min_share_);
        if (!share)
            throw UsageError(fmt::format("--min-share {}: is no share from 0 to 1", min_share_),
                             "as in --min-share 0.02 or --min-share 2%");
        limits.min_share = *share;
    }
    if (!min_area_.empty()) {
        const auto area = parse_number<double>(min_area_);
        if (!area || !std::isfinite(*area))
            throw UsageError(fmt::format("--min-area {}: is no area in square metres", min_area_),
                             "a plain number, as in --min-area 10000 for a hectare");
        limits.min_area_m2 = *area;
    }
    return limits;
}

std::vector<std::string> OverlapCommand::files() const {
    std::vector<std::string> files;
    for (const auto& side : sides_)
        for (const auto& file : {side.file(), side.members()})
            files.push_back(io::parse_source(file).file);
    return files;
}

report::OverlapReport OverlapCommand::measure(const project::OverlapLayers& layers,
                                              const report::OverlapLimits& limits) const {
    const auto& a = layers.layers[0];
    const auto& b = layers.layers[1];
    const auto table = coverage::overlap_table(a.side, b.side);
    return {.language = general_.language().value_or(Language::Dutch),
            .sides = {side_info(a, sides_[0].members()), side_info(b, sides_[1].members())},
            .crs = crs_info(layers.crs),
            .unit_m = layers.lattice.unit_m(),
            .limits = limits,
            .is_certified = certify_,
            .rows = overlap_rows(table, layers.lattice, a.side.layer, b.side.layer, limits),
            .findings = {}};
}

void OverlapCommand::write(const report::OverlapReport& report, const std::string& format,
                           io::OutputFile& output) const {
    const report::Sink sink = [&](std::string_view piece) { output.write(piece); };
    if (format == "json")
        write_overlap_json(report, sink);
    else if (format == "csv")
        write_overlap_csv(report, csv_.dialect(),
                          fids_ ? report::CsvFids::Told : report::CsvFids::LeftOut, sink);
    else
        write_overlap_text(report, sink);
    output.finish();
}

ExitCode OverlapCommand::run() {
    const std::string format = report_.format();
    const auto limits = this->limits();
    const topology::ThreadLimit limit(threads_.threads());
    static_cast<void>(csv_.dialect()); // A wrong one is told before the work, not after it.
    const Language language = general_.language().value_or(Language::Dutch);
    general_.apply_config();
    project::LatticeTerms terms;
    lattice_.apply(terms);
    const std::array sources = {sides_[0].source(lattice_.src_crs()),
                                sides_[1].source(lattice_.src_crs())};
    report_.refuse_input_as_output(files());
    io::OutputFile output = report_.open();

    Progress progress;
    std::vector<Finding> findings;
    progress.tell(fmt::format("reading {} and {}", sides_[0].file(), sides_[1].file()));
    const auto layers = project::open_overlap_layers(sources, terms, findings);
    progress.tell("measuring overlaps");
    auto report = measure(layers, limits);
    report.findings = std::move(findings);
    write(report, format, output);
    report_.print_findings(report.findings, language);
    return exit_code_of(report.findings);
}

} // namespace regio::cli
