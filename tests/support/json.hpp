#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace regio::test {

/// Keys in their order. Throws nlohmann::json::parse_error. The parser is compiled once, behind
/// this: it takes longer than most tests.
[[nodiscard]] nlohmann::ordered_json parse_json(const std::string& text);

} // namespace regio::test
