#include "topology/self_contacts.hpp"

#include "base/sorted.hpp"
#include "kernel/box_index.hpp"
#include "kernel/predicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Contact;
using kernel::Point;
using kernel::Segment;
using layer::FeatureId;
using layer::RingId;

/// Edges `first` up to `end` of a layer's points, going one way in both coordinates.
struct Run {
    std::uint32_t first;
    std::uint32_t end;
    RingId ring;
};

FindingNumber number_of(SelfContactKind kind) {
    switch (kind) {
    case SelfContactKind::Touch:
        return FindingNumber::RingTouches;
    case SelfContactKind::Cross:
        return FindingNumber::RingCrosses;
    case SelfContactKind::Overlap:
        break;
    }
    return FindingNumber::RingDoubled;
}

/// Searches the rings of one feature after another.
class Search {
public:
    explicit Search(const layer::Layer& layer) : layer_(layer), points_(layer.points()) {}

    void search(FeatureId feature) {
        feature_ = feature;
        runs_.clear();
        for (const auto& part : layer_.parts_of(feature))
            for (std::size_t ring = index(part.first_ring); ring < index(part.end_ring); ++ring)
                cut(RingId(ring));
        compare_runs();
    }

    [[nodiscard]] std::vector<SelfContact> take() {
        sort_and_unite(contacts_);
        return std::move(contacts_);
    }

private:
    [[nodiscard]] Segment edge(std::uint32_t i) const { return {points_[i], points_[i + 1]}; }

    /// The quarter of the plane that an edge points to; edges along an axis count to the quarter
    /// before them.
    [[nodiscard]] int quarter(std::uint32_t i) const {
        const bool is_up = points_[i + 1].y > points_[i].y;
        const bool is_down = points_[i + 1].y < points_[i].y;
        const bool is_east = points_[i + 1].x > points_[i].x;
        const bool is_west = points_[i + 1].x < points_[i].x;
        if (is_east && !is_down)
            return 0;
        if (is_up)
            return 1;
        return is_west ? 2 : 3;
    }

    void cut(RingId ring) {
        const auto end =
            static_cast<std::uint32_t>(layer_.first_point(RingId(index(ring) + 1)) - 1);
        auto first = static_cast<std::uint32_t>(layer_.first_point(ring));
        while (first < end) {
            std::uint32_t next = first + 1;
            while (next < end && quarter(next) == quarter(first))
                ++next;
            runs_.push_back({first, next, ring});
            first = next;
        }
    }

    [[nodiscard]] Box box(std::uint32_t first, std::uint32_t end) const {
        Box box;
        box.include(points_[first]);
        box.include(points_[end]);
        return box;
    }

    void compare_runs() {
        std::vector<Box> boxes;
        boxes.reserve(runs_.size());
        for (const Run& run : runs_)
            boxes.push_back(box(run.first, run.end));
        const kernel::BoxIndex index(boxes);
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            index.find(boxes[i], found_);
            for (const std::uint32_t j : found_)
                if (j > i)
                    compare(runs_[i], runs_[j]);
        }
    }

    void compare(const Run& one, const Run& other) {
        if (!meets(box(one.first, one.end), box(other.first, other.end)))
            return;
        if (one.end - one.first == 1 && other.end - other.first == 1) {
            compare_edges(one, other);
            return;
        }
        const bool is_one_longer = one.end - one.first >= other.end - other.first;
        const Run& longer = is_one_longer ? one : other;
        const Run& shorter = is_one_longer ? other : one;
        const std::uint32_t middle = longer.first + (longer.end - longer.first) / 2;
        compare({longer.first, middle, longer.ring}, shorter);
        compare({middle, longer.end, longer.ring}, shorter);
    }

    void compare_edges(const Run& one, const Run& other) {
        const auto [first, second] = std::minmax(one.first, other.first);
        const Segment e = edge(first);
        const Segment f = edge(second);
        switch (contact(e, f)) {
        case Contact::None:
            return;
        case Contact::Cross:
            report(SelfContactKind::Cross, std::min(e.a, e.b));
            return;
        case Contact::Overlap:
            report(SelfContactKind::Overlap, std::min(e.a, e.b));
            return;
        case Contact::Touch:
            if (one.ring == other.ring && !are_neighbours(one, other))
                report(SelfContactKind::Touch, touching_point(e, f));
        }
    }

    /// Whether two edges of a ring follow each other.
    [[nodiscard]] bool are_neighbours(const Run& one, const Run& other) const {
        const auto [low, high] = std::minmax(one.first, other.first);
        if (high == low + 1)
            return true;
        return layer_.first_point(one.ring) == low &&
               layer_.first_point(RingId(index(one.ring) + 1)) == std::size_t{high} + 2;
    }

    static Point touching_point(const Segment& e, const Segment& f) {
        if (lies_on(e.a, f))
            return e.a;
        if (lies_on(e.b, f))
            return e.b;
        return lies_on(f.a, e) ? f.a : f.b;
    }

    void report(SelfContactKind kind, Point place) {
        contacts_.push_back({.feature = feature_, .kind = kind, .place = place});
    }

    const layer::Layer& layer_;
    std::span<const Point> points_;
    FeatureId feature_{};
    std::vector<Run> runs_;
    std::vector<std::uint32_t> found_;
    std::vector<SelfContact> contacts_;
};

} // namespace

std::vector<SelfContact> find_self_contacts(const layer::Layer& layer) {
    Search search(layer);
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        search.search(FeatureId(i));
    return search.take();
}

void report_self_contacts(const layer::Layer& layer, std::span<const SelfContact> contacts,
                          std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const SelfContact& contact = contacts[i];
        if (i > 0 && contacts[i - 1].feature == contact.feature &&
            contacts[i - 1].kind == contact.kind)
            continue;
        const kernel::Position place = layer.lattice().position(contact.place);
        findings.push_back({.number = number_of(contact.kind),
                            .values = {{"name", label_of(layer[contact.feature])},
                                       {"place", fmt::format("{:.3f} {:.3f}", place.x, place.y)}},
                            .source = layer.source_of(contact.feature)});
    }
}

void report_self_contacts(const layer::Layer& layer, std::vector<Finding>& findings) {
    report_self_contacts(layer, find_self_contacts(layer), findings);
}

} // namespace regio::topology
