#include "map/audit.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace regio::map {

namespace {

using Json = nlohmann::ordered_json;

/// Micrometres are enough.
double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

Json json(const scene::PaperBox& box) {
    return {rounded(box.left), rounded(box.top), rounded(box.right), rounded(box.bottom)};
}

Json json(const Audit::Label& label) {
    return {{"text", label.text},         {"kind", label.kind},
            {"size_pt", label.size_pt},   {"box_mm", json(label.box)},
            {"leader", label.has_leader}, {"crosses_line", label.crosses_line}};
}

Json json(const Audit::Drawing& drawing) {
    Json excess = Json::array();
    for (const ExcessWidth& width : drawing.excess)
        excess.push_back({{"width_mm", rounded(width.true_mm)},
                          {"drawn_width_mm", rounded(width.drawn_mm)},
                          {"widened", width.is_widened}});
    return {{"area_mm2", rounded(drawing.area_mm2)}, {"excess", std::move(excess)}};
}

} // namespace

std::size_t overlapping_labels(const Audit& audit) {
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < audit.labels.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(audit.labels[i].box, audit.labels[j].box))
                ++pairs;
    return pairs;
}

std::string to_json(const Audit& audit) {
    Json labels = Json::array();
    for (const auto& label : audit.labels)
        labels.push_back(json(label));
    const Json document = {
        {"schema", "regio.map-audit/1"},
        {"paper", audit.paper},
        {"frame_mm", json(audit.frame)},
        {"scale", audit.scale},
        {"fill", rounded(audit.fill)},
        {"schematic", audit.is_schematic},
        {"members", audit.members},
        {"outsiders", audit.outsiders},
        {"partial", audit.partial},
        {"partial_drawn_whole", audit.partial_whole},
        {"drawing", audit.drawing ? json(*audit.drawing) : Json()},
        {"labels", std::move(labels)},
        {"overlapping_labels", overlapping_labels(audit)},
        {"dropped_members", audit.dropped_members},
        {"dropped", audit.dropped},
        {"dropped_facts", audit.dropped_facts},
        {"scale_bar", {{"mm", rounded(audit.scale_bar_mm)}, {"metres", audit.scale_bar_m}}},
        {"drawn", audit.drawn},
        {"legend", audit.legend},
        {"missing_characters", audit.missing_characters}};
    return document.dump(2) + "\n";
}

} // namespace regio::map
