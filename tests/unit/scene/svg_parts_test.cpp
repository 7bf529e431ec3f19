// The small parts of an SVG file: names, texts and bytes as XML can hold them.

#include "scene/base64.hpp"
#include "scene/printable.hpp"
#include "scene/xml_ids.hpp"

#include <catch2/catch.hpp>

namespace regio::scene {

TEST_CASE("an id keeps what XML allows") {
    XmlIds ids;
    CHECK(ids.unique("area-1.b_C") == "area-1.b_C");
    CHECK(ids.unique("a b<c>") == "a-b-c-");
    CHECK(ids.unique("Zoë") == "Zo-");
    CHECK(ids.unique("11001") == "_11001");
    CHECK(ids.unique("-x") == "_-x");
    CHECK(ids.unique("") == "_");
}

TEST_CASE("an id is there once") {
    XmlIds ids;
    CHECK(ids.unique("a") == "a");
    CHECK(ids.unique("a") == "a-2");
    CHECK(ids.unique("a-2") == "a-2-2");
    CHECK(ids.unique("a") == "a-3");
}

TEST_CASE("text that can be printed stays as it is") {
    CHECK(printable("Çà-et-là — 東京 🙂") == "Çà-et-là — 東京 🙂");
    CHECK(printable("").empty());
}

TEST_CASE("control characters and what XML forbids are replaced, one each") {
    CHECK(printable("a\nb\tc") == "a\uFFFDb\uFFFDc");
    CHECK(printable(std::string("\0", 1)) == "\uFFFD");
    CHECK(printable("\x7f\u0085\uFFFE\uFFFF") == "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("bytes that are no UTF-8 are replaced, one each") {
    CHECK(printable("a\xff\xc3") == "a\uFFFD\uFFFD");
    CHECK(printable("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("base64 is that of RFC 4648") {
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xff\xfe\xfb") == "//77");
}

} // namespace regio::scene
