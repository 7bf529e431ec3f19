#pragma once

#include "report/check_report.hpp"

#include <string>

namespace regio::report {

/// The verdict in one paragraph: the answer, who decides it, and the smallest change that mends it.
/// "IVIO overschrijdt een regiogrens: 10 van de 11 leden liggen in Midwest; Lendelede (34025) ligt
/// in Zuid-West-Vlaanderen. Zonder Lendelede valt IVIO binnen Midwest."
[[nodiscard]] std::string explanation(const CheckReport& report,
                                      const nesting::Assessment& assessment);

/// The smallest change that mends it, in one sentence: "Zonder Lendelede valt IVIO binnen Midwest."
/// Precondition: the verdict has a near miss.
[[nodiscard]] std::string near_miss_sentence(const CheckReport& report,
                                             const nesting::Assessment& assessment);

/// " [43,2 %]": how much is drawn of a member of which only a part is; empty for others.
[[nodiscard]] std::string drawn_mark(const registry::ResolvedPartnership& partnership,
                                     registry::MunicipalityIndex member, Language language);

} // namespace regio::report
