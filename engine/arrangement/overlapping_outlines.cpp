#include "arrangement/overlapping_outlines.hpp"

#include "base/contract.hpp"

#include <algorithm>

namespace regio::arrangement {

namespace {

using kernel::MultiPolygon;

std::vector<std::vector<std::size_t>>
labels_of_groups(std::span<const std::vector<GroupId>> groups_of_label, std::size_t group_count) {
    std::vector<std::vector<std::size_t>> labels(group_count);
    for (std::size_t label = 0; label < groups_of_label.size(); ++label)
        for (const GroupId group : groups_of_label[label])
            labels[index(group)].push_back(label);
    return labels;
}

/// The round in which each group is drawn: the first in which no lesser one is that overlaps it.
std::vector<std::size_t> rounds(std::span<const std::vector<GroupId>> groups_of_label,
                                std::size_t group_count) {
    const auto labels_of_group = labels_of_groups(groups_of_label, group_count);
    std::vector<std::size_t> round(group_count);
    std::vector<std::size_t> taken_by(group_count, group_count); // Each round, for whom last.
    for (std::size_t group = 0; group < group_count; ++group) {
        for (const std::size_t label : labels_of_group[group])
            for (const GroupId other : groups_of_label[label])
                if (index(other) < group)
                    taken_by[round[index(other)]] = group;
        while (taken_by[round[group]] == group)
            ++round[group];
    }
    return round;
}

} // namespace

std::vector<MultiPolygon>
overlapping_outlines(const Arrangement& arrangement,
                     std::span<const std::vector<GroupId>> groups_of_label,
                     std::size_t group_count) {
    const Labels& labels = arrangement.labels();
    REGIO_EXPECTS(groups_of_label.size() == labels.size() && groups_of_label.front().empty());
    const auto round = rounds(groups_of_label, group_count);
    const std::size_t end = round.empty() ? 0 : *std::max_element(round.begin(), round.end()) + 1;
    std::vector<MultiPolygon> areas(group_count);
    std::vector<GroupId> group_of_face(arrangement.face_count());
    for (std::size_t now = 0; now < end; ++now) {
        std::vector<GroupId> group_of_label(labels.size(), kNoGroup);
        for (std::size_t label = 0; label < labels.size(); ++label)
            for (const GroupId group : groups_of_label[label])
                if (round[index(group)] == now)
                    group_of_label[label] = group;
        for (std::size_t face = 0; face < group_of_face.size(); ++face)
            group_of_face[face] = group_of_label[index(labels.of(FaceId(face)))];
        auto drawn = arrangement.outlines(group_of_face, group_count);
        for (std::size_t group = 0; group < group_count; ++group)
            if (round[group] == now)
                areas[group] = std::move(drawn[group]);
    }
    return areas;
}

} // namespace regio::arrangement
