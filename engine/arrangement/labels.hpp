#pragma once

#include "arrangement/arc_faces.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// A set of tags that faces lie in. Numbered in order of the sets; the empty one is the first.
enum class LabelId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(LabelId id) {
    return static_cast<std::size_t>(id);
}

/// In which areas the faces lie, each different set stored once. The outside lies in none, and
/// crossing an arc toggles its tags.
/// Law: the label of a face has the tags whose lines wind around it an odd number of times.
class Labels {
public:
    Labels(const Arcs& arcs, const ArcFaces& faces);

    [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }
    [[nodiscard]] LabelId of(FaceId face) const { return label_[arrangement::index(face)]; }

    /// In order.
    [[nodiscard]] std::span<const Tag> tags(LabelId label) const {
        return std::span(tags_).subspan(first_[index(label)],
                                        first_[index(label) + 1] - first_[index(label)]);
    }

private:
    std::vector<LabelId> label_;     ///< Of each face.
    std::vector<std::size_t> first_; ///< Of each label, in tags_; and the end.
    std::vector<Tag> tags_;
};

} // namespace regio::arrangement
