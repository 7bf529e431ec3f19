#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace regio::test {

Scratch::Scratch()
    : folder_((std::filesystem::temp_directory_path() / "regio-test-XXXXXX").string()) {
    REQUIRE(::mkdtemp(folder_.data()) != nullptr);
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Scratch::path(std::string_view name) const {
    return folder_ + "/" + std::string(name);
}

void Scratch::write(std::string_view name, std::string_view bytes) const {
    std::ofstream out(path(name), std::ios::binary);
    out << bytes;
    REQUIRE(out.flush());
}

std::string Scratch::read(std::string_view name) const {
    std::ifstream in(path(name), std::ios::binary);
    REQUIRE(in);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::size_t Scratch::count() const {
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder_))
        ++files;
    return files;
}

} // namespace regio::test
