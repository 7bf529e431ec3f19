#include "validation/misfits.hpp"

#include "arrangement/arrangement.hpp"
#include "base/append.hpp"
#include "base/sorted.hpp"
#include "kernel/edge_index.hpp"
#include "nesting/farthest_place.hpp"
#include "topology/adjacency.hpp"
#include "validation/unmatched_borders.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace regio::validation {

namespace {

using arrangement::Arrangement;
using arrangement::FaceId;
using arrangement::GroupId;
using arrangement::HalfArcId;
using arrangement::Tag;
using layer::FeatureId;
using layer::Layer;

/// Widths are told to a tenth of a millimetre, finer than any tolerance that is meant,
constexpr double kWidthsPerMetre = 10'000;
/// to a ten-thousandth of what a polygon is wide at least,
constexpr double kWidthShare = 1e-4;
/// and to a five-millionth of how far it reaches: finer is slow to tell where it is that slender.
constexpr double kReachShare = 1e-7;

/// How finely the radius of the largest circle is to be told, in units. No place of a polygon is
/// further from its border than that radius, so its area is at most the perimeter times that.
double radius_resolution(const kernel::Polygon& polygon, const kernel::Lattice& lattice) {
    const double least = static_cast<double>(moments(polygon).twice_area) / 2 /
                         topology::perimeter_of(polygon).units();
    const kernel::Box box = kernel::box_of(polygon.shell);
    const double reach =
        std::hypot(double{1} * box.max.x - box.min.x, double{1} * box.max.y - box.min.y);
    return std::max(
        {kWidthShare * least, kReachShare * reach, lattice.units_per_metre / kWidthsPerMetre / 2});
}

/// Tags are the numbers of features where there is one layer.
std::vector<FeatureId> features_of(std::span<const Tag> tags) {
    std::vector<FeatureId> features;
    for (const Tag tag : tags)
        features.push_back(FeatureId{static_cast<std::uint32_t>(tag)});
    return features;
}

/// The faces that lie in no feature, but for the outside, and those that lie in several.
std::vector<FaceId> faces_that_misfit(const Arrangement& all) {
    std::vector<FaceId> faces;
    for (std::uint32_t face = 1; face < all.face_count(); ++face)
        if (all.tags(FaceId{face}).size() != 1)
            faces.push_back(FaceId{face});
    return faces;
}

/// The features on the other side of the borders of a face.
std::vector<FeatureId> neighbours_of(const Arrangement& all, FaceId face) {
    std::vector<FeatureId> neighbours;
    for (const HalfArcId side : all.faces().around(face))
        append(features_of(all.tags(all.faces().left_of(twin(side)))), neighbours);
    sort_and_unite(neighbours);
    return neighbours;
}

/// Each face as a polygon.
std::vector<kernel::Polygon> polygons_of(const Arrangement& all, std::span<const FaceId> faces) {
    std::vector<GroupId> group_of_face(all.face_count(), arrangement::kNoGroup);
    for (std::uint32_t i = 0; i < faces.size(); ++i)
        group_of_face[index(faces[i])] = GroupId{i};
    std::vector<kernel::Polygon> polygons;
    for (auto& area : all.outlines(group_of_face, faces.size()))
        polygons.push_back(std::move(area.front()));
    return polygons;
}

/// Makes defects of the faces of one arrangement.
class Misfits {
public:
    Misfits(const Layer& layer, const Arrangement& all, double tolerance_m)
        : layer_(layer), all_(all), tolerance_m_(tolerance_m) {}

    [[nodiscard]] Defect defect(FaceId face, kernel::Polygon polygon) const {
        Defect defect = all_.tags(face).empty() ? gap(face) : overlap(face);
        defect.area_m2 = layer_.lattice().square_metres(all_.twice_area(face));
        const double least_width_m = measure(polygon, defect);
        defect.shape = std::move(polygon);
        defect.severity = least_width_m > tolerance_m_ ? Severity::Error : Severity::Warning;
        auto& values = defect.finding.values;
        values.push_back({"area", square_metres_text(*defect.area_m2)});
        values.push_back({"width", metres_text(*defect.width_m)});
        return defect;
    }

private:
    [[nodiscard]] Defect gap(FaceId face) const {
        Defect defect =
            defect_of(layer_, neighbours_of(all_, face), FindingNumber::GapBetweenFeatures);
        defect.finding.values.push_back({"names", names_of(layer_, defect.features)});
        return defect;
    }

    [[nodiscard]] Defect overlap(FaceId face) const {
        Defect defect =
            defect_of(layer_, features_of(all_.tags(face)), FindingNumber::FeaturesOverlap);
        const std::span<const FeatureId> features = defect.features;
        defect.finding.values = {{"one", label_of(layer_[features.front()])},
                                 {"other", names_of(layer_, features.subspan(1))}};
        return defect;
    }

    /// How wide it is at least, which decides: one of exactly the tolerance is no error.
    double measure(const kernel::Polygon& polygon, Defect& defect) const {
        const auto centre =
            nesting::farthest_place(polygon, kernel::EdgeIndex(kernel::rings_of(polygon)),
                                    radius_resolution(polygon, layer_.lattice()));
        const auto [from, offset] = centre.place;
        locate(layer_,
               {static_cast<std::int32_t>(from.x + std::lround(offset.x)),
                static_cast<std::int32_t>(from.y + std::lround(offset.y))},
               defect);
        const double width_m = 2 * centre.greatest * layer_.lattice().unit_m();
        defect.width_m = std::ceil(width_m * kWidthsPerMetre) / kWidthsPerMetre;
        return 2 * centre.least * layer_.lattice().unit_m();
    }

    const Layer& layer_;
    const Arrangement& all_;
    double tolerance_m_;
};

} // namespace

std::vector<Defect> find_misfits(const Layer& layer, const topology::Chains& chains,
                                 double tolerance_m) {
    const Arrangement all = arrangement::arrange(std::array{&chains});
    const auto faces = faces_that_misfit(all);
    auto polygons = polygons_of(all, faces);
    const Misfits misfits(layer, all, tolerance_m);
    std::vector<Defect> defects(faces.size());
    tbb::parallel_for(std::size_t{0}, faces.size(), [&](std::size_t i) {
        defects[i] = misfits.defect(faces[i], std::move(polygons[i]));
    });
    append(find_unmatched_borders(layer, chains, all), defects);
    return defects;
}

} // namespace regio::validation
