#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "layer/layer.hpp"
#include "registry/municipality.hpp"
#include "topology/adjacency.hpp"
#include "topology/chains.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regio::nesting {

/// Municipalities, or parts of them, that hang together by borders.
struct Piece {
    std::vector<registry::MunicipalityIndex> municipalities; ///< By code.
    registry::Area area;
};

/// The shape of a working area: its pieces by falling area, equals by their first municipality.
struct WorkingArea {
    std::vector<Piece> pieces;

    [[nodiscard]] bool is_in_one_piece() const noexcept { return pieces.size() == 1; }
};

/// The polygons of the municipalities of one day, found in a layer by their codes.
///
/// A code on several features is a municipality in several parts, unless the features overlap, one
/// has no polygon, or a ring lies where it should not: then its area and pieces are not known.
/// Features that are no municipality of that day are left aside.
class Boundaries {
public:
    /// Findings: R406-R408, R412-R417, R420, R421, R423, R424.
    Boundaries(layer::Layer layer, const registry::MunicipalityTable& municipalities, Date as_of,
               std::vector<Finding>& findings);

    /// The area of the polygons, to the nearest square millimetre; nothing when there are none.
    [[nodiscard]] std::optional<registry::Area>
    area_of(registry::MunicipalityIndex municipality) const;

    /// The features of a municipality; none when its polygons are not known.
    [[nodiscard]] std::span<const layer::FeatureId>
    features_of(registry::MunicipalityIndex municipality) const {
        return features_[static_cast<std::size_t>(municipality)];
    }

    /// Nothing when the layer has no polygon for one of the members, or there are none; and when
    /// several pieces are found in a layer whose borders do not fit (R421).
    [[nodiscard]] std::optional<WorkingArea>
    working_area(std::span<const registry::MunicipalityIndex> members) const;

    [[nodiscard]] const layer::Layer& layer() const noexcept { return layer_; }
    [[nodiscard]] const topology::Chains& chains() const noexcept { return chains_; }

private:
    void match(const registry::MunicipalityTable& municipalities, Date as_of,
               std::vector<Finding>& findings);
    void check_shapes(std::vector<Finding>& findings);
    void check_doubled(registry::MunicipalityIndex municipality, std::vector<Finding>& findings);
    void check_borders(std::vector<Finding>& findings);
    void compare(const registry::MunicipalityTable& municipalities,
                 std::vector<Finding>& findings) const;
    void forget(std::optional<registry::MunicipalityIndex> municipality);
    [[nodiscard]] kernel::Wide twice_area(std::span<const layer::FeatureId> features) const;
    [[nodiscard]] bool is_plausible(kernel::Wide twice_area) const;
    [[nodiscard]] registry::Area area_of(kernel::Wide twice_area) const;

    layer::Layer layer_;
    topology::Chains chains_;
    topology::PartGraph graph_;
    std::vector<kernel::Wide> part_areas_;                ///< Twice, of each part.
    std::vector<std::vector<layer::FeatureId>> features_; ///< Of each municipality.
    std::vector<std::optional<registry::MunicipalityIndex>> municipality_of_; ///< Of each feature.
    bool borders_fit_ = true; ///< No border lies in or along another without the same points.
};

} // namespace regio::nesting
