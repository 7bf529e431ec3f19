#pragma once

#include "base/language.hpp"
#include "io/layer_style.hpp"

namespace regio::project {

/// Working areas by `verdict`. Colours are those of Okabe and Ito (2008), which the colour-blind
/// tell apart; what does not conform is hatched and has a thick outline as well, so that no hue
/// alone says it.
[[nodiscard]] io::LayerStyle style_by_verdict(Language language);

/// What reaches out of a region, by `what`.
[[nodiscard]] io::LayerStyle style_by_excess(Language language);

} // namespace regio::project
