// What a PDF file shows is held against other programs by support/check_drawings.sh.

#include "scene/book.hpp"
#include "scene/render.hpp"
#include "tests/support/sample_scene.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <thread>

namespace regio::scene {

namespace {

using test::house_fonts;

const DocumentFacts kFacts{
    .maker = "regio test", .seconds_of_epoch = 1735689600, .bookmark = "Blad"};

/// Two pages that lead to each other.
std::string small_book(std::size_t target = 1) {
    const Fonts fonts = house_fonts();
    Book book(fonts, {.title = "Boek", .maker = "regio test", .seconds_of_epoch = 1735689600});
    book.add({test::sample_scene(), "i", {{{10, 10, 50, 20}, target}}});
    book.add({test::sample_scene(), "", {{{10, 10, 50, 20}, 0}}});
    const auto part = book.add_bookmark(BookmarkId::Root, "Deel", 0);
    book.add_bookmark(part, "Blad", 1);
    return book.finish();
}

} // namespace

TEST_CASE("a PDF begins and ends as one") {
    const std::string pdf = to_pdf(test::sample_scene(), house_fonts(), kFacts);
    CHECK(pdf.starts_with("%PDF-1.5"));
    CHECK(pdf.ends_with("%%EOF\n"));
}

TEST_CASE("the same scene gives the same PDF, in several threads as well") {
    const Scene scene = test::sample_scene();
    const Fonts fonts = house_fonts();
    const std::string once = to_pdf(scene, house_fonts(), kFacts);
    std::array<std::string, 4> files;
    std::vector<std::thread> threads;
    for (auto& file : files)
        threads.emplace_back([&] { file = to_pdf(scene, fonts, kFacts); });
    for (auto& thread : threads)
        thread.join();
    for (const auto& file : files)
        CHECK((file == once));
}

TEST_CASE("a PDF of nothing, and of odd texts, is a PDF") {
    const Scene odd{.title = "a\nb",
                    .groups = {{.items = {Path{}, Text{.content = "東\n\xff"}, Text{}}}}};
    CHECK(to_pdf({}, house_fonts(), {}).starts_with("%PDF-"));
    CHECK(to_pdf(odd, house_fonts(), {.bookmark = "\xff"}).starts_with("%PDF-"));
}

TEST_CASE("a book begins and ends as a PDF, and the same calls give the same") {
    const std::string book = small_book();
    CHECK(book.starts_with("%PDF-1.5"));
    CHECK(book.ends_with("%%EOF\n"));
    CHECK((small_book() == book));
    CHECK((small_book(0) != book));
}

TEST_CASE("a book shares what its pages have in common") {
    const std::string page = to_pdf(test::sample_scene(), house_fonts(), kFacts);
    CHECK(small_book().size() < 2 * page.size());
}

} // namespace regio::scene
