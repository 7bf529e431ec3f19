#include "report/json_values.hpp"

namespace regio::report {

std::string to_bytes(const nlohmann::ordered_json& value) {
    return value.dump();
}

} // namespace regio::report
