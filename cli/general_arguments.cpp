#include "cli/general_arguments.hpp"

#include "base/error.hpp"
#include "io/config.hpp"
#include "project/options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

void GeneralArguments::setup(CLI::App& app, const std::string& group) {
    app.add_option("--lang", language_, "Language of the answers: nl (default) or en")
        ->group(group);
    app.add_option("--config", config_, "Set a configuration option of GDAL, as KEY=VALUE")
        ->group(group)
        ->allow_extra_args(false);
}

std::optional<Language> GeneralArguments::language() const {
    if (language_.empty())
        return std::nullopt;
    const auto language = project::parse_language(language_);
    if (!language)
        throw UsageError(fmt::format("--lang {}: no such language", language_),
                         "there are: nl, en");
    return language;
}

void GeneralArguments::apply_config() const {
    for (const auto& setting : config_)
        io::set_config(setting);
}

} // namespace regio::cli
