#pragma once

#include "base/language.hpp"
#include "scene/book.hpp"

#include <span>
#include <string>
#include <vector>

namespace regio::scene {

/// A page with the links that it gets.
struct LinkedPage {
    double height_mm = 0;
    std::vector<PageLink> links;
};

/// A PDF with links between its pages and its language, packed: objects lie in streams. Its dates
/// and everything else stay. The same bytes in give the same bytes out.
/// Preconditions: it is a PDF with so many pages; links lead to one of them.
[[nodiscard]] std::string with_links(const std::string& pdf, std::span<const LinkedPage> pages,
                                     Language language);

} // namespace regio::scene
