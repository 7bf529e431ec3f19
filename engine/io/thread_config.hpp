#pragma once

#include <cpl_conv.h>

#include <optional>
#include <string>

namespace regio::io {

/// A configuration option of GDAL for this thread, set back at the end of the scope.
class ThreadConfig {
public:
    ThreadConfig(const char* key, const char* value) : key_(key) {
        if (const char* old = CPLGetThreadLocalConfigOption(key, nullptr))
            old_ = old;
        CPLSetThreadLocalConfigOption(key, value);
    }
    ~ThreadConfig() { CPLSetThreadLocalConfigOption(key_.c_str(), old_ ? old_->c_str() : nullptr); }
    ThreadConfig(const ThreadConfig&) = delete;
    ThreadConfig& operator=(const ThreadConfig&) = delete;

private:
    std::string key_;
    std::optional<std::string> old_;
};

} // namespace regio::io
