#include "arrangement/labels.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_map>

namespace regio::arrangement {

namespace {

constexpr LabelId kUnknown{0xffffffff};

/// Well spread bits of a tag (Steele, Lea and Flood, Fast splittable pseudorandom number
/// generators, 2014).
std::uint64_t mixed(Tag tag) {
    std::uint64_t bits = (static_cast<std::uint64_t>(tag) + 1) * 0x9e3779b97f4a7c15;
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111eb;
    return bits ^ bits >> 31;
}

/// Sets of tags, each stored once and found by the exclusive or of what its tags are mixed to: so
/// that the key of a set follows from that of its neighbour.
class Sets {
public:
    Sets() { add({}, 0); }

    [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }

    [[nodiscard]] std::span<const Tag> tags(std::size_t set) const {
        return std::span(tags_).subspan(first_[set], first_[set + 1] - first_[set]);
    }

    /// The set of the tags that are in a set or in the list, and not in both.
    LabelId toggled(LabelId set, std::span<const Tag> list) {
        const auto own = tags(index(set));
        wanted_.clear();
        std::set_symmetric_difference(own.begin(), own.end(), list.begin(), list.end(),
                                      std::back_inserter(wanted_));
        std::uint64_t key = keys_[index(set)];
        for (const Tag tag : list)
            key ^= mixed(tag);
        const auto [first, end] = by_key_.equal_range(key);
        for (auto i = first; i != end; ++i)
            if (std::ranges::equal(tags(index(i->second)), wanted_))
                return i->second;
        return add(wanted_, key);
    }

private:
    LabelId add(std::span<const Tag> tags, std::uint64_t key) {
        const LabelId id{static_cast<std::uint32_t>(keys_.size())};
        tags_.insert(tags_.end(), tags.begin(), tags.end());
        first_.push_back(tags_.size());
        keys_.push_back(key);
        by_key_.emplace(key, id);
        return id;
    }

    std::vector<std::size_t> first_ = {0};
    std::vector<Tag> tags_;
    std::vector<std::uint64_t> keys_;
    std::unordered_multimap<std::uint64_t, LabelId> by_key_;
    std::vector<Tag> wanted_;
};

/// Labels of all faces, from the outside in.
std::vector<LabelId> label_faces(const Arcs& arcs, const ArcFaces& faces, Sets& sets) {
    std::vector<LabelId> labels(faces.size(), kUnknown);
    labels[index(kOutside)] = LabelId{0};
    std::vector<FaceId> known = {kOutside};
    while (!known.empty()) {
        const FaceId face = known.back();
        known.pop_back();
        for (const HalfArcId at : faces.around(face)) {
            const FaceId beyond = faces.left_of(twin(at));
            if (labels[index(beyond)] != kUnknown)
                continue;
            labels[index(beyond)] = sets.toggled(labels[index(face)], arcs.tags(arc_of(at)));
            known.push_back(beyond);
        }
    }
    return labels;
}

} // namespace

Labels::Labels(const Arcs& arcs, const ArcFaces& faces) {
    Sets sets;
    label_ = label_faces(arcs, faces, sets);
    std::vector<std::uint32_t> order(sets.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
        return std::ranges::lexicographical_compare(sets.tags(one), sets.tags(other));
    });
    std::vector<LabelId> place(sets.size());
    first_ = {0};
    for (const std::uint32_t set : order) {
        place[set] = LabelId{static_cast<std::uint32_t>(size())};
        tags_.insert(tags_.end(), sets.tags(set).begin(), sets.tags(set).end());
        first_.push_back(tags_.size());
    }
    for (LabelId& label : label_)
        label = place[index(label)];
}

} // namespace regio::arrangement
