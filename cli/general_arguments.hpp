#pragma once

#include "base/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace regio::cli {

/// The arguments that every command has: the language of its answer, and options of GDAL.
class GeneralArguments {
public:
    void setup(CLI::App& app, const std::string& group);

    /// The language that is asked for, if any. Throws UsageError for one that there is not.
    [[nodiscard]] std::optional<Language> language() const;

    /// Sets the options of GDAL. Throws UsageError as io::set_config().
    void apply_config() const;

private:
    std::string language_;
    std::vector<std::string> config_;
};

} // namespace regio::cli
