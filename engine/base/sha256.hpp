#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace regio {

/// The SHA-256 of bytes that come in pieces (FIPS 180-4 of NIST, 2015). To tell whether two files
/// are the same, not to keep secrets.
class Sha256 {
public:
    void add(std::string_view bytes);

    /// 64 hexadecimal digits. Precondition: called once, and last.
    [[nodiscard]] std::string finish();

private:
    static constexpr std::size_t kBlock = 64;

    void add_block(const unsigned char* block);

    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, kBlock> pending_{};
    std::size_t pending_size_ = 0;
    std::uint64_t size_ = 0; ///< Of all bytes so far.
};

/// Of bytes that are all there.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace regio
