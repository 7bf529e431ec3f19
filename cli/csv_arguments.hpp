#pragma once

#include "report/csv_row.hpp"

#include <string>

namespace CLI {
class App;
}

namespace regio::cli {

/// The argument by which a command says for which spreadsheet its CSV is.
class CsvArguments {
public:
    void setup(CLI::App& app);

    /// Throws UsageError for a dialect that there is not.
    [[nodiscard]] report::CsvDialect dialect() const;

private:
    std::string dialect_ = "standard";
};

} // namespace regio::cli
