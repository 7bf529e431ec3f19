#pragma once

#include "cli/command.hpp"
#include "cli/general_arguments.hpp"
#include "cli/lattice_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "io/source.hpp"
#include "report/layer_info.hpp"

#include <string>
#include <vector>

namespace regio::cli {

/// regio info: what is in a file, and for what it can serve.
class InfoCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "info"; }
    [[nodiscard]] std::string_view summary() const override {
        return "What is in a file: fields, CRS, extent, how well its areas fit together";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] std::vector<io::Source> sources() const;
    [[nodiscard]] std::vector<report::LayerInfo> read(const std::vector<io::Source>& sources) const;

    std::vector<std::string> sources_;
    std::string layer_;
    GeneralArguments general_;
    LatticeArguments lattice_;
    ReportArguments report_;
};

} // namespace regio::cli
