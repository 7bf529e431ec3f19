#pragma once

#include "base/finding.hpp"
#include "map/area_map.hpp"
#include "map/sheet.hpp"
#include "map/theme.hpp"
#include "nesting/verdict.hpp"
#include "project/project.hpp"
#include "report/check_report.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace regio::cli {

/// The program as it names itself on sheets and in files.
inline constexpr const char* kProgram = "regio " REGIO_VERSION;

/// The arguments of commands that draw sheets.
class SheetArguments {
public:
    void setup(CLI::App& app, const std::string& group);

    /// Throws UsageError for a size of paper that there is not.
    [[nodiscard]] map::PaperSize paper() const;

    /// What sheets look like, and who makes them, where that is known: as given, else as the
    /// project says, else the theme print. Throws UsageError when there is no such style, and
    /// InputError as map::read_theme().
    [[nodiscard]] map::Theme theme(const project::ProjectOptions& options) const;

    /// Throws UsageError for one that is not possible.
    void refuse_resolution() const;

    [[nodiscard]] double dpi() const noexcept { return dpi_; }

    /// Whom to thank for the boundaries, and their licence. Precondition: the project has polygons.
    [[nodiscard]] std::string boundaries(const project::Project& project) const;

    /// All that the sheet of an assessment says. Throws as project::area_map().
    [[nodiscard]] map::AreaMap content(const project::Project& project,
                                       const report::CheckReport& report,
                                       const nesting::Assessment& assessment,
                                       const map::Theme& theme) const;

private:
    std::string paper_ = "A4";
    std::string style_;
    double dpi_ = 150;
    std::string attribution_;
    std::string maker_;
};

/// The program, and who made the sheet where the theme knows.
[[nodiscard]] std::string maker_of(const map::Theme& theme);

/// SOURCE_DATE_EPOCH, else 0.
[[nodiscard]] std::int64_t seconds_of_epoch();

/// A page as a file of this format: png, pdf or svg.
[[nodiscard]] std::string rendered(const scene::Scene& scene, const scene::Fonts& fonts,
                                   const std::string& format, double dpi);

/// What a reader of the sheet, which is in this file, does not see on it.
[[nodiscard]] std::vector<Finding> sheet_findings(const project::Project& project,
                                                  const nesting::Assessment& assessment,
                                                  const std::string& file, const map::Audit& audit);

} // namespace regio::cli
