#include "tests/support/json.hpp"

namespace regio::test {

nlohmann::ordered_json parse_json(const std::string& text) {
    return nlohmann::ordered_json::parse(text);
}

} // namespace regio::test
