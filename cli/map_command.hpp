#pragma once

#include "cli/command.hpp"
#include "cli/project_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "map/area_map.hpp"
#include "map/sheet.hpp"
#include "nesting/verdict.hpp"
#include "scene/fonts.hpp"

#include <string>

namespace regio::cli {

/// regio map: a sheet with the working area of one partnership.
class MapCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "map"; }
    [[nodiscard]] std::string_view summary() const override {
        return "A sheet with the map of one working area, as PNG, PDF or SVG";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] map::PaperSize paper() const;
    [[nodiscard]] map::Theme theme(const project::ProjectOptions& options) const;
    void refuse_resolution() const;
    void refuse_audit_as_output() const;
    [[nodiscard]] map::AreaMap content(const project::Project& project, const map::Theme& theme,
                                       const report::CheckReport& report,
                                       const nesting::Assessment& assessment) const;
    [[nodiscard]] std::string rendered(const scene::Scene& scene, const scene::Fonts& fonts) const;

    ProjectArguments project_;
    ReportArguments report_;
    std::string paper_ = "A4";
    std::string style_;
    double dpi_ = 150;
    std::string attribution_;
    std::string maker_;
    std::string audit_;
};

} // namespace regio::cli
