#include "scene/book.hpp"

#include "base/contract.hpp"
#include "scene/drawable.hpp"
#include "scene/pdf_links.hpp"
#include "scene/pdf_surface.hpp"

#include <algorithm>
#include <utility>

namespace regio::scene {

Book::Book(const Fonts& fonts, BookFacts facts) : fonts_(fonts), facts_(std::move(facts)) {}

Book::~Book() = default;

std::size_t Book::size() const noexcept {
    return pages_.size();
}

void Book::add(const BookPage& page) {
    if (!surface_) {
        expect_drawable(page.scene);
        surface_ = std::make_unique<PdfSurface>(page.scene.width_mm, page.scene.height_mm);
        surface_->describe(facts_.title, facts_.maker, facts_.seconds_of_epoch);
    }
    surface_->add_page(page.scene, fonts_, page.label);
    pages_.push_back({page.scene.height_mm, page.links});
}

BookmarkId Book::add_bookmark(BookmarkId parent, const std::string& name, std::size_t page) {
    REGIO_EXPECTS(surface_ != nullptr);
    return BookmarkId{surface_->add_bookmark(static_cast<int>(parent), name, page + 1)};
}

std::string Book::finish() {
    REGIO_EXPECTS(!pages_.empty());
    for (const LinkedPage& page : pages_)
        REGIO_EXPECTS(std::ranges::all_of(
            page.links, [&](const PageLink& link) { return link.page < pages_.size(); }));
    return with_links(surface_->finish(), pages_, facts_.language);
}

} // namespace regio::scene
