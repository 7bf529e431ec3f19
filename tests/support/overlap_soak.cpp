// Holds overlaps of random layers to their laws for as long as one likes.
// Usage: regio_overlap_soak FIRST_SEED SECONDS [areas]. With "areas" only the law of the error
// bound, against exact areas: many more layers in the same time. Exit code 1 where a law is broken:
// the seed and the layers are printed. 2 when the arguments are none of these.

#include "tests/support/overlap_laws.hpp"
#include "tests/support/random_overlaps.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace {

using Clock = std::chrono::steady_clock;

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number ? std::optional(value) : std::nullopt;
}

enum class Laws : std::uint8_t { All, ExactAreas };

/// Whether the laws hold for the layers of a seed; prints the one that does not.
bool hold(std::uint32_t seed, Laws laws) {
    const auto [a, b] = regio::test::random_overlaps(seed);
    std::string broken;
    if (laws == Laws::All)
        broken = regio::test::broken_law(a, b, seed);
    if (broken.empty())
        broken = regio::test::breach_of_error_bound(a, b);
    if (!broken.empty())
        fmt::print("seed {}: {}\n{}{}", seed, broken, to_text(a), to_text(b));
    return broken.empty();
}

/// Goes through seeds until the time is over or a law is broken.
bool soak(std::uint32_t first, std::chrono::seconds time, Laws laws) {
    const auto end = Clock::now() + time;
    std::uint32_t seed = first;
    for (; Clock::now() < end; ++seed)
        if (!hold(seed, laws))
            return false;
    fmt::print("{} pairs of layers from seed {} on hold {}\n", seed - first, first,
               laws == Laws::All ? "the laws of overlaps" : "against exact areas");
    return true;
}

} // namespace

int main(int argc, char** argv) {
    const bool is_for_areas = argc == 4 && std::string_view(argv[3]) == "areas";
    const bool is_right_use = argc == 3 || is_for_areas;
    const auto first = is_right_use ? number(argv[1]) : std::nullopt;
    const auto seconds = is_right_use ? number(argv[2]) : std::nullopt;
    if (!first || !seconds) {
        fmt::print(stderr, "Usage: regio_overlap_soak FIRST_SEED SECONDS [areas]\n");
        return 2;
    }
    const Laws laws = is_for_areas ? Laws::ExactAreas : Laws::All;
    return soak(*first, std::chrono::seconds(*seconds), laws) ? 0 : 1;
}
