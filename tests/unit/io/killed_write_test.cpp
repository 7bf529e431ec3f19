// Writing that is killed on the way, at many places: the old files are there whole, or the new
// ones.

#include "io/crs.hpp"
#include "io/layer_writer.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

namespace regio::io {

namespace {

using test::Scratch;

/// Enough for several blocks of every format.
OutputLayer large_layer() {
    OutputLayer layer{.name = "vlakken",
                      .crs_wkt = Crs::parse("EPSG:31370", "vlakken").wkt(),
                      .lattice = {.units_per_metre = 1},
                      .fields = {{"code", OutputField::Type::Text}},
                      .features = {},
                      .style = {}};
    for (const std::uint32_t seed : test::seeds(150))
        for (auto& shape : test::random_coverage(seed, {.features = 2}))
            if (!shape.polygons.empty())
                layer.features.push_back({.geometry = std::move(shape.polygons),
                                          .values = {shape.code + std::string(200, 'x')}});
    return layer;
}

void write(const OutputLayer& layer, LayerFormat format, const std::string& file) {
    std::vector<Finding> findings;
    write_layer(layer, format, file, Overwrite::Yes, findings);
}

/// What the process does that is killed; an exception ends it too.
[[noreturn]] void write_and_exit(const OutputLayer& layer, LayerFormat format,
                                 const std::string& file, rlim_t bytes) noexcept {
    std::signal(SIGXFSZ, [](int) { ::kill(::getpid(), SIGKILL); });
    const rlimit limit{.rlim_cur = bytes, .rlim_max = bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    write(layer, format, file);
    std::_Exit(0);
}

/// Writes in a process of its own, which is killed by the first byte of any file behind so many.
/// Whether it was killed.
bool write_killed(const OutputLayer& layer, LayerFormat format, const std::string& file,
                  rlim_t bytes) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0)
        write_and_exit(layer, format, file, bytes);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

/// The files that a format has, as they lie in a folder.
std::vector<std::string> contents(const Scratch& scratch, LayerFormat format,
                                  const std::string& file) {
    std::vector<std::string> contents;
    for (const std::string& path : output_files(format, scratch.path(file)))
        contents.push_back(scratch.read(path.substr(path.rfind('/') + 1)));
    return contents;
}

struct Case {
    LayerFormat format;
    const char* file;
};

constexpr Case kCases[] = {{LayerFormat::GeoPackage, "uit.gpkg"},
                           {LayerFormat::GeoJson, "uit.geojson"},
                           {LayerFormat::FlatGeobuf, "uit.fgb"},
                           {LayerFormat::Shapefile, "uit.shp"}};

} // namespace

TEST_CASE("a write that is killed anywhere leaves the old files whole and nothing beside them") {
    const OutputLayer layer = large_layer();
    OutputLayer old = layer;
    old.features.resize(3);
    for (const auto& [format, file] : kCases) {
        const Scratch scratch;
        write(layer, format, scratch.path("nieuw" + std::string(file).substr(3)));
        std::size_t largest = 0;
        for (const auto& bytes : contents(scratch, format, "nieuw" + std::string(file).substr(3)))
            largest = std::max(largest, bytes.size());
        write(old, format, scratch.path(file));
        const auto before = contents(scratch, format, file);
        const auto files = scratch.count();
        for (const std::size_t part : {0U, 3U, 7U}) {
            CAPTURE(file, part, largest);
            CHECK(write_killed(layer, format, scratch.path(file), largest * part / 8));
            CHECK(contents(scratch, format, file) == before);
            CHECK(scratch.count() == files);
        }
    }
}

TEST_CASE("a write that is killed leaves no file under a name that was free") {
    const OutputLayer layer = large_layer();
    for (const auto& [format, file] : kCases) {
        const Scratch scratch;
        CAPTURE(file);
        CHECK(write_killed(layer, format, scratch.path(file), 4096));
        CHECK(scratch.count() == 0);
    }
}

} // namespace regio::io
