#include "base/ascii.hpp"

namespace regio {

std::string in_lower_case(std::string text) {
    for (char& c : text)
        if ('A' <= c && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

} // namespace regio
