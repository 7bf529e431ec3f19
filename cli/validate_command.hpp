#pragma once

#include "cli/command.hpp"
#include "cli/csv_arguments.hpp"
#include "cli/general_arguments.hpp"
#include "cli/lattice_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "io/layer_source.hpp"
#include "project/open_layers.hpp"
#include "report/validation_report.hpp"
#include "validation/acceptance.hpp"
#include "validation/validate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::cli {

/// regio validate: what is wrong with a layer, and where.
class ValidateCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "validate"; }
    [[nodiscard]] std::string_view summary() const override {
        return "What is wrong with a layer, and where: gaps, overlaps, faulty rings and codes";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] io::LayerSource source() const;
    [[nodiscard]] validation::ValidationTerms terms() const;
    [[nodiscard]] std::size_t most() const;
    [[nodiscard]] bool fails_on_errors() const;
    void refuse_target(const std::string& format, const std::string& input) const;
    /// What need not be counted. Throws InputError too when it is to be written over.
    [[nodiscard]] std::vector<validation::Acceptance> accepted(const std::string& format) const;
    [[nodiscard]] report::ValidationReport report_on(const project::OpenedLayers& opened) const;
    void write(const report::ValidationReport& report, const std::string& format,
               io::OutputFile& output) const;

    std::string file_;
    std::string layer_;
    std::string code_;
    std::string name_;
    std::string codes_ = "auto";
    std::string tolerance_;
    std::string fail_on_ = "findings";
    std::string most_;
    std::string accept_;
    GeneralArguments general_;
    LatticeArguments lattice_;
    ReportArguments report_;
    CsvArguments csv_;
};

} // namespace regio::cli
