#pragma once

#include "map/labels.hpp"
#include "map/text_measure.hpp"
#include "scene/paper.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regio::map {

/// A name in lines, at one size.
struct TextBlock {
    std::vector<std::string> lines;
    double size_pt = 0;
    double width_mm = 0;  ///< Of the longest line.
    double height_mm = 0; ///< From the top of the first line to the lowest letters of the last.
    double first_baseline_mm = 0; ///< Below the top.
    double line_pitch_mm = 0;     ///< From one baseline to the next.

    [[nodiscard]] scene::PaperBox box_around(scene::PaperPoint centre) const;
};

/// A text in one line, two, … up to `most_lines`, as far as it can be broken: at spaces, which go,
/// and behind hyphens, which stay. Of the ways to break it the one whose longest line is shortest
/// comes back, of these the first.
///
/// Law: the lines one after another, with the spaces that were at the breaks, are the text.
[[nodiscard]] std::vector<std::vector<std::string>> broken(std::string_view text, scene::Face face,
                                                           const TextMeasure& measure,
                                                           std::size_t most_lines = 3);

/// The blocks a request can be set in: for each size, from the first to the last, those of one
/// line, two and three. None when there is no text.
[[nodiscard]] std::vector<TextBlock> text_blocks(const LabelRequest& request,
                                                 const TextMeasure& measure);

/// The lines of a block around this centre.
[[nodiscard]] std::vector<PlacedLabel::Line> lines_of(const TextBlock& block,
                                                      scene::PaperPoint centre);

} // namespace regio::map
