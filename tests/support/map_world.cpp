#include "tests/support/map_world.hpp"

#include "map/style.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/sample_scene.hpp"
#include "tests/support/small_world.hpp"

#include <algorithm>
#include <array>
#include <random>

namespace regio::test {

using kernel::Point;
using kernel::Ring;

namespace {

constexpr std::array kNames = {"Aa",         "Beverberg", "Sint-Corneliskerke", "Dorp-aan-de-Aa",
                               "Eikenhout",  "Geluwe",    "Heist-op-de-Heuvel", "IJzerdijk",
                               "Kortemeers", "Lo",        "Meulenhoek",         "Nieuwkerke"};

/// Borders between the nodes of a grid, the same from both sides.
class Grid {
public:
    explicit Grid(const MapWorldOptions& options) : options_(options) {}

    [[nodiscard]] Ring cell(int column, int row) const {
        Ring ring;
        append(ring, border(column, row, true));
        append(ring, border(column + 1, row, false));
        append(ring, reversed(border(column, row + 1, true)));
        append(ring, reversed(border(column, row, false)));
        return ring;
    }

private:
    /// From a node to the next, to the right or upwards.
    [[nodiscard]] Ring border(int column, int row, bool is_level) const {
        constexpr int kEdges = 10;
        const auto number =
            static_cast<std::uint32_t>(column * 1000 + row * 10 + (is_level ? 1 : 0));
        std::mt19937 random(number);
        std::uniform_int_distribution<int> swing(-options_.wobble_m, options_.wobble_m);
        Ring line;
        for (int i = 0; i <= kEdges; ++i) {
            const int along = options_.cell_m * i / kEdges;
            const int away = i == 0 || i == kEdges ? 0 : swing(random);
            line.push_back({column * options_.cell_m + (is_level ? along : away),
                            row * options_.cell_m + (is_level ? away : along)});
        }
        return line;
    }

    static Ring reversed(Ring line) {
        std::reverse(line.begin(), line.end());
        return line;
    }

    static void append(Ring& ring, const Ring& line) {
        ring.insert(ring.end(), line.begin(), line.end() - 1);
    }

    MapWorldOptions options_;
};

layer::Layer layer_of_grid(const MapWorldOptions& options) {
    const Grid grid(options);
    Shapes shapes;
    for (int column = 0; column < options.columns; ++column)
        for (int row = 0; row < options.rows; ++row)
            shapes.push_back({.code = std::to_string(column) + std::to_string(row),
                              .polygons = {{.shell = grid.cell(column, row), .holes = {}}}});
    return layer_of(shapes);
}

scene::PaperLine closed(const scene::Subpath& path) {
    scene::PaperLine line = path.points;
    if (path.ends == scene::Subpath::Ends::Closed && !line.empty())
        line.push_back(line.front());
    return line;
}

} // namespace

MapWorld::MapWorld(const MapWorldOptions& options)
    : layer_(layer_of_grid(options)), chains_(layer_) {}

map::AreaMap MapWorld::map_of(const std::string& members, const std::string& outsiders) const {
    map::AreaMap map{.layer = &layer_,
                     .chains = &chains_,
                     .regions = {{.code = "O", .name = "Oost"}, {.code = "W", .name = "West"}},
                     .title = "Werkingsgebied van Voorbeeld",
                     .subtitle = "Past het?",
                     .verdict = "Ja",
                     .facts = {"2 gemeenten"},
                     .main_region = "West",
                     .source_line = "Grenzen: verzonnen"};
    const auto has = [](const std::string& codes, const std::string& code) {
        const auto all = words(codes);
        return std::find(all.begin(), all.end(), code) != all.end();
    };
    for (std::uint32_t i = 0; i < layer_.features().size(); ++i) {
        const std::string& code = layer_.features()[i].code;
        map.municipalities.push_back(
            {.code = code,
             .name = kNames[i % kNames.size()],
             .features = {layer::FeatureId{i}},
             .region = code[0] < '2' ? std::size_t{1} : std::size_t{0},
             .role = has(outsiders, code)
                         ? map::Role::Outsider
                         : (has(members, code) ? map::Role::Member : map::Role::Other)});
    }
    return map;
}

const map::Theme& print_theme() {
    static const map::Theme kTheme = map::read_theme(std::string(kThemes) + "/print", kThemes);
    return kTheme;
}

map::DrawnMap drawn(const map::AreaMap& map) {
    static const scene::Fonts kFonts = house_fonts();
    return map::draw(map, map::lay_out(*map::find_paper("A4"), print_theme().page), print_theme(),
                     kFonts);
}

std::vector<layer::FeatureId> features_of(const map::AreaMap& map, const std::string& code) {
    for (const auto& municipality : map.municipalities)
        if (municipality.code == code)
            return municipality.features;
    return {};
}

std::vector<kernel::Position> rectangle(double min_x, double min_y, double max_x, double max_y) {
    return {{min_x, min_y}, {max_x, min_y}, {max_x, max_y}, {min_x, max_y}};
}

const scene::Group* group_of(const scene::Scene& scene, const std::string& id) {
    for (const auto& group : scene.groups)
        if (group.id == id)
            return &group;
    return nullptr;
}

PaperLines lines_of(const scene::Scene& scene, const std::string& group) {
    PaperLines lines;
    if (const auto* found = group_of(scene, group))
        for (const auto& item : found->items)
            if (const auto* path = std::get_if<scene::Path>(&item); path && path->stroke)
                for (const auto& line : path->lines)
                    lines.push_back(closed(line));
    return lines;
}

PaperLines rings_of(const scene::Scene& scene, const std::string& path) {
    PaperLines rings;
    for (const auto& group : scene.groups)
        for (const auto& item : group.items)
            if (const auto* found = std::get_if<scene::Path>(&item); found && found->id == path)
                for (const auto& line : found->lines)
                    rings.push_back(line.points);
    return rings;
}

std::vector<std::string> texts_of(const scene::Scene& scene, const std::string& group) {
    std::vector<std::string> texts;
    if (const auto* found = group_of(scene, group))
        for (const auto& item : found->items)
            if (const auto* text = std::get_if<scene::Text>(&item))
                texts.push_back(text->content);
    return texts;
}

} // namespace regio::test
