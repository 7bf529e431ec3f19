#include "arrangement/labels.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

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
/// that the key of a set follows from that of its neighbour. A hash table with open addresses.
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
        for (std::size_t place = key & mask(); table_[place] != kUnknown; place = next(place))
            if (const std::size_t other = index(table_[place]);
                keys_[other] == key && std::ranges::equal(tags(other), wanted_))
                return table_[place];
        return add(wanted_, key);
    }

private:
    [[nodiscard]] std::size_t mask() const { return table_.size() - 1; }
    [[nodiscard]] std::size_t next(std::size_t place) const { return (place + 1) & mask(); }

    LabelId add(std::span<const Tag> tags, std::uint64_t key) {
        const LabelId id{static_cast<std::uint32_t>(keys_.size())};
        tags_.insert(tags_.end(), tags.begin(), tags.end());
        first_.push_back(tags_.size());
        keys_.push_back(key);
        if (2 * keys_.size() > table_.size())
            grow();
        else
            enter(id);
        return id;
    }

    void grow() {
        table_.assign(4 * table_.size(), kUnknown);
        for (std::uint32_t id = 0; id < keys_.size(); ++id)
            enter(LabelId{id});
    }

    void enter(LabelId id) {
        std::size_t place = keys_[index(id)] & mask();
        while (table_[place] != kUnknown)
            place = next(place);
        table_[place] = id;
    }

    std::vector<std::size_t> first_ = {0};
    std::vector<Tag> tags_;
    std::vector<std::uint64_t> keys_;
    std::vector<LabelId> table_ = std::vector<LabelId>(16, kUnknown); ///< A power of two.
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
