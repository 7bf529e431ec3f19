#pragma once

#include "cli/drawing_arguments.hpp"
#include "cli/general_arguments.hpp"
#include "cli/lattice_arguments.hpp"
#include "project/project.hpp"
#include "project/selection.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace regio::cli {

/// The arguments by which every command names a project and selects in it: a project file, or
/// tables with their fields, or both, of which the tables win.
class ProjectArguments {
public:
    void setup(CLI::App& app);

    /// Reads the project file, lets the flags win and judges every partnership. Throws UsageError
    /// when there is no project.
    [[nodiscard]] project::Project open() const;

    [[nodiscard]] const project::Selection& selection() const noexcept { return selection_; }

    /// At least one --partnership is needed.
    void require_partnership(CLI::App& app);

private:
    void setup_tables(CLI::App& app);
    void setup_partnerships(CLI::App& app);
    void setup_selection(CLI::App& app);
    [[nodiscard]] std::string project_file() const;
    [[nodiscard]] project::ProjectOptions file_options() const;
    [[nodiscard]] io::MunicipalitiesSource municipalities() const;
    void apply_boundaries(io::MunicipalitiesSource& source) const;
    void apply_src_crs(project::ProjectOptions& options) const;
    [[nodiscard]] io::RegionsSource regions() const;
    [[nodiscard]] io::PartnershipsSource partnerships(const std::string& file) const;

    std::string project_;
    std::string as_of_;
    GeneralArguments general_;

    std::string municipalities_;
    std::string municipality_code_;
    std::string municipality_name_;
    std::string inhabitants_;
    std::string area_;
    std::string mergers_;
    std::string boundaries_;
    std::string boundary_code_;
    LatticeArguments lattice_;
    DrawingArguments drawing_;

    std::string regions_;
    std::string region_code_;
    std::string region_name_;
    std::string region_member_;

    std::vector<std::string> partnerships_;
    io::PartnershipsSource fields_; ///< For all of partnerships_.
    std::string dated_;
    std::string list_;

    project::Selection selection_;
};

} // namespace regio::cli
