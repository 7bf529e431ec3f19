#pragma once

#include "base/language.hpp"

namespace regio::scene {

/// The language as files name it (BCP 47).
[[nodiscard]] constexpr const char* language_tag(Language language) {
    return language == Language::Dutch ? "nl" : "en";
}

} // namespace regio::scene
