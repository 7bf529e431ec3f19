#include "cli/thread_argument.hpp"

#include "base/error.hpp"
#include "cli/number_argument.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

void ThreadArgument::setup(CLI::App& app, const std::string& group) {
    app.add_option("--threads", threads_, "Threads to use at most; default: all of the machine")
        ->group(group);
}

unsigned ThreadArgument::threads() const {
    if (threads_.empty())
        return 0;
    const auto threads = parse_number<unsigned>(threads_);
    constexpr unsigned kMost = 1024;
    if (!threads || *threads == 0 || *threads > kMost)
        throw UsageError(fmt::format("--threads {}: is no number of threads", threads_),
                         fmt::format("give 1 to {}; without the option the program takes all that "
                                     "there are",
                                     kMost));
    return *threads;
}

} // namespace regio::cli
