#pragma once

#include "arrangement/labels.hpp"
#include "arrangement/outlines.hpp"
#include "topology/chains.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// A feature of one of several layers.
struct Member {
    std::uint32_t layer = 0; ///< Its place among them.
    layer::FeatureId feature{};

    friend constexpr auto operator<=>(const Member&, const Member&) = default;
};

/// Lines cut where they meet, the faces between them, and in which areas each lies: whatever is
/// asked of areas of several layers at once is a choice among faces. Where lines cross, the
/// crossing is rounded to the lattice (node()); all else is exact.
///
/// Laws: 1. a face lies in the areas whose lines wind around it an odd number of times; 2. the
/// faces of an area add up to it exactly, unless its lines had to be led off their way; then to
/// within half a unit along them; 3. areas that are made of faces are valid by the rules of OGC,
/// share their borders point by point, and are those that came in, bit for bit, where nothing had
/// to be cut; 4. no order of layers, features or lines and no number of threads changes an area; 5.
/// a translation by a lattice vector commutes with all of it.
/// Precondition: around every point each tag has an even number of edges.
class Arrangement {
public:
    explicit Arrangement(const Lines& lines);

    /// Faces, of which the first is the outside.
    [[nodiscard]] std::size_t face_count() const noexcept { return faces_.size(); }
    [[nodiscard]] kernel::Wide twice_area(FaceId face) const { return faces_.twice_area(face); }

    /// In which areas a face lies. Each different set has one number.
    [[nodiscard]] const Labels& labels() const noexcept { return labels_; }
    [[nodiscard]] std::span<const Tag> tags(FaceId face) const {
        return labels_.tags(labels_.of(face));
    }

    /// The area of the faces for which there is `true`, of all together; see outlines().
    /// Preconditions: there is a value for every face, and the outside is not chosen.
    [[nodiscard]] kernel::MultiPolygon outline(const std::vector<bool>& is_chosen) const;

    /// The area of each group of faces; see outlines().
    [[nodiscard]] std::vector<kernel::MultiPolygon> outlines(std::span<const GroupId> group_of_face,
                                                             std::size_t group_count) const;

    /// The common partition: the area of each label, by number; that of the first is left out.
    [[nodiscard]] std::vector<kernel::MultiPolygon> partition() const;

    /// What it is made of, to go from face to face.
    [[nodiscard]] const Arcs& arcs() const noexcept { return arcs_; }
    [[nodiscard]] const ArcGraph& graph() const noexcept { return graph_; }
    [[nodiscard]] const ArcFaces& faces() const noexcept { return faces_; }

private:
    Arcs arcs_;
    ArcGraph graph_;
    ArcFaces faces_;
    Labels labels_;
};

/// The features of layers as tags, one layer after the other.
class Members {
public:
    explicit Members(std::span<const topology::Chains* const> layers);

    [[nodiscard]] Tag tag(const Member& member) const {
        return Tag{first_[member.layer] + static_cast<std::uint32_t>(index(member.feature))};
    }
    [[nodiscard]] Member member(Tag tag) const;

    /// Where the tags of a layer begin; for the number of layers, where all end.
    [[nodiscard]] std::uint32_t first_tag(std::size_t layer) const { return first_[layer]; }

private:
    std::vector<std::uint32_t> first_;
};

/// The arrangement of whole layers on one lattice, whose features are tagged as Members says.
/// Precondition: no feature crosses itself or has a ring where it should not lie.
[[nodiscard]] Arrangement arrange(std::span<const topology::Chains* const> layers);

} // namespace regio::arrangement
