#include "base/error.hpp"
#include "generator/boundary_file.hpp"
#include "generator/schematic.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <span>

namespace {

constexpr const char* kUsage = "usage: regio_schematic TABLES OUTPUT\n"
                               "TABLES is the folder with the tables and border points "
                               "(shapes/flanders), OUTPUT the one for the two files.\n";

void make(const std::string& tables, const std::string& output) {
    using namespace regio::schematic;
    const World world = read_world(tables);
    const auto of_2019 = make_schematic(world);
    write_boundaries(of_2019, output + "/boundaries_2019.geojson");
    write_boundaries(dissolve(of_2019, world), output + "/boundaries_2025.geojson");
}

} // namespace

int main(int argc, char** argv) try {
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 3) {
        fmt::print(stderr, "{}", kUsage);
        return 2;
    }
    make(arguments[1], arguments[2]);
    return 0;
} catch (const regio::Error& error) {
    fmt::print(stderr, "regio_schematic: {}\n", error.what());
    if (!error.hint().empty())
        fmt::print(stderr, "  {}\n", error.hint());
    return 1;
} catch (const std::exception& error) {
    fmt::print(stderr, "regio_schematic: {}\n", error.what());
    return 1;
}
