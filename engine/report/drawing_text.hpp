#pragma once

#include "nesting/share_threshold.hpp"
#include "report/check_report.hpp"

#include <string>

namespace regio::report {

/// "95 %" or "95%", with as many decimals as it has.
[[nodiscard]] std::string threshold_text(nesting::ShareThreshold threshold, Language language);

/// What is taken for noise, as part of a sentence: "ruis onder 5 % van ...", or "niets is ruis".
[[nodiscard]] std::string noise_text(nesting::ShareThreshold sliver, Language language);

/// The regions in which a drawing should lie, by name: "Midwest en Oostende".
[[nodiscard]] std::string container_text(const CheckReport& report,
                                         const nesting::Drawing& drawing);

/// Whether a working area of the report is drawn.
[[nodiscard]] bool has_drawings(const CheckReport& report);

/// What is to be said of a drawn area in words: the shares by which it has members, whether partial
/// ones decide, how far it lies outside its region and for which tolerances that holds. Paragraphs,
/// each broken into lines. Precondition: the area is drawn.
[[nodiscard]] std::string drawing_paragraphs(const CheckReport& report,
                                             const nesting::Assessment& assessment);

/// Below a table of verdicts: by which shares and tolerance drawn areas were judged, the greatest
/// sliver among them, and which are fragile. Empty when nothing is drawn.
[[nodiscard]] std::string drawings_line(const CheckReport& report);

} // namespace regio::report
