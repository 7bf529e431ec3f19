// The layers of the engine, as the include lines have them.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace regio {

namespace {

namespace fs = std::filesystem;

/// What each layer may use directly or through others; the arrows of engine/ARCHITECTURE.md.
const std::map<std::string, std::set<std::string>> kMayUse = {
    {"base", {"base"}},
    {"kernel", {"kernel", "base"}},
    {"layer", {"layer", "kernel", "base"}},
    {"topology", {"topology", "layer", "kernel", "base"}},
    {"arrangement", {"arrangement", "topology", "layer", "kernel", "base"}},
    {"coverage", {"coverage", "arrangement", "topology", "layer", "kernel", "base"}},
    {"registry", {"registry", "base"}},
    {"nesting",
     {"nesting", "registry", "coverage", "arrangement", "topology", "layer", "kernel", "base"}},
    {"validation",
     {"validation", "nesting", "registry", "coverage", "arrangement", "topology", "layer", "kernel",
      "base"}},
    {"report",
     {"report", "validation", "nesting", "registry", "coverage", "arrangement", "topology", "layer",
      "kernel", "base"}},
    {"scene", {"scene", "base"}},
    {"map", {"map", "scene", "coverage", "arrangement", "topology", "layer", "kernel", "base"}},
    {"io", {"io", "registry", "layer", "kernel", "base"}},
    {"project",
     {"project", "map", "scene", "io", "validation", "nesting", "registry", "coverage",
      "arrangement", "topology", "layer", "kernel", "base"}},
};

/// The layers that may include a third party's headers, by the first part of the header's path.
const std::map<std::string, std::set<std::string>> kThirdParties = {
    {"gdal.h", {"io"}},
    {"ogr_api.h", {"io"}},
    {"ogr_core.h", {"io"}},
    {"ogr_srs_api.h", {"io"}},
    {"cpl_conv.h", {"io"}},
    {"cpl_error.h", {"io"}},
    {"cpl_vsi.h", {"io"}},
    {"proj.h", {"io"}},
    {"proj_experimental.h", {"io"}},
    {"boost", {"kernel"}},
    {"tbb",
     {"arrangement", "base", "coverage", "io", "layer", "project", "topology", "validation"}},
    {"CLI", {"cli"}},
    {"toml++", {"base", "project"}},
    {"nlohmann", {"report", "map"}},
    {"geos_c.h", {"map"}},
    {"cairo", {"scene"}},
    {"cairo.h", {"scene"}},
    {"cairo-ft.h", {"scene"}},
    {"cairo-pdf.h", {"scene"}},
    {"hb.h", {"scene"}},
    {"hb-ot.h", {"scene"}},
    {"hb-subset.h", {"scene"}},
    {"ft2build.h", {"scene"}},
    {"png.h", {"scene"}},
    {"qpdf", {"scene"}},
    {"pugixml.hpp", {"scene", "io", "map"}},
};

struct Include {
    fs::path file;
    std::string target;
    bool is_quoted = false;
};

std::vector<Include> includes_of(const fs::path& file) {
    std::vector<Include> includes;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("#include "))
            continue;
        const auto end = line.find_first_of("\">", 10);
        includes.push_back({file, line.substr(10, end - 10), line[9] == '"'});
    }
    return includes;
}

std::vector<fs::path> sources_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (const auto name = entry.path().filename().string();
            name.find(".cpp") != std::string::npos || name.ends_with(".hpp"))
            files.push_back(entry.path());
    return files;
}

const fs::path kEngine = REGIO_SOURCE_DIR "/engine";

std::set<std::string> rooms() {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(kEngine))
        if (entry.is_directory())
            names.insert(entry.path().filename().string());
    return names;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("layers include only what lies below them") {
    std::size_t checked = 0;
    for (const auto& [layer, allowed] : kMayUse)
        for (const auto& file : sources_in(kEngine / layer))
            for (const auto& include : includes_of(file)) {
                if (!include.is_quoted)
                    continue;
                const std::string used = include.target.substr(0, include.target.find('/'));
                INFO(file.string() << " includes " << include.target);
                CHECK(allowed.contains(used));
                ++checked;
            }
    CHECK(checked > 100);
}

TEST_CASE("every room of the engine has its place among the layers") {
    std::set<std::string> known;
    for (const auto& [layer, allowed] : kMayUse)
        known.insert(layer);
    CHECK(rooms() == known);
}

TEST_CASE("each third party has its address") {
    std::vector<fs::path> files = sources_in(kEngine);
    for (const auto& file : sources_in(REGIO_SOURCE_DIR "/cli"))
        files.push_back(file);
    for (const auto& file : files)
        for (const auto& include : includes_of(file)) {
            const auto party =
                kThirdParties.find(include.target.substr(0, include.target.find('/')));
            if (party == kThirdParties.end())
                continue;
            const bool in_cli = file.string().find("/cli/") != std::string::npos;
            const std::string room = in_cli ? "cli" : file.parent_path().filename().string();
            INFO(file.string() << " includes " << include.target);
            CHECK(party->second.contains(room));
        }
}

TEST_CASE("ARCHITECTURE.md describes every room of the tree") {
    const std::string text = text_of(kEngine / "ARCHITECTURE.md");
    REQUIRE_FALSE(text.empty());
    for (const auto& room : rooms())
        CHECK(text.find("`" + room + "/`") != std::string::npos);
    for (const auto& entry : fs::directory_iterator(REGIO_SOURCE_DIR)) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_directory() || name.front() == '.' || name == "build" || name == "out")
            continue;
        INFO(name);
        CHECK(text.find("`" + name + "/`") != std::string::npos);
    }
}

} // namespace regio
