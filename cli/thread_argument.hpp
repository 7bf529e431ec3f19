#pragma once

#include <string>

namespace CLI {
class App;
}

namespace regio::cli {

/// The argument by which a command keeps to so many threads.
class ThreadArgument {
public:
    void setup(CLI::App& app, const std::string& group);

    /// 0: as many as the machine has. Throws UsageError for what is no number of threads.
    [[nodiscard]] unsigned threads() const;

private:
    std::string threads_;
};

} // namespace regio::cli
