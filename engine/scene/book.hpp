#pragma once

#include "base/language.hpp"
#include "scene/fonts.hpp"
#include "scene/paper.hpp"
#include "scene/scene.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace regio::scene {

class PdfSurface;
struct LinkedPage;

/// A place on a page that leads to another page.
struct PageLink {
    PaperBox box;
    std::size_t page = 0; ///< Counted from 0.

    friend bool operator==(const PageLink&, const PageLink&) = default;
};

/// A page of a book.
struct BookPage {
    Scene scene;
    std::string label; ///< What a reader calls it: "12"; empty: its place.
    std::vector<PageLink> links;
};

/// What is written into a book besides its pages.
struct BookFacts {
    std::string title;
    std::string maker;                 ///< The program, as in "regio 0.1.0".
    std::int64_t seconds_of_epoch = 0; ///< Its date, since 1970-01-01 UTC.
    Language language = Language::Dutch;
};

/// A bookmark of a book, by which those below it call it.
enum class BookmarkId : int { Root = 0 };

/// One PDF file with many pages: vector, text that can be searched, each font embedded once as far
/// as it is used; nested bookmarks, page labels, links between pages, language.
///
/// Cairo draws the pages. Its own links damage the file (a destination that is no object, Cairo
/// 1.16), and it knows no language: qpdf puts both in afterwards, and packs the file.
///
/// Law: the same calls give the same bytes.
class Book {
public:
    /// Precondition: the fonts outlive the book.
    Book(const Fonts& fonts, BookFacts facts);
    ~Book();
    Book(const Book&) = delete; // pages are written as they come
    Book& operator=(const Book&) = delete;

    /// Adds the next page; what a scene holds may go afterwards.
    void add(const BookPage& page);

    /// Preconditions: there is a page; this one, counted from 0, is there when the book ends.
    BookmarkId add_bookmark(BookmarkId parent, const std::string& name, std::size_t page);

    [[nodiscard]] std::size_t size() const noexcept;

    /// The file. Preconditions: it has a page; links lead to pages that are there; called once, and
    /// last.
    [[nodiscard]] std::string finish();

private:
    const Fonts& fonts_;
    BookFacts facts_;
    std::unique_ptr<PdfSurface> surface_; ///< From the first page on.
    std::vector<LinkedPage> pages_;
};

} // namespace regio::scene
