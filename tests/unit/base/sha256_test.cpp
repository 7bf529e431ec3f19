#include "base/sha256.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace regio {

TEST_CASE("SHA-256 gives what the examples of NIST give") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the sum of bytes around the length of a block is right") {
    // Sums of coreutils' sha256sum.
    CHECK(sha256(std::string(55, 'y')) ==
          "fb66d40c3bfff05b0d5af8612d0abfbfacc6f5f26c330bc7ad634f1f44bc20ad");
    CHECK(sha256(std::string(56, 'y')) ==
          "4877e564e5e36e367c7c8d59670774becd3350610b6df4c399c9fa9b66da5813");
    CHECK(sha256(std::string(64, 'x')) ==
          "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c");
    CHECK(sha256(std::string(119, 'z')) ==
          "de05957e72aca438f9b0c770cb2ee7fa0e58e08eb54536478db136d54c097abb");
    CHECK(sha256(std::string(120, 'z')) ==
          "46a063da7dc0c878899dfc50adf2558256652c05dd1afc0b1341f7608c7a4776");
}

TEST_CASE("bytes that come in pieces have the sum of the whole") {
    const std::string bytes(200, 'q');
    for (std::size_t size = 1; size < 130; ++size) {
        Sha256 sum;
        for (std::size_t at = 0; at < bytes.size(); at += size)
            sum.add(std::string_view(bytes).substr(at, size));
        INFO("pieces of " << size);
        CHECK(sum.finish() == sha256(bytes));
    }
}

} // namespace regio
