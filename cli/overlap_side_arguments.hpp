#pragma once

#include "project/overlap_layers.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace regio::cli {

/// The arguments by which a command names one of two layers, as --a-code and --b-code, and the
/// groups in it.
class OverlapSideArguments {
public:
    /// `letter` is that of the side, as in its options: "a".
    void setup(CLI::App& app, const std::string& letter);

    /// Throws UsageError for a condition that has no field. `src_crs`: of a layer that carries
    /// none.
    [[nodiscard]] project::OverlapSource source(const std::string& src_crs) const;

    /// The file, as it was named.
    [[nodiscard]] const std::string& file() const noexcept { return file_; }

    /// The table of groups, likewise; empty when there is none.
    [[nodiscard]] const std::string& members() const noexcept { return members_; }

private:
    void setup_members(CLI::App& app, const std::string& letter, const std::string& group);

    std::string letter_;
    std::string file_;
    std::string layer_;
    std::string code_;
    std::string name_;
    std::vector<std::string> where_;
    std::string members_;
    std::string by_;
    std::string member_;
};

} // namespace regio::cli
