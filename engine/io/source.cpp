#include "io/source.hpp"

#include "registry/identifier.hpp"

#include <algorithm>

namespace regio::io {

bool keeps(const RowFilter& filter, std::string_view value) {
    const auto& values = filter.values;
    return std::find(values.begin(), values.end(), registry::trimmed(value)) != values.end();
}

Source parse_source(std::string_view text) {
    constexpr std::string_view kMark = "|layername=";
    const auto mark = text.find(kMark);
    if (mark == std::string_view::npos)
        return {.file = std::string(text), .layer = {}};
    return {.file = std::string(text.substr(0, mark)),
            .layer = std::string(text.substr(mark + kMark.size()))};
}

} // namespace regio::io
