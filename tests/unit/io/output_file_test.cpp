#include "base/error.hpp"
#include "io/output_file.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace regio::io {

namespace {

using test::Scratch;

void write_whole(const std::string& file, Overwrite overwrite, std::string_view bytes) {
    OutputFile output(file, overwrite);
    output.write(bytes);
    output.finish();
}

} // namespace

TEST_CASE("a file appears when it is finished, not before") {
    const Scratch scratch;
    OutputFile output(scratch.path("new"), Overwrite::No);
    output.write(std::string(1 << 20, 'x'));
    CHECK(scratch.count() == 0);
    output.finish();
    CHECK(scratch.read("new").size() == 1 << 20);
    CHECK(scratch.count() == 1);
}

TEST_CASE("a file that is given up leaves nothing, and the old one whole") {
    const Scratch scratch;
    scratch.write("old", "before");
    {
        OutputFile output(scratch.path("old"), Overwrite::Yes);
        output.write(std::string(1 << 20, 'x'));
    }
    CHECK(scratch.read("old") == "before");
    CHECK(scratch.count() == 1);
}

TEST_CASE("an existing file is replaced only when that is asked for, and keeps its mode") {
    const Scratch scratch;
    scratch.write("old", "before");
    ::chmod(scratch.path("old").c_str(), 0640);
    CHECK_THROWS_AS(OutputFile(scratch.path("old"), Overwrite::No), InputError);
    write_whole(scratch.path("old"), Overwrite::Yes, "after");
    CHECK(scratch.read("old") == "after");
    CHECK(scratch.count() == 1);
    struct stat status {};
    REQUIRE(::stat(scratch.path("old").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("a file that somebody else made meanwhile is not replaced") {
    const Scratch scratch;
    OutputFile output(scratch.path("race"), Overwrite::No);
    output.write("ours");
    scratch.write("race", "theirs");
    CHECK_THROWS_AS(output.finish(), InputError);
    CHECK(scratch.read("race") == "theirs");
}

TEST_CASE("a file that is settled has no name yet, and met what keeps it from the disk") {
    const Scratch scratch;
    OutputFile output(scratch.path("new"), Overwrite::No);
    output.write("x");
    output.settle();
    CHECK(scratch.count() == 0);
    output.finish();
    CHECK(scratch.read("new") == "x");
    OutputFile full("/dev/full", Overwrite::No);
    full.write("x");
    CHECK_THROWS_AS(full.settle(), InputError);
}

TEST_CASE("a link is followed, not replaced") {
    const Scratch scratch;
    scratch.write("target", "before");
    REQUIRE(::symlink("target", scratch.path("link").c_str()) == 0);
    write_whole(scratch.path("link"), Overwrite::Yes, "after");
    CHECK(scratch.read("target") == "after");
    CHECK(::readlink(scratch.path("link").c_str(), std::string(99, ' ').data(), 99) == 6);
}

TEST_CASE("folders, missing folders and full devices are told apart") {
    const Scratch scratch;
    CHECK_THROWS_WITH(OutputFile(scratch.path("."), Overwrite::Yes),
                      Catch::Contains("is a folder"));
    CHECK_THROWS_WITH(OutputFile(scratch.path("none/file"), Overwrite::No),
                      Catch::Contains("No such file or directory"));
    CHECK_THROWS_WITH(write_whole("/dev/full", Overwrite::No, "x"),
                      Catch::Contains("No space left on device"));
    CHECK_NOTHROW(write_whole("/dev/null", Overwrite::No, "x"));
}

} // namespace regio::io
