#include "cli/lattice_arguments.hpp"

#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

void LatticeArguments::setup(CLI::App& app) {
    constexpr const char* kGroup = "Coordinates";
    app.add_option(
           "--crs", crs_,
           "CRS to work in, in metres; default: that of the layer, EPSG:31370 for degrees in "
           "Belgium")
        ->group(kGroup);
    app.add_option("--src-crs", src_crs_, "CRS of a layer that carries none")->group(kGroup);
    app.add_option_function<double>(
           "--lattice",
           [this](double unit) {
               unit_m_ = unit;
               has_unit_ = true;
           },
           "Unit in metres to which coordinates are rounded; default: 0.001")
        ->group(kGroup);
}

void LatticeArguments::apply(project::LatticeTerms& terms) const {
    if (!crs_.empty())
        terms.crs = crs_;
    if (!has_unit_)
        return;
    if (!kernel::is_lattice_unit(unit_m_))
        throw UsageError(fmt::format("--lattice {}: is no length from 1e-9 to 1e6 metres", unit_m_),
                         "as in --lattice 0.001");
    terms.unit_m = unit_m_;
}

void LatticeArguments::repeat(std::vector<std::string>& arguments) const {
    const auto add = [&](const char* flag, const std::string& value) {
        if (!value.empty())
            arguments.insert(arguments.end(), {flag, value});
    };
    add("--src-crs", src_crs_);
    add("--crs", crs_);
    add("--lattice", has_unit_ ? fmt::to_string(unit_m_) : "");
}

} // namespace regio::cli
