#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace regio::report {

/// Keys are always there: what is not known is null.
template <typename Value>
[[nodiscard]] nlohmann::ordered_json or_null(const std::optional<Value>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

/// Null when it is empty.
[[nodiscard]] inline nlohmann::ordered_json text_or_null(const std::string& text) {
    return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

/// The bytes of a value, in one line. The serialiser is compiled once, behind this.
[[nodiscard]] std::string to_bytes(const nlohmann::ordered_json& value);

} // namespace regio::report
