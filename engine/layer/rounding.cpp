#include "layer/rounding.hpp"

#include <algorithm>
#include <span>

namespace regio::layer {

namespace {

using kernel::Point;
using kernel::Position;
using kernel::Ring;

std::span<const Position> positions_of(const RawLayer& raw, const RawRing& ring) {
    auto positions = std::span(raw.positions).subspan(ring.first, ring.count);
    if (positions.size() > 1 && positions.front() == positions.back())
        positions = positions.first(positions.size() - 1);
    return positions;
}

bool has_area(const Ring& ring) {
    return ring.size() >= 3 && std::any_of(ring.begin() + 2, ring.end(), [&](Point p) {
               return orientation(ring[0], ring[1], p) != 0;
           });
}

/// Rounds the rings of one layer after another.
class Rounder {
public:
    Rounder(const RawLayer& raw, const kernel::Lattice& lattice, std::vector<Finding>& findings)
        : raw_(raw), findings_(findings), layer_(raw.source, lattice, raw.provenance) {}

    Layer run() {
        std::size_t part = 0;
        for (std::size_t i = 0; i < raw_.features.size(); ++i) {
            layer_.add_feature(raw_.features[i]);
            place_ = raw_.source;
            place_.fid = raw_.features[i].fid;
            place_.part = 0;
            for (; part < raw_.parts.size() && index(raw_.parts[part].feature) == i; ++part) {
                ++place_.part;
                add(raw_.parts[part]);
            }
            if (place_.part > 0 && layer_.parts_of(FeatureId(i)).empty())
                report_emptiness(FeatureId(i));
        }
        return std::move(layer_);
    }

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
    std::vector<Finding>& findings_;
    Layer layer_;
    SourceRef place_;
    Ring ring_;
};

} // namespace

Layer round_to(const RawLayer& raw, const kernel::Lattice& lattice,
               std::vector<Finding>& findings) {
    return Rounder(raw, lattice, findings).run();
}

} // namespace regio::layer
