#include "arrangement/arrangement.hpp"

#include "base/contract.hpp"

#include <algorithm>

namespace regio::arrangement {

using kernel::MultiPolygon;
using topology::Chains;

Arrangement::Arrangement(const Lines& lines)
    : arcs_(node(lines)), graph_(arcs_), faces_(arcs_, graph_), labels_(arcs_, faces_) {}

MultiPolygon Arrangement::outline(const std::vector<bool>& is_chosen) const {
    REGIO_EXPECTS(is_chosen.size() == face_count());
    std::vector<GroupId> groups(face_count(), kNoGroup);
    for (std::size_t face = 0; face < groups.size(); ++face)
        if (is_chosen[face])
            groups[face] = GroupId{0};
    return std::move(outlines(groups, 1).front());
}

std::vector<MultiPolygon> Arrangement::outlines(std::span<const GroupId> group_of_face,
                                                std::size_t group_count) const {
    return arrangement::outlines(arcs_, graph_, faces_, group_of_face, group_count);
}

std::vector<MultiPolygon> Arrangement::partition() const {
    std::vector<GroupId> groups(face_count());
    for (std::uint32_t face = 0; face < groups.size(); ++face) {
        const LabelId label = labels_.of(FaceId{face});
        groups[face] = label == LabelId{0} ? kNoGroup : GroupId{static_cast<std::uint32_t>(label)};
    }
    return outlines(groups, labels_.size());
}

Members::Members(std::span<const Chains* const> layers) : first_(layers.size() + 1) {
    for (std::size_t i = 0; i < layers.size(); ++i)
        first_[i + 1] = first_[i] + static_cast<std::uint32_t>(layers[i]->feature_count());
}

Member Members::member(Tag tag) const {
    const auto number = static_cast<std::uint32_t>(tag);
    const auto next = std::upper_bound(first_.begin(), first_.end(), number);
    REGIO_EXPECTS(next != first_.begin() && next != first_.end());
    const auto layer = static_cast<std::uint32_t>(next - first_.begin() - 1);
    return {layer, layer::FeatureId{number - first_[layer]}};
}

Arrangement arrange(std::span<const Chains* const> layers) {
    const Members members(layers);
    Lines lines;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        REGIO_EXPECTS(layers[i]->lattice() == layers.front()->lattice());
        lines.add(*layers[i], members.first_tag(i));
    }
    return Arrangement(lines);
}

} // namespace regio::arrangement
