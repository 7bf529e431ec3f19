#pragma once

#include <cstdint>
#include <random>

namespace regio::test {

/// Whole numbers from `least` to `most`, the same on every machine.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    int roll(int least, int most) {
        const auto sides = static_cast<std::uint32_t>(most - least + 1);
        return least + static_cast<int>(engine_() % sides);
    }

private:
    std::mt19937 engine_;
};

} // namespace regio::test
