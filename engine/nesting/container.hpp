#pragma once

#include "kernel/edge_index.hpp"
#include "kernel/polygon.hpp"
#include "layer/layer.hpp"
#include "nesting/shape_verdict.hpp"
#include "nesting/verdict.hpp"
#include "registry/region.hpp"
#include "registry/resolution.hpp"
#include "topology/chains.hpp"

#include <span>
#include <vector>

namespace regio::nesting {

/// The regions that a drawn area is held against. To conform it lies inside one region, or equals
/// one, or equals several whole ones. So it is the region in which most of its municipalities lie,
/// its main region; or the regions that it covers whole, where they have more of its municipalities
/// together and it may be supraregional. For one that conforms these are the regions that it lies
/// in or equals; for one that crosses, those outside which its fewest municipalities lie. What it
/// lacks of them is not a matter of shape: the set verdict says which municipalities those are.
///
/// In order of code; none when the partnership touches no region.
[[nodiscard]] std::vector<registry::RegionIndex>
container_of(const registry::ResolvedPartnership& partnership, const Verdict& verdict);

/// Polygons of municipalities that a drawn area should lie in.
class Container {
public:
    /// Of these features of a layer. Preconditions: one at least; none crosses itself or has a ring
    /// where it should not lie.
    Container(const layer::Layer& municipalities, std::span<const layer::FeatureId> features);

    /// What of a feature of another layer on the same lattice lies in none of the polygons
    /// (coverage::partition(), whose crossings are rounded to the lattice). Precondition: as above.
    [[nodiscard]] kernel::MultiPolygon excess(const layer::Layer& areas,
                                              layer::FeatureId area) const;

    /// How such a feature lies in it: its excess, measured by judge_shape().
    [[nodiscard]] ShapeVerdict judge(const layer::Layer& areas, layer::FeatureId area,
                                     const ShapeTerms& terms) const;

private:
    layer::Layer layer_;
    topology::Chains chains_;
    kernel::EdgeIndex edges_;
};

} // namespace regio::nesting
