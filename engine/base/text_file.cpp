#include "base/text_file.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace regio {

namespace {

using File = std::unique_ptr<std::FILE, decltype([](std::FILE* file) { std::fclose(file); })>;

std::string all_bytes(std::FILE* file, const std::string& name) {
    std::string bytes;
    std::array<char, 1 << 16> buffer;
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file))
        bytes.append(buffer.data(), size);
    if (std::ferror(file) != 0)
        throw InputError(
            fmt::format("{}: cannot be read: {}", name, std::generic_category().message(errno)),
            "give a file that can be read from begin to end");
    return bytes;
}

} // namespace

std::string read_text_file(const std::string& file) {
    const File opened(file == "-" ? nullptr : std::fopen(file.c_str(), "rb"));
    if (file != "-" && !opened)
        throw InputError(
            fmt::format("{}: cannot be read: {}", file, std::generic_category().message(errno)),
            "check the name and the permissions");
    std::string bytes = all_bytes(opened ? opened.get() : stdin, file);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        throw InputError(fmt::format("{}: is UTF-16", file), "save it as UTF-8");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    if (bytes.find_first_not_of(" \t\r\n") == std::string::npos)
        throw InputError(fmt::format("{}: is empty", file), "was it saved, and copied whole?");
    if (bytes.find('\0') != std::string::npos)
        throw InputError(fmt::format("{}: holds NUL bytes, so it is not a text", file),
                         "give a CSV, XLSX or ODS table, or a layer that GDAL reads");
    if (is_utf8(bytes))
        return bytes;
    if (auto recoded = utf8_from_windows1252(bytes))
        return *std::move(recoded);
    throw InputError(fmt::format("{}: is neither UTF-8 nor Windows-1252", file),
                     "save it as UTF-8");
}

} // namespace regio
