#include "cli/drawing_arguments.hpp"

#include "base/error.hpp"
#include "cli/number_argument.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace regio::cli {

namespace {

using nesting::ZeroShare;

/// What was given, so that one sees that it was nothing.
std::string shown(const std::string& text) {
    return text.empty() ? "\"\"" : text;
}

/// "0,95" as "0.95".
std::string with_point(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

/// The share that somebody means who writes "0,95", "95 %" or "95"; nothing where that is refused
/// too.
std::optional<double> meant_share(std::string text, ZeroShare zero) {
    text = with_point(std::move(text));
    const bool is_percentage = text.ends_with('%');
    text.erase(text.find_last_not_of("% ") + 1);
    const auto number = parse_number<double>(text);
    if (!number)
        return std::nullopt;
    const double share = is_percentage || *number > 1 ? *number / 100 : *number;
    return nesting::share_threshold(share, zero) ? std::optional(share) : std::nullopt;
}

void apply_share(const char* flag, const std::optional<std::string>& text, ZeroShare zero,
                 nesting::ShareThreshold& threshold) {
    if (!text)
        return;
    const auto fraction = parse_number<double>(*text);
    const auto value = fraction ? nesting::share_threshold(*fraction, zero) : std::nullopt;
    if (!value)
        throw UsageError(fmt::format("{} {}: is no share {} 0 {} 1", flag, shown(*text),
                                     zero == ZeroShare::Taken ? "from" : "above",
                                     zero == ZeroShare::Taken ? "to" : "and at most"),
                         fmt::format("a plain number, as in {} {}", flag,
                                     meant_share(*text, zero).value_or(threshold.fraction())));
    threshold = *value;
}

void apply_tolerance(const std::optional<std::string>& text, double& tolerance_m) {
    if (!text)
        return;
    const auto tolerance = parse_number<double>(*text);
    if (!tolerance || !(*tolerance >= 0 && *tolerance <= nesting::kMostTolerance_m)) {
        const auto meant = parse_number<double>(with_point(*text));
        throw UsageError(
            fmt::format("--tolerance {}: is no length from 0 to 1000000 metres", shown(*text)),
            fmt::format("a plain number, as in --tolerance {}",
                        meant && *meant >= 0 && *meant <= nesting::kMostTolerance_m ? *meant
                                                                                    : 150));
    }
    tolerance_m = *tolerance;
}

} // namespace

void DrawingArguments::setup(CLI::App& app) {
    // An optional as such would take "" for what is not given.
    const auto add = [&](const char* flag, std::optional<std::string>& value, const char* text) {
        app.add_option_function<std::string>(
               flag, [&value](const std::string& given) { value = given; }, text)
            ->group("Drawn areas");
    };
    add("--member-share", member_share_,
        "A municipality is a member from this share of its area on; default: 0.95");
    add("--sliver-share", sliver_share_,
        "Less than this share of it is noise; 0: nothing is; default: 0.05");
    add("--tolerance", tolerance_m_,
        "How far in metres a drawing may lie outside its region; default: 400");
}

void DrawingArguments::apply(nesting::DrawingTerms& terms) const {
    apply_share("--member-share", member_share_, ZeroShare::Refused, terms.shares.member);
    apply_share("--sliver-share", sliver_share_, ZeroShare::Taken, terms.shares.sliver);
    if (terms.shares.sliver > terms.shares.member)
        throw UsageError(fmt::format("a sliver below {} would be a member from {} on",
                                     terms.shares.sliver.fraction(),
                                     terms.shares.member.fraction()),
                         "give a --sliver-share that is not above the --member-share");
    apply_tolerance(tolerance_m_, terms.tolerance_m);
}

} // namespace regio::cli
