#pragma once

#include "map/labels.hpp"
#include "scene/paper.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::map {

/// The greatest width on the sheet of a part of a drawing outside its regions.
struct ExcessWidth {
    double true_mm = 0;
    double drawn_mm = 0; ///< Measured on what is drawn of the part, to within 0.01 mm.
    bool is_widened = false;

    friend bool operator==(const ExcessWidth&, const ExcessWidth&) = default;
};

/// What can be measured of a finished sheet, for tests and for those who sign it.
struct Audit {
    struct Label {
        std::string text;
        std::string kind; ///< "member", "municipality", "region" or "zone".
        double size_pt = 0;
        scene::PaperBox box;
        bool has_leader = false;
        bool crosses_line = false;
    };

    /// A drawn area as it lies on the sheet.
    struct Drawing {
        double area_mm2 = 0;
        std::vector<ExcessWidth> excess; ///< That is drawn.
    };

    std::string paper;
    scene::PaperBox frame;
    int scale = 0;                            ///< Of 1:scale.
    double fill = 0;                          ///< Of the frame, where the area fills more of it.
    std::vector<std::string> members;         ///< Codes of what is highlighted, in order.
    std::vector<std::string> outsiders;       ///< Of these, those drawn as outsiders.
    std::vector<std::string> partial;         ///< Of these, those drawn in part or as partial.
    std::vector<std::string> partial_whole;   ///< Of these, those whose parts are not known.
    std::optional<Drawing> drawing;           ///< When the area is given by polygons.
    std::vector<Label> labels;                ///< As they are placed.
    std::vector<std::string> dropped_members; ///< Names of members without a label.
    std::vector<std::string> dropped;         ///< Other names without one.
    std::vector<std::string> dropped_facts;   ///< That do not stand whole beside the map.
    double scale_bar_mm = 0;
    double scale_bar_m = 0;
    std::vector<std::string> drawn;              ///< Classes of symbols on the map, sorted.
    std::vector<std::string> legend;             ///< Those in the legend, sorted.
    std::vector<std::string> missing_characters; ///< That the font lacks, each once, sorted.
    bool is_schematic = false;
};

/// Pairs of labels whose boxes overlap; none when the sheet is right.
[[nodiscard]] std::size_t overlapping_labels(const Audit& audit);

/// As JSON, schema "regio.map-audit/1".
[[nodiscard]] std::string to_json(const Audit& audit);

} // namespace regio::map
