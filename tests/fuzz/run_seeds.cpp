// Runs the fuzz target over files of hexadecimal digits, in which blanks do not count and '#'
// begins a comment. Exit code 0 when no law is broken, 2 for a file that cannot be read.

#include "tests/fuzz/fuzz_target.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace {

std::string digits_of(const std::string& file) {
    std::string digits;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        for (const char c : line.substr(0, line.find('#')))
            if (std::isspace(static_cast<unsigned char>(c)) == 0)
                digits += c;
    return digits;
}

/// Nothing when it is no pairs of digits, or none at all.
std::optional<std::vector<std::uint8_t>> read_seed(const std::string& file) {
    const std::string digits = digits_of(file);
    std::vector<std::uint8_t> bytes(digits.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char* const pair = digits.data() + 2 * i;
        if (std::from_chars(pair, pair + 2, bytes[i], 16).ptr != pair + 2)
            return std::nullopt;
    }
    return digits.empty() || digits.size() % 2 == 1 ? std::nullopt : std::optional(bytes);
}

} // namespace

int main(int argc, char** argv) {
    for (const std::string file : std::span(argv + 1, argv + argc)) {
        const auto bytes = read_seed(file);
        if (!bytes) {
            fmt::print(stderr, "{}: no pairs of hexadecimal digits\n", file);
            return 2;
        }
        fmt::print(stderr, "{}\n", file);
        LLVMFuzzerTestOneInput(bytes->data(), bytes->size());
    }
    return argc > 1 ? 0 : 2;
}
