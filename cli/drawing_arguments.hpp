#pragma once

#include "nesting/drawing.hpp"

#include <optional>

namespace CLI {
class App;
}

namespace regio::cli {

/// How drawn areas become sets of municipalities, and what of them is noise.
class DrawingArguments {
public:
    void setup(CLI::App& app);

    /// Lets what is given win. Throws UsageError for a share that is not above 0 and at most 1,
    /// slivers that would be members, and a tolerance that is no length.
    void apply(nesting::DrawingTerms& terms) const;

private:
    std::optional<double> member_share_;
    std::optional<double> sliver_share_;
    std::optional<double> tolerance_m_;
};

} // namespace regio::cli
