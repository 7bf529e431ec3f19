#pragma once

#include "layer/layer.hpp"
#include "map/area_map.hpp"
#include "map/base_map.hpp"
#include "tests/support/paper.hpp"
#include "topology/chains.hpp"

#include <string>
#include <vector>

namespace regio::test {

/// How a country for maps is made up.
struct MapWorldOptions {
    int columns = 4;
    int rows = 3;
    int cell_m = 6000;
    int wobble_m = 180; ///< How far borders swing around straight lines.
};

/// Municipalities in rows and columns, called by these: "20" is in the third column of the lowest
/// row. Borders swing, and neighbours share theirs. The two columns on the left are region West,
/// the others Oost.
class MapWorld {
public:
    explicit MapWorld(const MapWorldOptions& options = {});
    MapWorld(const MapWorld&) = delete; // maps look at the layer and its chains
    MapWorld& operator=(const MapWorld&) = delete;

    [[nodiscard]] const layer::Layer& layer() const noexcept { return layer_; }
    [[nodiscard]] const topology::Chains& chains() const noexcept { return chains_; }

    /// A map with these codes as members: "00 01". It must not outlive the world.
    [[nodiscard]] map::AreaMap map_of(const std::string& members,
                                      const std::string& outsiders = "") const;

private:
    layer::Layer layer_;
    topology::Chains chains_;
};

/// Where the themes are.
inline constexpr const char* kThemes = REGIO_SOURCE_DIR "/styles";

/// The theme that is taken where none is named.
const map::Theme& print_theme();

/// Drawn on A4 with the fonts of the project.
map::DrawnMap drawn(const map::AreaMap& map);

/// The features of a municipality of a map.
std::vector<layer::FeatureId> features_of(const map::AreaMap& map, const std::string& code);

/// The ring around a rectangle of positions.
std::vector<kernel::Position> rectangle(double min_x, double min_y, double max_x, double max_y);

/// A group of a scene; null when there is none.
const scene::Group* group_of(const scene::Scene& scene, const std::string& id);

/// All lines of a group as they are drawn along; closed ones end where they begin. Texts and what
/// is only filled are left aside.
PaperLines lines_of(const scene::Scene& scene, const std::string& group);

/// The rings of a filled path, found by its id.
PaperLines rings_of(const scene::Scene& scene, const std::string& path);

/// The contents of all texts of a group.
std::vector<std::string> texts_of(const scene::Scene& scene, const std::string& group);

} // namespace regio::test
