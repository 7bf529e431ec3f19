#include "layer/layer.hpp"

#include "base/append.hpp"
#include "base/contract.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace regio::layer {

using kernel::Moments;
using kernel::RingView;

FeatureId Layer::add_feature(Feature feature) {
    features_.push_back(std::move(feature));
    first_part_.push_back(static_cast<std::uint32_t>(parts_.size()));
    return FeatureId(features_.size() - 1);
}

PartId Layer::add_part() {
    REGIO_EXPECTS(!features_.empty());
    const RingId next{static_cast<std::uint32_t>(rings_.size())};
    parts_.push_back(
        {.feature = FeatureId(features_.size() - 1), .first_ring = next, .end_ring = next});
    return PartId(parts_.size() - 1);
}

RingId Layer::add_ring(RingView ring) {
    REGIO_EXPECTS(!parts_.empty() && ring.size() >= 3);
    Part& part = parts_.back();
    const bool is_shell = part.first_ring == part.end_ring;
    const kernel::Wide area = twice_area(ring);
    const std::size_t first = points_.size();
    rings_.push_back({first, PartId(parts_.size() - 1)});
    part.end_ring = RingId(rings_.size());
    points_.insert(points_.end(), ring.begin(), ring.end());
    if (is_shell ? area < 0 : area > 0)
        std::reverse(points_.begin() + static_cast<std::ptrdiff_t>(first), points_.end());
    points_.push_back(points_[first]);
    return RingId(rings_.size() - 1);
}

void Layer::append(std::span<const Layer* const> layers) {
    std::vector<std::size_t> first_points;
    std::size_t points = points_.size();
    for (const Layer* layer : layers) {
        append_records(*layer, points);
        first_points.push_back(points);
        points += layer->points_.size();
    }
    points_.resize(points);
    tbb::parallel_for(std::size_t{0}, layers.size(), [&](std::size_t i) {
        std::copy(layers[i]->points_.begin(), layers[i]->points_.end(),
                  points_.begin() + static_cast<std::ptrdiff_t>(first_points[i]));
    });
}

/// All but the points, which come to stand at `first_point`.
void Layer::append_records(const Layer& other, std::size_t first_point) {
    REGIO_EXPECTS(other.lattice_ == lattice_);
    const auto features = static_cast<std::uint32_t>(features_.size());
    const auto parts = static_cast<std::uint32_t>(parts_.size());
    const auto rings = static_cast<std::uint32_t>(rings_.size());
    for (const Part& part : other.parts_)
        parts_.push_back({.feature = FeatureId(index(part.feature) + features),
                          .first_ring = RingId(index(part.first_ring) + rings),
                          .end_ring = RingId(index(part.end_ring) + rings)});
    for (const RingRecord& ring : other.rings_)
        rings_.push_back({ring.first + first_point, PartId(index(ring.part) + parts)});
    for (const std::uint32_t first : other.first_part_)
        first_part_.push_back(first + parts);
    regio::append(other.features_, features_);
}

std::span<const Part> Layer::parts_of(FeatureId feature) const {
    const std::size_t next = index(feature) + 1;
    const std::size_t first = first_part_[index(feature)];
    const std::size_t end = next < first_part_.size() ? first_part_[next] : parts_.size();
    return parts().subspan(first, end - first);
}

std::size_t Layer::first_point(RingId ring) const {
    return index(ring) < rings_.size() ? rings_[index(ring)].first : points_.size();
}

RingView Layer::ring(RingId ring) const {
    const std::size_t first = first_point(ring);
    return points().subspan(first, first_point(RingId(index(ring) + 1)) - 1 - first);
}

SourceRef Layer::source_of(FeatureId feature) const {
    SourceRef source = source_;
    source.fid = features_[index(feature)].fid;
    return source;
}

void add_parts(const Layer& from, FeatureId feature, Layer& to) {
    for (const Part& part : from.parts_of(feature)) {
        to.add_part();
        for (const RingView ring : rings_of(from, part))
            to.add_ring(ring);
    }
}

void add_parts(const kernel::MultiPolygon& polygons, Layer& to) {
    for (const kernel::Polygon& polygon : polygons) {
        to.add_part();
        to.add_ring(polygon.shell);
        for (const kernel::Ring& hole : polygon.holes)
            to.add_ring(hole);
    }
}

Layer select(const Layer& layer, std::span<const FeatureId> features) {
    Layer selection(layer.source(), layer.lattice(), layer.provenance());
    for (const FeatureId feature : features) {
        selection.add_feature(layer[feature]);
        add_parts(layer, feature, selection);
    }
    return selection;
}

std::vector<FeatureId> in_order_of_codes(const Layer& layer) {
    std::vector<FeatureId> order;
    order.reserve(layer.features().size());
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        order.push_back(FeatureId(i));
    const auto is_before = [&](FeatureId one, FeatureId other) {
        return layer[one].code < layer[other].code;
    };
    if (!std::is_sorted(order.begin(), order.end(), is_before))
        std::stable_sort(order.begin(), order.end(), is_before);
    return order;
}

std::vector<RingView> rings_of(const Layer& layer, const Part& part) {
    std::vector<RingView> rings;
    for (std::size_t ring = index(part.first_ring); ring < index(part.end_ring); ++ring)
        rings.push_back(layer.ring(RingId(ring)));
    return rings;
}

Moments moments(const Layer& layer, const Part& part) {
    Moments sum;
    for (const RingView ring : rings_of(layer, part))
        sum += kernel::moments(ring);
    return sum;
}

Moments moments(const Layer& layer, FeatureId feature) {
    Moments sum;
    for (const auto& part : layer.parts_of(feature))
        sum += moments(layer, part);
    return sum;
}

kernel::Box box_of(const Layer& layer, const Part& part) {
    return kernel::box_of(layer.ring(part.first_ring));
}

} // namespace regio::layer
