#include "cli/style_folders.hpp"

#include "base/error.hpp"
#include "cli/resources.hpp"
#include "map/style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace regio::cli {

namespace {

constexpr const char* kDefaultTheme = "print";

bool is_theme(const std::string& name) {
    const auto names = map::theme_names(themes_folder());
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_folder(const std::string& name) {
    std::error_code fault;
    return std::filesystem::is_directory(name, fault);
}

std::string themes_hint() {
    return fmt::format("there are the themes {}, or name a folder",
                       fmt::join(map::theme_names(themes_folder()), ", "));
}

} // namespace

std::filesystem::path themes_folder() {
    return resource("styles");
}

std::filesystem::path style_folder(const std::string& style) {
    if (is_theme(style))
        return themes_folder() / style;
    if (!is_folder(style))
        throw UsageError(fmt::format("{}: is no theme and no folder", style), themes_hint());
    return style;
}

std::filesystem::path style_folder_of(const project::MapOptions& options) {
    if (options.style.empty())
        return themes_folder() / kDefaultTheme;
    if (is_theme(options.style))
        return themes_folder() / options.style;
    if (!is_folder(options.style_folder))
        throw InputError(
            fmt::format("{}: is no theme and no folder, and [map] style of the project names it",
                        options.style_folder),
            themes_hint());
    return options.style_folder;
}

} // namespace regio::cli
