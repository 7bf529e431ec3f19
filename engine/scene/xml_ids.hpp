#pragma once

#include <set>
#include <string>
#include <string_view>

namespace regio::scene {

/// Makes names that XML allows as ids, each once in a file: ASCII letters, digits, '_', '-' and '.'
/// stay, any other character becomes '-'; '_' is put before a name that does not begin with a
/// letter or '_'; a name that is taken gets "-2", "-3", … behind it.
class XmlIds {
public:
    [[nodiscard]] std::string unique(std::string_view wished);

private:
    std::set<std::string> taken_;
};

} // namespace regio::scene
