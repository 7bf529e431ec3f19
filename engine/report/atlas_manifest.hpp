#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regio::report {

/// What a folder with an atlas holds: the document "regio.atlas/1".
struct AtlasManifest {
    struct Page {
        std::size_t page = 0; ///< Counted from 1, in the order of the atlas.
        std::string list;
        std::string id;
        std::string name;
        std::string verdict;                          ///< The id of a relation.
        std::string file;                             ///< In the folder.
        std::string sha256;                           ///< Of its bytes.
        std::vector<std::string> dropped_labels;      ///< Names of members without a label.
        std::vector<std::string> dropped_facts;       ///< Beside the map, for want of room.
        std::vector<std::string> missing_characters;  ///< That the fonts lack.
        std::vector<std::string> partial_drawn_whole; ///< Codes of municipalities.

        friend bool operator==(const Page&, const Page&) = default;
    };

    /// A partnership without a page.
    struct Missing {
        std::string list;
        std::string id;
        std::string name;
        std::string reason;

        friend bool operator==(const Missing&, const Missing&) = default;
    };

    std::string program; ///< That made it: "regio 0.1.0".
    std::string inputs;  ///< SHA-256 of all that decides about the files.
    std::vector<Page> pages;
    std::vector<Missing> missing;

    friend bool operator==(const AtlasManifest&, const AtlasManifest&) = default;
};

[[nodiscard]] std::string to_json(const AtlasManifest& manifest);

/// Law: what to_json() wrote comes back. Nothing when it is no manifest of an atlas.
[[nodiscard]] std::optional<AtlasManifest> parse_atlas_manifest(std::string_view json);

} // namespace regio::report
