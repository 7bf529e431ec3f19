#include "kernel/wide.hpp"

#include <algorithm>

namespace regio::kernel {

std::string to_text(Wide value) {
    std::string digits;
    const bool is_negative = value < 0;
    do {
        const auto digit = static_cast<int>(value % 10);
        digits += static_cast<char>('0' + (is_negative ? -digit : digit));
        value /= 10;
    } while (value != 0);
    if (is_negative)
        digits += '-';
    std::reverse(digits.begin(), digits.end());
    return digits;
}

} // namespace regio::kernel
