#include "cli/layer_output_arguments.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "cli/report_arguments.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace regio::cli {

void LayerOutputArguments::setup(CLI::App& app, ReportArguments& report) {
    report.setup(app, {"gpkg", "geojson", "fgb", "shp"});
    app.get_option("--output")->required()->description("File to write, - is standard output");
    app.add_flag("--rfc7946", is_rfc7946_, "GeoJSON in degrees of WGS 84, as RFC 7946 has it")
        ->group("Output");
}

io::LayerFormat LayerOutputArguments::format(const ReportArguments& report) const {
    const std::string& file = report.output();
    const bool has_ending = std::filesystem::path(file).has_extension();
    const std::string& given = report.requested_format();
    const auto format = io::layer_format(given.empty() && !has_ending ? "gpkg" : given, file);
    if (!is_rfc7946_)
        return format;
    if (format != io::LayerFormat::GeoJson)
        throw UsageError("--rfc7946: is a form of GeoJSON", "add -f geojson, or leave it out");
    return io::LayerFormat::GeoJsonRfc7946;
}

void refuse_layer_target(io::LayerFormat format, const ReportArguments& report,
                         const std::vector<std::string>& inputs) {
    for (const auto& file : io::output_files(format, report.output()))
        refuse_input_as_output(inputs, file);
    io::refuse_target(format, report.output(), report.overwrite());
}

std::string output_layer_name(const std::string& file, const std::string& otherwise) {
    constexpr std::string_view kSpecial = "`~!@#$%^&*()+-={}|[]\\:\";'<>?,./";
    constexpr std::string_view kReserved = "gpkg";
    const std::string stem = std::filesystem::path(file).stem().string();
    const auto first = stem.find_first_not_of(kSpecial);
    const std::string name = first == std::string::npos ? otherwise : stem.substr(first);
    const bool is_reserved = in_lower_case(name).starts_with(kReserved);
    return is_reserved ? otherwise + "_" + name : name;
}

} // namespace regio::cli
