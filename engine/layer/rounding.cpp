#include "layer/rounding.hpp"

#include "base/append.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <span>

namespace regio::layer {

namespace {

using kernel::Point;
using kernel::Position;
using kernel::Ring;

std::size_t position_count(const RawLayer& raw, const RawPart& part) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < part.ring_count; ++i)
        count += raw.rings[part.first_ring + i].count;
    return count;
}

/// Features from `first` up to `end`, the first part of which stands at `first_part`.
struct FeatureRange {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t first_part = 0;
    std::size_t positions = 0; ///< Of all their rings.
};

/// All features, so many together that threads have something to share.
std::vector<FeatureRange> ranges_of(const RawLayer& raw) {
    constexpr std::size_t kPositions = std::size_t{1} << 17;
    std::vector<FeatureRange> ranges;
    std::size_t part = 0;
    FeatureRange range;
    for (std::size_t i = 0; i < raw.features.size(); ++i) {
        for (; part < raw.parts.size() && index(raw.parts[part].feature) == i; ++part)
            range.positions += position_count(raw, raw.parts[part]);
        if (range.positions < kPositions && i + 1 < raw.features.size())
            continue;
        range.end = i + 1;
        ranges.push_back(range);
        range = {.first = i + 1, .end = i + 1, .first_part = part};
    }
    return ranges;
}

bool has_area(const Ring& ring) {
    return ring.size() >= 3 && std::any_of(ring.begin() + 2, ring.end(), [&](Point p) {
               return orientation(ring[0], ring[1], p) != 0;
           });
}

/// Rounds features that follow each other.
class Rounder {
public:
    Rounder(const RawLayer& raw, const kernel::Lattice& lattice)
        : raw_(raw), layer_(raw.source, lattice, raw.provenance) {}

    /// Parts of no other features may stand among these.
    void run(FeatureRange range) {
        layer_.make_room(range.positions);
        auto part = range.first_part;
        for (std::size_t i = range.first; i < range.end; ++i) {
            const FeatureId feature = layer_.add_feature(raw_.features[i]);
            place_ = raw_.source;
            place_.fid = raw_.features[i].fid;
            place_.part = 0;
            for (; part < raw_.parts.size() && index(raw_.parts[part].feature) == i; ++part) {
                ++place_.part;
                add(raw_.parts[part]);
            }
            if (place_.part > 0 && layer_.parts_of(feature).empty())
                report_emptiness(feature);
        }
    }

    [[nodiscard]] const Layer& layer() const { return layer_; }
    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

private:
    void add(const RawPart& part) {
        for (std::size_t i = 0; i < part.ring_count; ++i) {
            place_.ring = static_cast<std::int32_t>(i);
            const bool is_kept = round(raw_.rings[part.first_ring + i]);
            if (is_kept && i == 0)
                layer_.add_part();
            if (is_kept)
                layer_.add_ring(ring_);
            else if (i == 0)
                return;
        }
    }

    /// Rounds a ring into ring_; false when nothing of it is left.
    bool round(const RawRing& raw_ring) {
        const auto positions = positions_of(raw_, raw_ring);
        ring_.clear();
        for (const Position position : positions)
            if (const Point point = layer_.lattice().nearest(position);
                ring_.empty() || ring_.back() != point)
                ring_.push_back(point);
        while (ring_.size() > 1 && ring_.front() == ring_.back())
            ring_.pop_back();
        if (positions.size() < 3)
            report(FindingNumber::RingTooShort, positions.size());
        else if (!has_area(ring_))
            report(FindingNumber::RingWithoutArea, positions.size());
        else
            return true;
        return false;
    }

    void report_emptiness(FeatureId feature) {
        findings_.push_back({.number = FindingNumber::GeometryMissing,
                             .values = {{"name", label_of(layer_[feature])}},
                             .source = layer_.source_of(feature)});
    }

    void report(FindingNumber number, std::size_t count) {
        findings_.push_back({.number = number,
                             .values = {{"count", std::to_string(count)}},
                             .source = place_,
                             .list = {},
                             .partnership = {}});
    }

    const RawLayer& raw_;
    Layer layer_;
    std::vector<Finding> findings_;
    SourceRef place_;
    Ring ring_;
};

} // namespace

Layer round_to(const RawLayer& raw, const kernel::Lattice& lattice,
               std::vector<Finding>& findings) {
    const auto ranges = ranges_of(raw);
    std::vector<Rounder> rounders;
    for (std::size_t i = 0; i < ranges.size(); ++i)
        rounders.emplace_back(raw, lattice);
    tbb::parallel_for(std::size_t{0}, ranges.size(),
                      [&](std::size_t i) { rounders[i].run(ranges[i]); });
    Layer layer(raw.source, lattice, raw.provenance);
    std::vector<const Layer*> layers;
    for (const Rounder& rounder : rounders) {
        layers.push_back(&rounder.layer());
        append(rounder.findings(), findings);
    }
    layer.append(layers);
    return layer;
}

} // namespace regio::layer
