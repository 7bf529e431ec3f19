#pragma once

#include "report/check_report.hpp"

#include <string>

namespace regio::report {

/// Whether a working area is in one piece, in words: "Het werkingsgebied is in één stuk.", else
/// what the pieces are, largest first; those of one municipality by itself are taken together.
/// Precondition: the assessment has an area.
[[nodiscard]] std::string pieces_sentence(const CheckReport& report,
                                          const nesting::Assessment& assessment);

/// The names of the partnerships whose area is in several pieces, in one line; empty when there are
/// none.
[[nodiscard]] std::string in_pieces_line(const CheckReport& report);

} // namespace regio::report
