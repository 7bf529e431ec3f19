#include "io/source.hpp"

namespace regio::io {

Source parse_source(std::string_view text) {
    constexpr std::string_view kMark = "|layername=";
    const auto mark = text.find(kMark);
    if (mark == std::string_view::npos)
        return {.file = std::string(text), .layer = {}};
    return {.file = std::string(text.substr(0, mark)),
            .layer = std::string(text.substr(mark + kMark.size()))};
}

} // namespace regio::io
