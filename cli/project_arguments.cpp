#include "cli/project_arguments.hpp"

#include "base/error.hpp"
#include "cli/progress.hpp"
#include "project/project_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace regio::cli {

namespace {

constexpr const char* kProjectGroup = "Project";
constexpr const char* kTableGroup = "Tables instead of, or over, a project file";
constexpr const char* kSelectionGroup = "Selection";
constexpr const char* kDefaultProject = "regio.toml";

} // namespace

void ProjectArguments::setup(CLI::App& app) {
    app.add_option("PROJECT", project_,
                   "Project file, or the folder that has a regio.toml; default: ./regio.toml");
    app.add_option("--as-of", as_of_, "The day that is asked about, as 2024-12-31")
        ->group(kProjectGroup);
    general_.setup(app, kProjectGroup);
    lattice_.setup(app);
    drawing_.setup(app);
    setup_tables(app);
    setup_partnerships(app);
    setup_selection(app);
}

void ProjectArguments::setup_tables(CLI::App& app) {
    const auto add = [&](const char* flag, std::string& value, const char* text) {
        return app.add_option(flag, value, text)->group(kTableGroup);
    };
    auto* municipalities =
        add("--municipalities", municipalities_, "Table or layer of municipalities");
    add("--municipality-code", municipality_code_, "Field with their codes")->needs(municipalities);
    add("--municipality-name", municipality_name_, "Field with their names")->needs(municipalities);
    add("--inhabitants", inhabitants_, "Field with their inhabitants")->needs(municipalities);
    add("--area", area_, "Field with their official areas; m², or as its name ends: ha, km2, km²")
        ->needs(municipalities);
    auto* boundaries =
        add("--boundaries", boundaries_,
            "Layer with their polygons; default: the layer of municipalities itself");
    add("--boundary-code", boundary_code_, "Field with the code of the polygon")->needs(boundaries);
    add("--mergers", mergers_, "Table of mergers; default: the Flemish ones since 2019");

    auto* regions = add("--regions", regions_,
                        "Table with the region of each municipality, or a layer of regions");
    add("--region-code", region_code_, "Field with the code of the region")->needs(regions);
    add("--region-name", region_name_, "Field with the name of the region")->needs(regions);
    add("--region-member", region_member_, "Field with the municipality")->needs(regions);
}

void ProjectArguments::setup_partnerships(CLI::App& app) {
    auto* lists =
        app.add_option("--partnerships", partnerships_,
                       "Member list of partnerships, or a layer of their areas; may be given "
                       "several times")
            ->group(kTableGroup)
            ->allow_extra_args(false);
    const auto add = [&](const char* flag, auto& value, const char* text) {
        auto* option = app.add_option(flag, value, text)->group(kTableGroup)->needs(lists);
        option->allow_extra_args(false);
        return option;
    };
    add("--partnership-id", fields_.id, "Field with the id of the partnership");
    add("--partnership-name", fields_.name, "Field with its name");
    auto* kind = add("--partnership-kind", fields_.kind, "Field with its kind");
    add("--kind-is", fields_.kind_is, "One kind for the whole list")->excludes(kind);
    add("--member", fields_.members.code, "Field with the code of the member");
    add("--member-name", fields_.members.name, "Field with the name of the member");
    add("--list-name", list_, "Name of the list; default: its kind, else its file");
    add("--none", fields_.terms.none, "Value that means \"in none\"; may be given several times");
    add("--dated", dated_, "The day of the list's codes, or the field that has it");
}

void ProjectArguments::setup_selection(CLI::App& app) {
    const auto add = [&](const char* flag, std::vector<std::string>& values, const char* text) {
        app.add_option(flag, values, text)->group(kSelectionGroup)->allow_extra_args(false);
    };
    add("--partnership", selection_.partnerships, "An id, LIST:ID, or a name");
    add("--list", selection_.lists, "Name of a list");
    add("--region", selection_.regions, "Those that touch this region: code, name or alias");
    add("--municipality", selection_.municipalities,
        "Those that have this municipality as a member: code or name");
    add("--kind", selection_.kinds, "Kind of partnership");
    add("--status", selection_.statuses, "Status, as active or inactive");
    add("--only", selection_.verdicts,
        "Verdict: within, coincides, supraregional, crosses, unresolved");
}

void ProjectArguments::require_partnership(CLI::App& app) {
    app.get_option("--partnership")->required();
}

project::Project ProjectArguments::open() const {
    general_.apply_config();
    project::ProjectOptions options = file_options();
    if (!municipalities_.empty())
        options.municipalities = {municipalities()};
    lattice_.apply(options.lattice);
    drawing_.apply(options.drawing);
    for (auto& source : options.municipalities)
        apply_boundaries(source);
    if (!mergers_.empty())
        options.mergers = io::MergersSource{.table = {.source = io::parse_source(mergers_)}};
    if (!regions_.empty())
        options.regions = {regions()};
    if (!partnerships_.empty()) {
        options.partnerships.clear();
        for (const auto& file : partnerships_)
            options.partnerships.push_back(partnerships(file));
    }
    apply_src_crs(options);
    if (!as_of_.empty()) {
        options.as_of = parse_date(as_of_);
        if (!options.as_of)
            throw UsageError(fmt::format("--as-of {}: not a date", as_of_),
                             "write it as 2024-12-31");
    }
    if (const auto language = general_.language())
        options.language = language;
    Progress progress;
    auto project =
        project::open_project(options, [&](const std::string& stage) { progress.tell(stage); });
    project.files.push_back(project_file());
    return project;
}

/// The project file to read; empty when the flags name all tables or there is none.
std::string ProjectArguments::project_file() const {
    if (!project_.empty()) {
        const std::filesystem::path path(project_);
        std::error_code fault;
        return std::filesystem::is_directory(path, fault) ? (path / kDefaultProject).string()
                                                          : project_;
    }
    const bool has_all = !municipalities_.empty() && !regions_.empty() && !partnerships_.empty();
    std::error_code fault;
    return !has_all && std::filesystem::exists(kDefaultProject, fault) ? kDefaultProject : "";
}

project::ProjectOptions ProjectArguments::file_options() const {
    const std::string file = project_file();
    if (!file.empty())
        return project::read_project_file(file);
    if (municipalities_.empty() || regions_.empty() || partnerships_.empty())
        throw UsageError("no project is given",
                         "name a project file, or --municipalities, --regions and --partnerships");
    return {};
}

io::MunicipalitiesSource ProjectArguments::municipalities() const {
    io::MunicipalitiesSource source;
    source.table.source = io::parse_source(municipalities_);
    source.code = municipality_code_;
    source.name = municipality_name_;
    if (!inhabitants_.empty())
        source.inhabitants = io::FigureSource{.value = inhabitants_};
    if (!area_.empty())
        source.area = io::FigureSource{.value = area_, .unit = project::area_unit_of_field(area_)};
    return source;
}

/// Lets --boundaries and --src-crs win over what is there.
void ProjectArguments::apply_boundaries(io::MunicipalitiesSource& source) const {
    if (!boundaries_.empty()) {
        source.boundaries =
            io::LayerSource{.source = io::parse_source(boundaries_), .code = boundary_code_};
        source.attribution.clear(); // of other polygons
    }
    if (lattice_.src_crs().empty())
        return;
    source.crs = lattice_.src_crs();
    if (source.boundaries)
        source.boundaries->crs = lattice_.src_crs();
}

/// Lets --src-crs win over what is there for drawn areas.
void ProjectArguments::apply_src_crs(project::ProjectOptions& options) const {
    if (lattice_.src_crs().empty())
        return;
    for (auto& source : options.regions)
        source.crs = lattice_.src_crs();
    for (auto& source : options.partnerships)
        source.crs = lattice_.src_crs();
}

io::RegionsSource ProjectArguments::regions() const {
    return {.table = {.source = io::parse_source(regions_)},
            .code = region_code_,
            .name = region_name_,
            .member = region_member_};
}

io::PartnershipsSource ProjectArguments::partnerships(const std::string& file) const {
    io::PartnershipsSource source = fields_;
    source.table.source = io::parse_source(file);
    source.terms.list = list_.empty() ? project::default_list_name(source) : list_;
    if (const auto date = parse_date(dated_))
        source.terms.dated = date;
    else
        source.dated_field = dated_;
    return source;
}

} // namespace regio::cli
