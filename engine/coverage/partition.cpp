#include "coverage/partition.hpp"

#include "arrangement/overlapping_outlines.hpp"
#include "base/contract.hpp"

namespace regio::coverage {

namespace {

using arrangement::Arrangement;
using arrangement::FaceId;
using arrangement::GroupId;
using arrangement::kNoGroup;
using arrangement::LabelId;
using arrangement::Members;
using arrangement::Tag;

/// Chooses faces and draws their groups.
class Partition {
public:
    Partition(std::span<const topology::Chains* const> layers, PartitionKind kind)
        : kind_(kind), layer_count_(layers.size()), feature_count_(layers.front()->feature_count()),
          members_(layers), arrangement_(arrangement::arrange(layers)) {}

    [[nodiscard]] std::vector<Piece> run() const {
        const bool is_by_label =
            kind_ == PartitionKind::Intersection || kind_ == PartitionKind::Union;
        return is_by_label ? by_label() : by_feature();
    }

private:
    [[nodiscard]] std::span<const Tag> tags(std::size_t label) const {
        return arrangement_.labels().tags(LabelId(label));
    }

    [[nodiscard]] std::size_t layer_of(Tag tag) const { return members_.member(tag).layer; }

    /// Whether what lies in these features is asked for. Tags come in order of layers.
    [[nodiscard]] bool is_wanted(std::span<const Tag> tags) const {
        if (tags.empty() || kind_ == PartitionKind::Union)
            return !tags.empty();
        if (kind_ != PartitionKind::Intersection)
            return layer_of(tags.front()) == 0 &&
                   (layer_of(tags.back()) > 0) == (kind_ == PartitionKind::Clip);
        std::size_t layers = 0;
        for (const Tag tag : tags)
            if (layer_of(tag) == layers)
                ++layers;
        return layers == layer_count_;
    }

    [[nodiscard]] std::vector<Piece> by_label() const {
        std::vector<Piece> pieces;
        std::vector<GroupId> group_of_label(arrangement_.labels().size(), kNoGroup);
        for (std::size_t label = 0; label < group_of_label.size(); ++label)
            if (is_wanted(tags(label))) {
                group_of_label[label] = GroupId(pieces.size());
                pieces.push_back({.features = features(tags(label)), .polygons = {}});
            }
        draw(group_of_label, pieces);
        return pieces;
    }

    [[nodiscard]] std::vector<arrangement::Member> features(std::span<const Tag> tags) const {
        std::vector<arrangement::Member> features;
        for (const Tag tag : tags)
            features.push_back(members_.member(tag));
        return features;
    }

    /// Fills in the polygons of all pieces that a label belongs to.
    void draw(const std::vector<GroupId>& group_of_label, std::vector<Piece>& pieces) const {
        std::vector<GroupId> group_of_face(arrangement_.face_count());
        for (std::size_t face = 0; face < group_of_face.size(); ++face)
            group_of_face[face] = group_of_label[index(arrangement_.labels().of(FaceId(face)))];
        auto areas = arrangement_.outlines(group_of_face, pieces.size());
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (!areas[i].empty())
                pieces[i].polygons = std::move(areas[i]);
    }

    [[nodiscard]] std::vector<Piece> by_feature() const {
        std::vector<std::vector<GroupId>> wanted;
        for (std::size_t label = 0; label < arrangement_.labels().size(); ++label)
            wanted.push_back(wanted_features(label));
        auto areas = overlapping_outlines(arrangement_, wanted, feature_count_);
        std::vector<Piece> pieces;
        for (std::size_t i = 0; i < areas.size(); ++i)
            if (!areas[i].empty())
                pieces.push_back(
                    {.features = {{0, layer::FeatureId(i)}}, .polygons = std::move(areas[i])});
        return pieces;
    }

    /// The features of the first layer that are asked for where a label holds.
    [[nodiscard]] std::vector<GroupId> wanted_features(std::size_t label) const {
        std::vector<GroupId> wanted;
        if (is_wanted(tags(label)))
            for (const Tag tag : tags(label))
                if (layer_of(tag) == 0)
                    wanted.push_back(GroupId(index(members_.member(tag).feature)));
        return wanted;
    }

    PartitionKind kind_;
    std::size_t layer_count_;
    std::size_t feature_count_; ///< Of the first layer.
    Members members_;
    Arrangement arrangement_;
};

} // namespace

std::vector<Piece> partition(std::span<const topology::Chains* const> layers, PartitionKind kind) {
    REGIO_EXPECTS(!layers.empty());
    return Partition(layers, kind).run();
}

} // namespace regio::coverage
