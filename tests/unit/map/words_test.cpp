#include "map/words.hpp"

#include <catch2/catch.hpp>

namespace regio::map {

namespace {

constexpr Language kNl = Language::Dutch;
constexpr Language kEn = Language::English;

} // namespace

TEST_CASE("a share in the middle is told in whole percents, one near an end with a decimal") {
    CHECK(share_text(0.4249, kNl) == "42\u00a0%");
    CHECK(share_text(0.4249, kEn) == "42%");
    CHECK(share_text(0.0512, kNl) == "5,1\u00a0%");
    CHECK(share_text(0.0512, kEn) == "5.1%");
    CHECK(share_text(0.9478, kNl) == "94,8\u00a0%");
    CHECK(share_text(0.1, kNl) == "10\u00a0%");
    CHECK(share_text(0.0999, kNl) == "10\u00a0%");
    CHECK(share_text(0.9, kNl) == "90\u00a0%");
    CHECK(share_text(0.9001, kNl) == "90\u00a0%");
}

TEST_CASE("a share that is nearly nothing or nearly all is not told to be that") {
    CHECK(share_text(0.0004, kNl) == "<\u00a00,1\u00a0%");
    CHECK(share_text(0.0004, kEn) == "<\u00a00.1%");
    CHECK(share_text(1e-12, kNl) == "<\u00a00,1\u00a0%");
    CHECK(share_text(0.9996, kNl) == ">\u00a099,9\u00a0%");
    CHECK(share_text(0.9996, kEn) == ">\u00a099.9%");
    CHECK(share_text(1 - 1e-12, kNl) == ">\u00a099,9\u00a0%");
    CHECK(share_text(0.0006, kNl) == "0,1\u00a0%");
    CHECK(share_text(0.9994, kNl) == "99,9\u00a0%");
}

TEST_CASE("nothing and all are told as such") {
    CHECK(share_text(0, kNl) == "0\u00a0%");
    CHECK(share_text(1, kNl) == "100\u00a0%");
    CHECK(share_text(1, kEn) == "100%");
}

} // namespace regio::map
