#pragma once

#include "arrangement/lines.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// A piece of line between two nodes.
struct Arc {
    std::uint32_t first = 0; ///< Its first point among Arcs::points().
    std::uint32_t count = 0; ///< Points: two or more.
};

/// Pieces of lines that meet in their ends only, with the tags that change from one side to the
/// other. Points are stored once, 8 bytes each; arcs that follow each other share the one between.
class Arcs {
public:
    [[nodiscard]] std::size_t size() const noexcept { return arcs_.size(); }
    [[nodiscard]] const Arc& operator[](std::size_t arc) const { return arcs_[arc]; }

    [[nodiscard]] kernel::RingView points(std::size_t arc) const {
        return std::span(points_).subspan(arcs_[arc].first, arcs_[arc].count);
    }

    /// In order; one at least.
    [[nodiscard]] std::span<const Tag> tags(std::size_t arc) const {
        return std::span(tags_).subspan(first_tag_[arc], first_tag_[arc + 1] - first_tag_[arc]);
    }

    /// Building. The points of all arcs first, then arcs in the order of their points.
    explicit Arcs(std::vector<kernel::Point> points = {}) : points_(std::move(points)) {}
    void reserve(std::size_t arcs);
    void add(const Arc& arc, std::span<const Tag> tags); ///< Precondition: there are tags.

private:
    std::vector<kernel::Point> points_;
    std::vector<Arc> arcs_;
    std::vector<std::uint32_t> first_tag_ = {0}; ///< Of each arc in tags_; and the end.
    std::vector<Tag> tags_;
};

/// Cuts lines where they meet, so that they meet in ends of arcs only, and everything on lattice
/// points: snap rounding (Hobby, Practical segment intersection with finite precision output, 1999;
/// Guibas and Marimont, Rounding arrangements dynamically, 1998), but only where something has to
/// be rounded, so that what is fine stays as it is (the aim of Hershberger, Stable snap rounding,
/// 2013).
///
/// Pixels are hot (hot_pixel.hpp) where a line has a vertex and where two edges cross. Snap
/// rounding leads every edge through the centres of all hot pixels that it passes. Here a pixel is
/// active when edges cross in it, when an edge runs through its vertex, or when it is passed by an
/// edge that is led; and an edge is led, through all hot pixels that it passes, when it passes
/// through an active one in which it does not end. All other edges stay.
///
/// Why that suffices. Edges that are led are those of snap rounding, so that they meet each other
/// in ends only. Two that stay do not cross, else their crossing is active; nor does one run
/// through the end of the other, for the same reason. There remains an edge g that stays, and a
/// piece s of an edge e that is led, between two neighbouring hot pixels on the way of e. Each
/// point of s lies within half a unit in x and in y of a point of e; so no vertex lies on s or
/// between s and e, because e would pass through its pixel, and s not join neighbours. If g crossed
/// s, it would come to lie between s and e, where it cannot end; cannot cross s again, being
/// straight; and can leave only through a pixel at an end of s, or across e, and a crossing between
/// those two is in one of their pixels, too. Such a pixel is active, so g ends in its centre, and
/// two straight lines that have an end in common do not cross.
///
/// Laws: 1. edges of arcs have ends in common at most, and only ends of arcs are met by other arcs;
/// 2. around each point every tag has an even number of edges, if it has in the lines; 3. no order
/// of lines, no direction and no number of threads changes the edges and their tags; 4. a
/// translation by a lattice vector commutes with it; 5. each point of an arc lies within half a
/// unit in x and in y of the line that it comes from; 6. lines that meet in ends only stay as they
/// are. What lines go to and fro has no tags and vanishes.
///
/// Time is linear in edges and in what they have to do with each other, but for sorting the latter.
[[nodiscard]] Arcs node(const Lines& lines);

} // namespace regio::arrangement
