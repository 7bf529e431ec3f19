#include "base/huge_blocks.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace regio {

namespace {

struct Free {
    void operator()(void* block) const { std::free(block); }
};
using Block = std::unique_ptr<void, Free>;

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

} // namespace

TEST_CASE("blocks of every size can be written from end to end") {
    for (const std::size_t bytes : {std::size_t{1}, 6 * kMegabyte - 1, 6 * kMegabyte,
                                    6 * kMegabyte + 1, 41 * kMegabyte + 13}) {
        const Block block(allocate_block(bytes));
        REQUIRE(block != nullptr);
        std::memset(block.get(), 0x5a, bytes);
        CHECK(static_cast<const unsigned char*>(block.get())[bytes - 1] == 0x5a);
    }
}

TEST_CASE("a large block begins with a huge page") {
    const Block block(allocate_block(16 * kMegabyte));
    CHECK(reinterpret_cast<std::uintptr_t>(block.get()) % (2 * kMegabyte) == 0);
}

} // namespace regio
