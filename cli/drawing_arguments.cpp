#include "cli/drawing_arguments.hpp"

#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

namespace {

void apply_share(const char* flag, const std::optional<double>& fraction,
                 nesting::ShareThreshold& threshold) {
    if (!fraction)
        return;
    const auto value = nesting::share_threshold(*fraction);
    if (!value)
        throw UsageError(fmt::format("{} {}: is no share above 0 and at most 1", flag, *fraction),
                         "write 95 % as 0.95");
    threshold = *value;
}

} // namespace

void DrawingArguments::setup(CLI::App& app) {
    const auto add = [&](const char* flag, std::optional<double>& value, const char* text) {
        app.add_option(flag, value, text)->group("Drawn areas");
    };
    add("--member-share", member_share_,
        "A municipality is a member from this share of its area on; default: 0.95");
    add("--sliver-share", sliver_share_,
        "A share below this is noise, between them a part; default: 0.05");
    add("--tolerance", tolerance_m_,
        "How far in metres a drawing may lie outside its region; default: 400");
}

void DrawingArguments::apply(nesting::DrawingTerms& terms) const {
    apply_share("--member-share", member_share_, terms.shares.member);
    apply_share("--sliver-share", sliver_share_, terms.shares.sliver);
    if (terms.shares.sliver > terms.shares.member)
        throw UsageError(fmt::format("a sliver below {} would be a member from {} on",
                                     terms.shares.sliver.fraction(),
                                     terms.shares.member.fraction()),
                         "give a --sliver-share that is not above the --member-share");
    if (!tolerance_m_)
        return;
    if (!(*tolerance_m_ >= 0 && *tolerance_m_ <= nesting::kMostTolerance_m))
        throw UsageError(
            fmt::format("--tolerance {}: is no length from 0 to 1000000 metres", *tolerance_m_),
            "as in --tolerance 150");
    terms.tolerance_m = *tolerance_m_;
}

} // namespace regio::cli
