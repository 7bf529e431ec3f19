#include "io/layer_format.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <string_view>

namespace regio::io {

namespace {

struct NamedFormat {
    std::string_view name;
    LayerFormat format;
};

constexpr auto kFormats = std::to_array<NamedFormat>({{"gpkg", LayerFormat::GeoPackage},
                                                      {"geojson", LayerFormat::GeoJson},
                                                      {"fgb", LayerFormat::FlatGeobuf},
                                                      {"shp", LayerFormat::Shapefile}});
constexpr std::string_view kOtherEndingOfGeoJson = "json";

/// The .shp comes last: programs open that one, and find the others in place.
constexpr auto kShapefileEndings =
    std::to_array<std::string_view>({".dbf", ".shx", ".prj", ".cpg"});

constexpr auto kObsoleteEndings =
    std::to_array<std::string_view>({".qix", ".sbn", ".sbx", ".fbn", ".fbx", ".ain", ".aih", ".atx",
                                     ".ixs", ".mxs", ".idm", ".ind", ".qpj", ".cst"});

/// Of "a/b.SHP" without its point, in small letters: "shp".
std::string ending_of(const std::string& file) {
    const std::string ending = std::filesystem::path(file).extension().string();
    return ending.empty() ? ending : in_lower_case(ending.substr(1));
}

std::string names_of_formats() {
    std::vector<std::string_view> names;
    for (const auto& format : kFormats)
        names.push_back(format.name);
    return fmt::format("there are: {}", fmt::join(names, ", "));
}

LayerFormat format_called(const std::string& name, const std::string& file) {
    const std::string wanted = in_lower_case(name.empty() ? ending_of(file) : name);
    const auto named = std::find_if(kFormats.begin(), kFormats.end(),
                                    [&](const NamedFormat& f) { return f.name == wanted; });
    if (named != kFormats.end())
        return named->format;
    if (name.empty() && wanted == kOtherEndingOfGeoJson)
        return LayerFormat::GeoJson;
    if (!name.empty())
        throw UsageError(fmt::format("--output-format {}: there is no such format", name),
                         names_of_formats());
    throw UsageError(fmt::format("{}: no format has that ending", file),
                     names_of_formats() + "; choose with -f");
}

void refuse_place_for_shapefile(const std::string& file) {
    if (file == "-")
        throw UsageError("standard output: a Shapefile is several files and cannot go there",
                         "name a file, or choose another format with -f");
    if (ending_of(file) != "shp")
        throw UsageError(fmt::format("{}: is no name for a Shapefile", file),
                         "let it end in .shp: programs look for that, and for .dbf and .shx beside "
                         "it");
}

std::string in_capitals(std::string ending) {
    for (auto& letter : ending)
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - 'a' + 'A');
    return ending;
}

std::vector<std::string> beside(const std::string& file,
                                std::span<const std::string_view> endings) {
    const std::filesystem::path path(file);
    const bool is_in_capitals = path.extension() == ".SHP";
    std::vector<std::string> files;
    for (const auto ending : endings) {
        const std::string own(ending);
        files.push_back(std::filesystem::path(path)
                            .replace_extension(is_in_capitals ? in_capitals(own) : own)
                            .string());
    }
    return files;
}

} // namespace

LayerFormat layer_format(const std::string& format, const std::string& file) {
    const LayerFormat wanted = format_called(format, file);
    if (wanted == LayerFormat::Shapefile)
        refuse_place_for_shapefile(file);
    return wanted;
}

bool holds_several_layers(LayerFormat format) {
    return format == LayerFormat::GeoPackage;
}

std::vector<std::string> output_files(LayerFormat format, const std::string& file) {
    std::vector<std::string> files;
    if (format == LayerFormat::Shapefile)
        files = beside(file, kShapefileEndings);
    files.push_back(file);
    return files;
}

std::vector<std::string> obsolete_files(LayerFormat format, const std::string& file) {
    return format == LayerFormat::Shapefile ? beside(file, kObsoleteEndings)
                                            : std::vector<std::string>{};
}

void refuse_target(LayerFormat format, const std::string& file, Overwrite overwrite) {
    refuse_target(file, overwrite);
    for (const auto& own : output_files(format, file))
        refuse_target(own, overwrite);
    for (const auto& own : obsolete_files(format, file))
        refuse_target(own, overwrite);
}

} // namespace regio::io
