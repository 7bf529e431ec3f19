#include "cli/app.hpp"

int main(int argc, char** argv) {
    return regio::cli::run(argc, argv);
}
