#pragma once

#include "scene/fonts.hpp"
#include "scene/paper.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regio::map {

/// A name that asks for a place on the map.
struct LabelRequest {
    enum class Need : std::uint8_t {
        Must, ///< Written beside its area, with a leader line, when it does not fit inside.
        May,  ///< Left out when it does not fit inside.
    };

    std::string text; ///< May be broken at a space or behind a hyphen, nowhere else.
    /// What is seen of the area inside the frame, rings of the even-odd rule, in several parts or
    /// with holes. Empty: nothing is seen of it, and it is left out.
    std::vector<scene::PaperLine> area;
    Need need = Need::May;
    scene::Face face = scene::Face::Regular;
    std::vector<double> sizes_pt; ///< To be tried, from the one wished for downwards; > 0.
};

/// What labels have to mind.
struct LabelGround {
    scene::PaperBox frame;                     ///< In which they lie, with a margin.
    std::vector<scene::PaperBox> obstacles;    ///< That they must not overlap.
    std::vector<scene::PaperLine> lines;       ///< Borders, open, which they rather not cross.
    std::vector<scene::PaperLine> heavy_lines; ///< Of these the thick ones, to keep away from.
};

/// A name with its place.
struct PlacedLabel {
    struct Line {
        scene::PaperPoint baseline; ///< Of the middle of the line.
        std::string text;

        friend bool operator==(const Line&, const Line&) = default;
    };

    std::size_t request = 0; ///< Its place among the requests.
    std::vector<Line> lines;
    double size_pt = 0;
    scene::PaperBox box; ///< Around its letters.
    /// The middle of the largest circle in its area; where an obstacle covers that, a leader ends
    /// at the nearest place in the area that is seen, which is the anchor then.
    scene::PaperPoint anchor;
    bool crosses_line = false; ///< Whether a border runs through the box.
    scene::PaperLine leader;   ///< From the label to the anchor; empty when it lies inside.
};

struct Labelling {
    std::vector<PlacedLabel> placed;  ///< In order of request.
    std::vector<std::size_t> dropped; ///< Requests without a place, ascending.
};

/// Finds places for names. Those that must have one go first, of these the ones with least room.
///
/// Laws: 1. every request is placed or dropped; 2. no two boxes overlap, nor a box and an obstacle,
/// nor a box and a leader of another label; 3. every box lies in the frame; 4. a label without a
/// leader has the middle of its box inside its area, and one that may be left out has its whole box
/// there; 5. no leader crosses another; 6. the same requests give the same places.
[[nodiscard]] Labelling place_labels(const std::vector<LabelRequest>& requests,
                                     const LabelGround& ground, const scene::Fonts& fonts);

} // namespace regio::map
