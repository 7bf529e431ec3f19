#include "report/coverage_info.hpp"

#include "coverage/coverage_health.hpp"
#include "topology/chains.hpp"

namespace regio::report {

namespace {

using topology::SelfContactKind;

constexpr std::size_t kShown = 5;

kernel::Extent extent_of(const layer::Layer& layer) {
    kernel::Extent extent;
    const kernel::Box box = kernel::box_of(layer.points());
    if (box.is_empty())
        return extent;
    extent.include(layer.lattice().position(box.min));
    extent.include(layer.lattice().position(box.max));
    return extent;
}

GapsInfo gaps_info(const kernel::MultiPolygon& gaps, const kernel::Lattice& lattice) {
    GapsInfo info{.count = gaps.size()};
    kernel::Wide sum = 0;
    kernel::Moments largest;
    for (const auto& gap : gaps) {
        const kernel::Moments own = moments(gap);
        sum += own.twice_area;
        if (own.twice_area > largest.twice_area)
            largest = own;
    }
    info.area_m2 = lattice.square_metres(sum);
    info.largest_m2 = lattice.square_metres(largest.twice_area);
    if (largest.twice_area > 0)
        info.largest_at = lattice.position(centroid(largest));
    return info;
}

ContactsInfo contacts_info(const layer::Layer& layer,
                           std::span<const topology::SelfContact> contacts, SelfContactKind kind) {
    ContactsInfo info;
    for (const auto& contact : contacts) {
        if (contact.kind != kind)
            continue;
        if (info.count++ < kShown)
            info.first.push_back({.feature = label_of(layer[contact.feature]),
                                  .at = layer.lattice().position(contact.place)});
    }
    return info;
}

} // namespace

PolygonsInfo polygons_info(const layer::Layer& layer) {
    PolygonsInfo info{.extent = extent_of(layer),
                      .unit_m = layer.lattice().unit_m(),
                      .parts = layer.parts().size(),
                      .holes = layer.ring_count() - layer.parts().size(),
                      .vertices = layer.edge_count(),
                      .provenance = layer.provenance()};
    kernel::Wide twice_area = 0;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const layer::FeatureId feature{static_cast<std::uint32_t>(i)};
        ++(layer.parts_of(feature).empty() ? info.features_without : info.features_with);
        twice_area += moments(layer, feature).twice_area;
    }
    info.area_m2 = layer.lattice().square_metres(twice_area);
    return info;
}

CoverageInfo coverage_info(const layer::Layer& layer,
                           std::span<const topology::SelfContact> contacts) {
    const auto health = coverage::coverage_health(layer, topology::Chains(layer));
    const auto& lattice = layer.lattice();
    CoverageInfo info{.edges = health.edges,
                      .one_sided_edges = health.one_sided_edges,
                      .one_sided_m = health.one_sided.metres(lattice),
                      .inside_other_m = health.inside_other.metres(lattice),
                      .gaps = gaps_info(health.gaps, lattice),
                      .overlaps = health.overlaps.size(),
                      .first_overlaps = {},
                      .crossing = contacts_info(layer, contacts, SelfContactKind::Cross),
                      .doubled = contacts_info(layer, contacts, SelfContactKind::Overlap),
                      .touching = contacts_info(layer, contacts, SelfContactKind::Touch)};
    for (std::size_t i = 0; i < health.overlaps.size() && i < kShown; ++i)
        info.first_overlaps.emplace_back(label_of(layer[health.overlaps[i].first]),
                                         label_of(layer[health.overlaps[i].second]));
    return info;
}

} // namespace regio::report
