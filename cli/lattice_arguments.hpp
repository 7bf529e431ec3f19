#pragma once

#include "project/open_layers.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace regio::cli {

/// The arguments by which a command says in which coordinate reference system, and on which
/// lattice, layers are read.
class LatticeArguments {
public:
    void setup(CLI::App& app);

    /// Lets the flags win over what is there. Throws UsageError for a unit that is no length.
    void apply(project::LatticeTerms& terms) const;

    /// The CRS of layers that carry none.
    [[nodiscard]] const std::string& src_crs() const noexcept { return src_crs_; }

    /// Adds the flags that were given, with their values.
    void repeat(std::vector<std::string>& arguments) const;

private:
    std::string crs_;
    std::string src_crs_;
    double unit_m_ = 0;
    bool has_unit_ = false;
};

} // namespace regio::cli
