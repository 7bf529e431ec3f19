#pragma once

#include "io/layer_format.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace regio::cli {

class ReportArguments;

/// What a command that writes layers has besides ReportArguments.
class LayerOutputArguments {
public:
    /// The arguments of `report` too: the formats of layers, and an output that must be named.
    void setup(CLI::App& app, ReportArguments& report);

    /// The format as given, else by the ending of the output, else GeoPackage. Throws UsageError
    /// for a format that there is not, for one that the output cannot be, and for --rfc7946 with
    /// another than GeoJSON.
    [[nodiscard]] io::LayerFormat format(const ReportArguments& report) const;

private:
    bool is_rfc7946_ = false;
};

/// Throws InputError, before long work, when a file that would be written is one of the inputs, is
/// a folder, or is there and may not be overwritten.
void refuse_layer_target(io::LayerFormat format, const ReportArguments& report,
                         const std::vector<std::string>& inputs);

/// The name of a layer in the file that is written: that of the file, without what GDAL refuses at
/// the beginning of one, or the other name where nothing is left.
[[nodiscard]] std::string output_layer_name(const std::string& file, const std::string& otherwise);

} // namespace regio::cli
