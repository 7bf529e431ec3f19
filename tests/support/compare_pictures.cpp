// Prints by how many percent of their pixels two PNG files differ, antialiasing apart:
//
//   compare_pictures ONE.png OTHER.png [MOST]
//
// Exit code 0, or 1 when the share is above MOST percent; 2 for files that cannot be read.

#include "tests/support/picture.hpp"

#include <cstdlib>
#include <exception>
#include <iostream>

int main(int count, char** arguments) {
    if (count != 3 && count != 4) {
        std::cerr << "usage: compare_pictures ONE.png OTHER.png [MOST]\n";
        return 2;
    }
    try {
        const double percent =
            100 * regio::test::share_of_difference(regio::test::read_png_file(arguments[1]),
                                                   regio::test::read_png_file(arguments[2]));
        std::cout << percent << '\n';
        return count == 4 && percent > std::strtod(arguments[3], nullptr) ? 1 : 0;
    } catch (const std::exception& error) {
        std::cerr << "compare_pictures: " << error.what() << '\n';
        return 2;
    }
}
