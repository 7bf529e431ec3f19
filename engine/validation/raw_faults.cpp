#include "validation/raw_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace regio::validation {

namespace {

using kernel::Point;
using kernel::Position;
using layer::FeatureId;
using layer::RawPart;
using layer::RawRing;

/// The lattice point next to a place that may lie anywhere; nothing when it is too far away.
std::optional<Point> point_near(const kernel::Lattice& lattice, Position place) {
    const auto is_in_reach = [&](double coordinate, std::int64_t origin) {
        return std::abs(coordinate * lattice.units_per_metre - static_cast<double>(origin)) <
               static_cast<double>(kernel::kFarthest) - 1;
    };
    if (!is_in_reach(place.x, lattice.origin_x) || !is_in_reach(place.y, lattice.origin_y))
        return std::nullopt;
    return lattice.nearest(place);
}

/// The parts of the features of a raw layer, to find a place in it.
class Places {
public:
    explicit Places(const ReadLayer& layer) : raw_(layer.raw), lattice_(layer.rounded.lattice()) {
        for (std::size_t i = 0; i < raw_.features.size(); ++i)
            feature_by_fid_.insert({raw_.features[i].fid, FeatureId(i)});
        for (std::size_t i = raw_.parts.size(); i > 0; --i)
            first_part_[raw_.parts[i - 1].feature] = i - 1;
    }

    /// Precondition: it is of a feature of the layer.
    [[nodiscard]] FeatureId feature(const SourceRef& source) const {
        return feature_by_fid_.at(source.fid);
    }

    /// Where a ring begins, the first of a feature where none is named.
    [[nodiscard]] std::optional<Point> ring(FeatureId feature, const SourceRef& source) const {
        const auto first = first_part_.find(feature);
        if (first == first_part_.end())
            return std::nullopt;
        const auto part = static_cast<std::size_t>(std::max(source.part, 1) - 1);
        const auto place = static_cast<std::size_t>(std::max(source.ring, 0));
        // Where several features have one fid it can be that of another one.
        if (first->second + part >= raw_.parts.size())
            return std::nullopt;
        const RawPart& found = raw_.parts[first->second + part];
        if (found.feature != feature || place >= found.ring_count)
            return std::nullopt;
        const RawRing& ring = raw_.rings[found.first_ring + place];
        return lattice_.nearest(raw_.positions.range(ring.first, 1).front());
    }

    /// Where the first thing lies that is no polygon.
    [[nodiscard]] std::optional<Point> remnant(FeatureId feature) const {
        const auto found = std::lower_bound(
            raw_.remnants.begin(), raw_.remnants.end(), feature,
            [](const layer::RawRemnant& one, FeatureId other) { return one.feature < other; });
        if (found == raw_.remnants.end() || found->feature != feature)
            return std::nullopt;
        return point_near(lattice_, found->place);
    }

private:
    const layer::RawLayer& raw_;
    const kernel::Lattice& lattice_;
    std::map<std::int64_t, FeatureId> feature_by_fid_;
    std::map<FeatureId, std::size_t> first_part_;
};

Defect as_defect(const Places& places, const Finding& finding) {
    const FeatureId feature = places.feature(finding.source);
    Defect defect{.finding = finding, .severity = weight_of(finding.number), .features = {feature}};
    defect.place = finding.number == FindingNumber::GeometryOfOtherKind
                       ? places.remnant(feature)
                       : places.ring(feature, finding.source);
    return defect;
}

/// Calls with each ring, its feature and its source.
template <typename Visit>
void for_each_ring(const ReadLayer& layer, const Visit& visit) {
    SourceRef source;
    FeatureId last{0xffffffff};
    for (const RawPart& part : layer.raw.parts) {
        if (part.feature != last)
            source = layer.rounded.source_of(part.feature);
        source.part = part.feature == last ? source.part + 1 : 1;
        last = part.feature;
        for (std::size_t i = 0; i < part.ring_count; ++i) {
            source.ring = static_cast<std::int32_t>(i);
            visit(positions_of(layer.raw, layer.raw.rings[part.first_ring + i]), part.feature,
                  source);
        }
    }
}

Defect repeated_vertex(const layer::Layer& layer, FeatureId feature, Point place,
                       std::size_t count) {
    Defect defect = defect_of(layer, feature, FindingNumber::VertexRepeated);
    defect.finding.values.push_back({"count", fmt::to_string(count)});
    locate(layer, place, defect);
    return defect;
}

/// Twice the area of a ring as it was read; its sign is that of the direction.
double twice_area(std::span<const Position> ring) {
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        sum += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
               (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    return sum;
}

Defect other_direction(const layer::Layer& layer, FeatureId feature, const SourceRef& source,
                       Point place) {
    Defect defect = defect_of(layer, feature, FindingNumber::RingRunsOtherWay);
    defect.finding.source = source;
    locate(layer, place, defect);
    return defect;
}

} // namespace

bool is_of_feature(FindingNumber number) {
    return number >= FindingNumber::GeometryMissing && number <= FindingNumber::RingWithoutArea;
}

std::vector<Defect> find_geometry_faults(const ReadLayer& layer,
                                         std::span<const Finding> findings) {
    const Places places(layer);
    std::vector<Defect> defects;
    for (const Finding& finding : findings)
        if (is_of_feature(finding.number))
            defects.push_back(as_defect(places, finding));
    for (const FeatureId feature : layer.raw.collections) {
        Defect defect = defect_of(layer.rounded, feature, FindingNumber::GeometryCollected);
        defect.place = places.ring(feature, {});
        defects.push_back(std::move(defect));
    }
    return defects;
}

std::vector<Defect> find_repeated_vertices(const ReadLayer& layer) {
    std::vector<Defect> defects;
    const auto& lattice = layer.rounded.lattice();
    for_each_ring(layer, [&](std::span<const Position> ring, FeatureId feature, const auto&) {
        std::vector<Point> points;
        for (const Position position : ring)
            points.push_back(lattice.nearest(position));
        // From where a run begins, so that one that goes on over the end of the ring is one.
        std::size_t begin = 0;
        while (begin + 1 < points.size() &&
               points[begin] == points[(begin + points.size() - 1) % points.size()])
            ++begin;
        std::rotate(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(begin),
                    points.end());
        for (auto first = points.begin(); first != points.end();) {
            const auto end =
                std::find_if(first, points.end(), [&](Point p) { return p != *first; });
            if (end - first > 1)
                defects.push_back(repeated_vertex(layer.rounded, feature, *first,
                                                  static_cast<std::size_t>(end - first)));
            first = end;
        }
    });
    return defects;
}

std::vector<Defect> find_other_directions(const ReadLayer& layer, ShellDirection asked) {
    std::vector<Defect> defects;
    std::size_t rings = 0;
    for_each_ring(layer, [&](std::span<const Position> ring, FeatureId feature,
                             const SourceRef& source) {
        const double area = ring.size() < 3 ? 0 : twice_area(ring);
        if (area == 0)
            return;
        ++rings;
        const bool asks_left = (asked == ShellDirection::CounterClockwise) == (source.ring == 0);
        if ((area > 0) != asks_left)
            defects.push_back(other_direction(layer.rounded, feature, source,
                                              layer.rounded.lattice().nearest(ring.front())));
    });
    const bool is_meant = 2 * defects.size() > rings;
    const std::size_t count = is_meant ? defects.size() : 1;
    if (is_meant) {
        // The one furthest to the west, so that no order of features changes it.
        std::iter_swap(defects.begin(),
                       std::min_element(defects.begin(), defects.end(),
                                        [](const Defect& one, const Defect& other) {
                                            return one.place < other.place;
                                        }));
        defects.resize(1);
        defects.front().features.clear();
        defects.front().finding.source = layer.rounded.source();
    }
    for (Defect& defect : defects) {
        defect.finding.values.push_back({"count", fmt::to_string(count)});
        defect.finding.values.push_back({"rings", fmt::to_string(rings)});
    }
    return defects;
}

} // namespace regio::validation
