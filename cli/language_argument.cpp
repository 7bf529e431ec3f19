#include "cli/language_argument.hpp"

#include "base/error.hpp"
#include "project/options.hpp"

#include <fmt/format.h>

namespace regio::cli {

Language language_argument(const std::string& text) {
    if (text.empty())
        return Language::Dutch;
    if (const auto language = project::parse_language(text))
        return *language;
    throw UsageError(fmt::format("--lang {}: no such language", text), "there are: nl, en");
}

} // namespace regio::cli
