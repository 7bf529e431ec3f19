#pragma once

#include "report/check_report.hpp"
#include "report/sink.hpp"

namespace regio::report {

enum class Colour : std::uint8_t { Never, Ansi };

/// A line per partnership, worst first and inactive bodies apart, at most 100 columns wide; then a
/// line per list when there are several, and as the last line the summary.
void write_check_text(const CheckReport& report, Colour colour, const Sink& sink);

/// "463 verbanden op 2025-01-01: 347 binnen, …" without a line feed.
[[nodiscard]] std::string summary_line(const CheckReport& report);

} // namespace regio::report
