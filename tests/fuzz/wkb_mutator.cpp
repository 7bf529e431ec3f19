// Changes that libFuzzer's own seldom hit on: points and coordinates of one place of a geometry
// written over those of another, and features that are there twice.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size,
                                               std::size_t most, unsigned int seed);

namespace {

/// Copies as many bytes as a point or a coordinate has to a place a multiple of that further on or
/// back, so that points stay points wherever they begin.
void copy_block(std::span<std::uint8_t> bytes, std::size_t length, std::minstd_rand& random) {
    const std::size_t blocks = bytes.size() / length;
    if (blocks < 2)
        return;
    const std::size_t offset = random() % (bytes.size() % length + 1);
    const auto from = bytes.subspan(offset + random() % blocks * length, length);
    const auto to = bytes.subspan(offset + random() % blocks * length, length);
    std::copy(from.begin(), from.end(), to.begin());
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size,
                                               std::size_t most, unsigned int seed) {
    constexpr std::size_t kCoordinate = sizeof(double);
    std::minstd_rand random(seed);
    switch (random() % 8) {
    case 0:
    case 1:
        copy_block({bytes, size}, 2 * kCoordinate, random);
        return size;
    case 2:
        copy_block({bytes, size}, kCoordinate, random);
        return size;
    case 3:
        if (2 * size > most)
            return size;
        std::copy_n(bytes, size, bytes + size);
        copy_block({bytes + size, size}, 2 * kCoordinate, random);
        return 2 * size;
    default:
        return LLVMFuzzerMutate(bytes, size, most);
    }
}
