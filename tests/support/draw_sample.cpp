// Draws the sample scene as sample.png (150 dots per inch), sample.pdf and sample.svg in a folder:
//
//   draw_sample FOLDER

#include "scene/render.hpp"
#include "tests/support/sample_scene.hpp"

#include <fstream>
#include <iostream>
#include <string>

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
                            write("sample.svg", to_svg(scene, fonts, facts));
    return is_written ? 0 : 1;
}
