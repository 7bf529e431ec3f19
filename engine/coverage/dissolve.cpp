#include "coverage/dissolve.hpp"

#include "arrangement/overlapping_outlines.hpp"
#include "base/append.hpp"
#include "base/sorted.hpp"
#include "coverage/connected_parts.hpp"
#include "coverage/outline.hpp"
#include "coverage/unite.hpp"
#include "topology/misplaced_rings.hpp"
#include "topology/self_contacts.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace regio::coverage {

namespace {

using arrangement::Arrangement;
using arrangement::FaceId;
using arrangement::GroupId;
using arrangement::LabelId;
using arrangement::Tag;
using kernel::MultiPolygon;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using topology::Chains;

using Outlines = std::vector<MultiPolygon>;

Outlines drop_chains(const Chains& chains, std::span<const FeatureList> groups) {
    const Outliner outliner(chains);
    Outlines outlines(groups.size());
    tbb::parallel_for(std::size_t{0}, groups.size(),
                      [&](std::size_t i) { outlines[i] = outliner.outline(groups[i]); });
    return outlines;
}

/// Each group by itself, so that each border finds its partner within it. Nothing when members of
/// a group overlap.
std::optional<Outlines> drop_chains_by_group(const Layer& layer,
                                             std::span<const FeatureList> groups) {
    Outlines outlines;
    for (const FeatureList& group : groups) {
        const Layer members = select(layer, group);
        const Chains chains(members);
        if (features_overlap(members, chains))
            return std::nullopt;
        FeatureList all;
        for (std::size_t i = 0; i < group.size(); ++i)
            all.push_back(FeatureId(i));
        outlines.push_back(Outliner(chains).outline(all));
    }
    return outlines;
}

/// The outlines with rings that run over each other, or touch an edge of their own.
FeatureList find_faults(const Layer& layer, const Outlines& outlines) {
    Layer drawn(layer.source(), layer.lattice());
    for (const MultiPolygon& outline : outlines) {
        drawn.add_feature({});
        add_parts(outline, drawn);
    }
    FeatureList faulty = topology::find_misplaced_rings(drawn);
    for (const auto& contact : topology::find_self_contacts(drawn))
        faulty.push_back(contact.feature);
    sort_and_unite(faulty);
    return faulty;
}

/// Where the sides of a border within a group have different vertices, chains find no partner and
/// leave a slit without area, and a ring that touches an edge of its own is not split there: such
/// groups are unions of faces. Nothing crosses, so no point moves.
std::vector<Dissolved> without_faults(const Layer& layer, std::span<const FeatureList> groups,
                                      Outlines outlines) {
    const FeatureList faulty = find_faults(layer, outlines);
    std::vector<Dissolved> areas(groups.size());
    tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t i) {
        areas[i].area = std::binary_search(faulty.begin(), faulty.end(), FeatureId(i))
                            ? area_under(Chains(select(layer, groups[i])))
                            : connected_parts(std::move(outlines[i]));
    });
    return areas;
}

/// The features that are in some group.
FeatureList members_of(std::span<const FeatureList> groups) {
    FeatureList members;
    for (const FeatureList& group : groups)
        append(group, members);
    sort_and_unite(members);
    return members;
}

/// Groups of features as groups of labels of the arrangement of all members.
class Faces {
public:
    Faces(const Layer& layer, std::span<const FeatureList> groups)
        : members_(members_of(groups)), groups_of_member_(members_.size()), areas_(groups.size()),
          chains_(select(layer, members_)),
          arrangement_(arrangement::arrange(std::array{&chains_})) {
        for (std::size_t group = 0; group < groups.size(); ++group)
            for (const FeatureId member : groups[group])
                groups_of_member_[place_of(member)].push_back(GroupId(group));
    }

    std::vector<Dissolved> run() {
        const auto twice_areas = twice_areas_of_labels();
        std::vector<std::vector<GroupId>> groups_of_label;
        for (std::size_t label = 0; label < twice_areas.size(); ++label) {
            groups_of_label.emplace_back();
            for (const auto& [group, members] : members_by_group(LabelId(label))) {
                groups_of_label.back().push_back(group);
                if (members.size() > 1)
                    add_overlap(members, twice_areas[label], areas_[index(group)]);
            }
        }
        auto outlines = overlapping_outlines(arrangement_, groups_of_label, areas_.size());
        for (std::size_t group = 0; group < areas_.size(); ++group) {
            areas_[group].area = std::move(outlines[group]);
            sort_and_unite(areas_[group].overlapping);
        }
        return std::move(areas_);
    }

private:
    [[nodiscard]] std::size_t place_of(FeatureId member) const {
        return static_cast<std::size_t>(std::lower_bound(members_.begin(), members_.end(), member) -
                                        members_.begin());
    }

    [[nodiscard]] std::vector<Wide> twice_areas_of_labels() const {
        std::vector<Wide> areas(arrangement_.labels().size());
        for (std::size_t face = 0; face < arrangement_.face_count(); ++face)
            areas[index(arrangement_.labels().of(FaceId(face)))] +=
                arrangement_.twice_area(FaceId(face));
        return areas;
    }

    /// Which members of which groups lie where a label holds.
    [[nodiscard]] std::map<GroupId, FeatureList> members_by_group(LabelId label) const {
        std::map<GroupId, FeatureList> members;
        for (const Tag tag : arrangement_.labels().tags(label))
            for (const GroupId group : groups_of_member_[index(tag)])
                members[group].push_back(members_[index(tag)]);
        return members;
    }

    static void add_overlap(const FeatureList& members, Wide twice_area, Dissolved& group) {
        append(members, group.overlapping);
        group.twice_shared += twice_area;
    }

    FeatureList members_; ///< Of any group, ascending: their places are the tags.
    std::vector<std::vector<GroupId>> groups_of_member_;
    std::vector<Dissolved> areas_;
    Chains chains_;
    Arrangement arrangement_;
};

} // namespace

std::vector<Dissolved> dissolve(const Layer& layer, std::span<const FeatureList> groups) {
    const Chains chains(layer);
    if (!features_overlap(layer, chains))
        return without_faults(layer, groups, drop_chains(chains, groups));
    if (auto outlines = drop_chains_by_group(layer, groups))
        return without_faults(layer, groups, std::move(*outlines));
    return Faces(layer, groups).run();
}

} // namespace regio::coverage
