#pragma once

#include "base/language.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace regio::report {

/// A text with its values; which text it is, is known only when the language is.
template <typename... Values>
[[nodiscard]] std::string filled(std::string_view text, const Values&... values) {
    return fmt::format(fmt::runtime(text), values...);
}

/// Texts in one language.
class Wording {
public:
    explicit Wording(Language language) : language_(language) {}

    [[nodiscard]] Language language() const noexcept { return language_; }

    /// One of two texts.
    [[nodiscard]] std::string_view say(std::string_view dutch, std::string_view english) const {
        return in(language_, dutch, english);
    }

private:
    Language language_;
};

} // namespace regio::report
