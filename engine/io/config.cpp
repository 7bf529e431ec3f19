#include "io/config.hpp"

#include "base/error.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>

#include <string>

namespace regio::io {

void set_config(std::string_view key_and_value) {
    const auto equals = key_and_value.find('=');
    if (equals == std::string_view::npos || equals == 0)
        throw UsageError(fmt::format("--config {}: not of the form KEY=VALUE", key_and_value),
                         "as in --config OGR_XLSX_HEADERS=FORCE");
    const std::string key(key_and_value.substr(0, equals));
    const std::string value(key_and_value.substr(equals + 1));
    CPLSetConfigOption(key.c_str(), value.c_str());
}

} // namespace regio::io
