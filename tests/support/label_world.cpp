#include "tests/support/label_world.hpp"

#include <random>

namespace regio::test {

namespace {

using map::LabelRequest;
using scene::PaperBox;
using scene::PaperLine;
using scene::PaperPoint;

constexpr double kSide = 100;

const std::vector<std::string> kNames = {
    "As",      "Gent",           "Lo-Reninge",        "Sint-Pieters-Leeuw", "Heist-op-den-Berg",
    "De Haan", "Scherpenheuvel", "Braine-le-Château", "La Louvière",        "Ham"};

/// Numbers that are the same on every machine.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    std::size_t below(std::size_t sides) { return engine_() % sides; }
    double within(double least, double most) {
        return least + (most - least) * static_cast<double>(engine_() % 10000) / 10000;
    }

private:
    std::mt19937 engine_;
};

/// The corners of cells, row by row; those on the sides of the frame stay there.
std::vector<PaperPoint> nodes(std::size_t cells, Dice& dice) {
    const double pitch = kSide / static_cast<double>(cells);
    const auto coordinate = [&](std::size_t i) {
        const double jitter = dice.within(-pitch / 4, pitch / 4);
        return static_cast<double>(i) * pitch + (i == 0 || i == cells ? 0 : jitter);
    };
    std::vector<PaperPoint> nodes;
    for (std::size_t row = 0; row <= cells; ++row)
        for (std::size_t column = 0; column <= cells; ++column) {
            const double x = coordinate(column);
            nodes.push_back({x, coordinate(row)});
        }
    return nodes;
}

PaperLine hole_in(const PaperLine& cell) {
    PaperPoint middle;
    for (const PaperPoint corner : cell)
        middle = {middle.x + corner.x / 4, middle.y + corner.y / 4};
    PaperLine hole;
    for (const PaperPoint corner : cell)
        hole.push_back({(corner.x + 2 * middle.x) / 3, (corner.y + 2 * middle.y) / 3});
    return hole;
}

} // namespace

map::TextMeasure even_letters() {
    return {.width = [](std::string_view text,
                        scene::Face) { return 0.5 * static_cast<double>(text.size()); },
            .cap_height = [](scene::Face) { return 0.7; },
            .descent = [](scene::Face) { return 0.2; }};
}

PaperLine rectangle(const PaperBox& box) {
    return {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

LabelWorld random_label_world(std::uint32_t seed) {
    Dice dice(seed);
    LabelWorld world;
    world.ground.frame = {0, 0, kSide, kSide};
    const std::size_t cells = 3 + dice.below(8);
    const std::vector<PaperPoint> corners = nodes(cells, dice);
    for (std::size_t i = 0; i < cells * cells * 3 / 4 + 1; ++i)
        world.requests.push_back(
            {.text = kNames[dice.below(kNames.size())],
             .area = {},
             .need = dice.below(3) > 0 ? LabelRequest::Need::Must : LabelRequest::Need::May,
             .sizes_pt = {8.5, 7.5, 6.5}});
    for (std::size_t row = 0; row < cells; ++row)
        for (std::size_t column = 0; column < cells; ++column) {
            const auto corner = [&](std::size_t down, std::size_t right) {
                return corners[(row + down) * (cells + 1) + column + right];
            };
            const PaperLine cell{corner(0, 0), corner(0, 1), corner(1, 1), corner(1, 0)};
            auto& area = world.requests[dice.below(world.requests.size())].area;
            area.push_back(cell);
            world.ground.lines.push_back({cell[0], cell[1], cell[2], cell[3], cell[0]});
            if (dice.below(6) == 0)
                area.push_back(hole_in(cell));
        }
    for (std::size_t i = dice.below(3); i > 0; --i) {
        const PaperPoint corner{dice.within(0, 80), dice.within(0, 80)};
        world.ground.obstacles.push_back(
            {corner.x, corner.y, corner.x + dice.within(1, 30), corner.y + dice.within(1, 30)});
    }
    return world;
}

} // namespace regio::test
