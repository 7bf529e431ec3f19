// What a PDF file shows is held against other programs by support/check_drawings.sh.

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

} // namespace regio::scene
