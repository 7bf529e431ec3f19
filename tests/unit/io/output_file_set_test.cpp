#include "base/error.hpp"
#include "io/output_file_set.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

namespace regio::io {

namespace {

using test::Scratch;

const std::vector<std::string> kNames = {"a", "b", "c"};

std::vector<std::string> paths(const Scratch& scratch) {
    std::vector<std::string> all;
    for (const auto& name : kNames)
        all.push_back(scratch.path(name));
    return all;
}

void write_each(OutputFileSet& set, const std::string& bytes) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        set[i].write(bytes + kNames[i]);
}

} // namespace

TEST_CASE("files of a set appear together, when they are finished") {
    const Scratch scratch;
    OutputFileSet set(paths(scratch), {}, Overwrite::No);
    write_each(set, "new ");
    CHECK(scratch.count() == 0);
    set.finish();
    for (const auto& name : kNames)
        CHECK(scratch.read(name) == "new " + name);
    CHECK(scratch.count() == 3);
}

TEST_CASE("a set replaces what is there when that is asked for, and what is obsolete goes") {
    const Scratch scratch;
    for (const std::string name : {"a", "c", "index"})
        scratch.write(name, "old");
    CHECK_THROWS_AS(OutputFileSet(paths(scratch), {}, Overwrite::No), InputError);
    OutputFileSet set(paths(scratch), {scratch.path("index"), scratch.path("none")},
                      Overwrite::Yes);
    write_each(set, "new ");
    CHECK(scratch.read("index") == "old");
    set.finish();
    for (const auto& name : kNames)
        CHECK(scratch.read(name) == "new " + name);
    CHECK(scratch.count() == 3);
}

TEST_CASE("when one file of a set cannot get its name, what was there is there again") {
    const Scratch scratch;
    for (const std::string name : {"a", "index"})
        scratch.write(name, "old");
    {
        OutputFileSet set(paths(scratch), {scratch.path("index")}, Overwrite::Yes);
        write_each(set, "new ");
        REQUIRE(::mkdir(scratch.path("c").c_str(), 0777) == 0);
        CHECK_THROWS_AS(set.finish(), InputError);
    }
    CHECK(scratch.read("a") == "old");
    CHECK(scratch.read("index") == "old");
    CHECK(scratch.count() == 3); // With the folder c, without b.
}

TEST_CASE("a file that somebody else made meanwhile stays, and none of the set appears") {
    const Scratch scratch;
    OutputFileSet set(paths(scratch), {}, Overwrite::No);
    write_each(set, "new ");
    scratch.write("c", "theirs");
    CHECK_THROWS_AS(set.finish(), InputError);
    CHECK(scratch.read("c") == "theirs");
    CHECK(scratch.count() == 1);
}

TEST_CASE("an obsolete file that may not be overwritten is refused before any work") {
    const Scratch scratch;
    scratch.write("index", "old");
    CHECK_THROWS_AS(OutputFileSet(paths(scratch), {scratch.path("index")}, Overwrite::No),
                    InputError);
    CHECK(scratch.count() == 1);
}

} // namespace regio::io
