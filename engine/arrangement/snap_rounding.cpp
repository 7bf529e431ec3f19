#include "arrangement/snap_rounding.hpp"

#include "arrangement/crossings.hpp"
#include "arrangement/pixel_index.hpp"
#include "base/sorted.hpp"

#include <algorithm>
#include <tuple>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Segment;

/// A piece of a line between two pixels that it passes through one after the other.
struct Piece {
    Segment segment; ///< From the lesser end to the greater.
    Tag tag;
};

std::vector<Point> hot_pixels(std::span<const TaggedSegment> segments) {
    std::vector<Segment> plain;
    plain.reserve(segments.size());
    for (const TaggedSegment& one : segments)
        plain.push_back(one.segment);
    std::vector<Point> pixels = rounded_crossings(plain);
    for (const Segment& segment : plain) {
        pixels.push_back(segment.a);
        pixels.push_back(segment.b);
    }
    sort_and_unite(pixels);
    return pixels;
}

std::vector<Piece> route(std::span<const TaggedSegment> segments, const PixelIndex& pixels) {
    std::vector<Piece> pieces;
    pieces.reserve(segments.size());
    std::vector<Point> stops;
    for (const auto& [segment, tag] : segments) {
        pixels.find(segment, stops);
        for (std::size_t i = 1; i < stops.size(); ++i) {
            const auto [a, b] = std::minmax(stops[i - 1], stops[i]);
            pieces.push_back({.segment = {a, b}, .tag = tag});
        }
    }
    return pieces;
}

bool is_before(const Piece& one, const Piece& other) {
    return std::tie(one.segment.a, one.segment.b, one.tag) <
           std::tie(other.segment.a, other.segment.b, other.tag);
}

/// Each edge once, with the tags that it has an odd number of times.
NodedEdges unite(std::vector<Piece> pieces) {
    std::sort(pieces.begin(), pieces.end(), is_before);
    NodedEdges noded;
    std::vector<Tag> tags;
    for (std::size_t i = 0; i < pieces.size();) {
        const Segment& edge = pieces[i].segment;
        tags.clear();
        for (; i < pieces.size() && pieces[i].segment == edge; ++i)
            if (!tags.empty() && tags.back() == pieces[i].tag)
                tags.pop_back();
            else
                tags.push_back(pieces[i].tag);
        if (!tags.empty())
            noded.add(edge, tags);
    }
    return noded;
}

} // namespace

std::span<const Tag> NodedEdges::tags_of(std::size_t edge) const {
    const std::size_t first = edge == 0 ? 0 : end_tag_[edge - 1];
    return std::span(tags_).subspan(first, end_tag_[edge] - first);
}

void NodedEdges::add(const Segment& edge, std::span<const Tag> tags) {
    edges_.push_back(edge);
    tags_.insert(tags_.end(), tags.begin(), tags.end());
    end_tag_.push_back(tags_.size());
}

NodedEdges snap_round(std::span<const TaggedSegment> segments) {
    const PixelIndex pixels(hot_pixels(segments));
    return unite(route(segments, pixels));
}

} // namespace regio::arrangement
