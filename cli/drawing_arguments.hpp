#pragma once

#include "nesting/drawing.hpp"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace regio::cli {

/// How drawn areas become sets of municipalities, and what of them is noise.
class DrawingArguments {
public:
    void setup(CLI::App& app);

    /// Lets what is given win. Throws UsageError for a share that is no number above 0 and at most
    /// 1 (of slivers 0 too), slivers that would be members, and a tolerance that is no length.
    void apply(nesting::DrawingTerms& terms) const;

private:
    std::optional<std::string> member_share_; ///< As given, which may be nothing at all: "".
    std::optional<std::string> sliver_share_;
    std::optional<std::string> tolerance_m_;
};

} // namespace regio::cli
