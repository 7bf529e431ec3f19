#include "layer/feature.hpp"

#include <fmt/format.h>

namespace regio::layer {

std::string label_of(const Feature& feature) {
    if (!feature.name.empty() && !feature.code.empty())
        return fmt::format("{} ({})", feature.name, feature.code);
    if (feature.name.empty() && feature.code.empty())
        return fmt::format("feature {}", feature.fid);
    return feature.name.empty() ? feature.code : feature.name;
}

} // namespace regio::layer
