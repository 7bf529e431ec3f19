#include "report/atlas_manifest.hpp"

#include <nlohmann/json.hpp>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "regio.atlas/1";

Json json(const AtlasManifest::Page& page) {
    return {{"page", page.page},
            {"list", page.list},
            {"id", page.id},
            {"name", page.name},
            {"verdict", page.verdict},
            {"file", page.file},
            {"sha256", page.sha256},
            {"dropped_labels", page.dropped_labels},
            {"dropped_facts", page.dropped_facts},
            {"missing_characters", page.missing_characters},
            {"partial_drawn_whole", page.partial_drawn_whole}};
}

Json json(const AtlasManifest::Missing& missing) {
    return {{"list", missing.list},
            {"id", missing.id},
            {"name", missing.name},
            {"reason", missing.reason}};
}

AtlasManifest::Page page_of(const Json& json) {
    const auto texts = [&](const char* key) {
        return json.at(key).get<std::vector<std::string>>();
    };
    return {.page = json.at("page").get<std::size_t>(),
            .list = json.at("list").get<std::string>(),
            .id = json.at("id").get<std::string>(),
            .name = json.at("name").get<std::string>(),
            .verdict = json.at("verdict").get<std::string>(),
            .file = json.at("file").get<std::string>(),
            .sha256 = json.at("sha256").get<std::string>(),
            .dropped_labels = texts("dropped_labels"),
            .dropped_facts = texts("dropped_facts"),
            .missing_characters = texts("missing_characters"),
            .partial_drawn_whole = texts("partial_drawn_whole")};
}

AtlasManifest::Missing missing_of(const Json& json) {
    return {.list = json.at("list").get<std::string>(),
            .id = json.at("id").get<std::string>(),
            .name = json.at("name").get<std::string>(),
            .reason = json.at("reason").get<std::string>()};
}

} // namespace

std::string to_json(const AtlasManifest& manifest) {
    Json pages = Json::array();
    for (const auto& page : manifest.pages)
        pages.push_back(json(page));
    Json missing = Json::array();
    for (const auto& partnership : manifest.missing)
        missing.push_back(json(partnership));
    const Json document = {{"schema", kSchema},
                           {"program", manifest.program},
                           {"inputs", manifest.inputs},
                           {"pages", std::move(pages)},
                           {"missing", std::move(missing)}};
    return document.dump(2) + "\n";
}

std::optional<AtlasManifest> parse_atlas_manifest(std::string_view text) {
    try {
        const Json document = Json::parse(text);
        if (document.at("schema") != kSchema)
            return std::nullopt;
        AtlasManifest manifest{.program = document.at("program").get<std::string>(),
                               .inputs = document.at("inputs").get<std::string>()};
        for (const auto& page : document.at("pages"))
            manifest.pages.push_back(page_of(page));
        for (const auto& missing : document.at("missing"))
            manifest.missing.push_back(missing_of(missing));
        return manifest;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace regio::report
