#pragma once

#include "cli/command.hpp"
#include "cli/general_arguments.hpp"
#include "cli/lattice_arguments.hpp"
#include "cli/layer_output_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "io/layer_source.hpp"
#include "project/dissolve.hpp"

#include <string>
#include <vector>

namespace regio::cli {

/// regio dissolve: the outlines of groups of features.
class DissolveCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "dissolve"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Outlines of groups of areas, as a new layer";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] io::LayerSource source() const;
    [[nodiscard]] project::DissolveTerms terms() const;

    std::string layer_file_;
    std::string layer_name_;
    std::string by_;
    std::string name_;
    std::string code_;
    std::string members_;
    std::string member_;
    std::vector<std::string> keep_;
    std::vector<std::string> aggregates_;
    GeneralArguments general_;
    LatticeArguments lattice_;
    ReportArguments report_;
    LayerOutputArguments layer_output_;
};

} // namespace regio::cli
