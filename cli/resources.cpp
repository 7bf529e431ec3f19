#include "cli/resources.hpp"

#include <cstdlib>
#include <system_error>

namespace regio::cli {

std::filesystem::path resource(const std::filesystem::path& name) {
    if (const char* folder = std::getenv("REGIO_DATA"); folder != nullptr && *folder != '\0')
        return std::filesystem::path(folder) / name;
    std::error_code fault;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", fault);
    return program.parent_path().parent_path() / "share" / "regio" / name;
}

} // namespace regio::cli
