#include "cli/csv_arguments.hpp"

#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

void CsvArguments::setup(CLI::App& app) {
    app.add_option("--csv-dialect", dialect_, "standard, or excel-nl: semicolon, decimal comma")
        ->group("Output");
}

report::CsvDialect CsvArguments::dialect() const {
    if (dialect_ == "standard")
        return report::CsvDialect::Standard;
    if (dialect_ == "excel-nl")
        return report::CsvDialect::ExcelNl;
    throw UsageError(fmt::format("--csv-dialect {}: there is no such dialect", dialect_),
                     "there are: standard, excel-nl");
}

} // namespace regio::cli
