#pragma once

#include "cli/command.hpp"
#include "cli/general_arguments.hpp"
#include "cli/lattice_arguments.hpp"
#include "cli/layer_output_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "coverage/partition.hpp"
#include "io/layer_source.hpp"

#include <string>
#include <vector>

namespace regio::cli {

/// regio intersect: the common partition of layers, and what can be chosen from it.
class IntersectCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "intersect"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Pieces that layers cut each other into, as a new layer";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] coverage::PartitionKind kind() const;
    [[nodiscard]] std::vector<io::LayerSource> sources() const;

    std::vector<std::string> files_;
    bool is_union_ = false;
    bool is_difference_ = false;
    bool is_clip_ = false;
    GeneralArguments general_;
    LatticeArguments lattice_;
    ReportArguments report_;
    LayerOutputArguments layer_output_;
};

} // namespace regio::cli
