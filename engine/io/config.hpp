#pragma once

#include <string_view>

namespace regio::io {

/// Sets a configuration option of GDAL for the whole process, as "KEY=VALUE".
/// Throws UsageError for a text of another form.
void set_config(std::string_view key_and_value);

} // namespace regio::io
