// Draws the sample scene as sample.png (150 dots per inch), sample.pdf and sample.svg in a folder,
// and a book of it, book.pdf: two pages, the first with a link to the second, and a bookmark below
// a bookmark:
//
//   draw_sample FOLDER

#include "scene/book.hpp"
#include "scene/render.hpp"
#include "tests/support/sample_scene.hpp"

#include <fstream>
#include <iostream>
#include <string>

namespace {

std::string book_of(const regio::scene::Scene& scene, const regio::scene::Fonts& fonts) {
    using namespace regio::scene;
    Book book(fonts, {.title = "Politiezones & <regio's>",
                      .maker = "regio test",
                      .seconds_of_epoch = 1735689600});
    book.add({scene, "i", {{{10, 20, 50, 30}, 1}}});
    book.add({scene, "", {}});
    const auto part = book.add_bookmark(BookmarkId::Root, "Politiezones", 0);
    book.add_bookmark(part, "Çà-et-là", 1);
    return book.finish();
}

} // namespace

int main(int count, char** arguments) {
    using namespace regio;
    if (count != 2) {
        std::cerr << "usage: draw_sample FOLDER\n";
        return 2;
    }
    const scene::Fonts fonts = test::house_fonts();
    const scene::Scene scene = test::sample_scene();
    const scene::DocumentFacts facts{
        .maker = "regio test", .seconds_of_epoch = 1735689600, .bookmark = "Politiezones"};
    const auto write = [&](const std::string& name, const std::string& bytes) {
        std::ofstream out(std::string(arguments[1]) + "/" + name, std::ios::binary);
        out << bytes;
        return !out.flush().fail();
    };
    const bool is_written = write("sample.png", to_png(scene, fonts, 150)) &&
                            write("sample.pdf", to_pdf(scene, fonts, facts)) &&
                            write("sample.svg", to_svg(scene, fonts, facts)) &&
                            write("book.pdf", book_of(scene, fonts));
    return is_written ? 0 : 1;
}
