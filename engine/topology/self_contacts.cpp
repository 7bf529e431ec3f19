#include "topology/self_contacts.hpp"

#include "base/sorted.hpp"
#include "kernel/place_text.hpp"
#include "kernel/predicates.hpp"
#include "kernel/rounded_crossing.hpp"
#include "kernel/segment_box.hpp"
#include "topology/box_cells.hpp"
#include "topology/edge_crowd.hpp"
#include "topology/edge_fan.hpp"
#include "topology/monotone_runs.hpp"
#include "topology/ring_lookup.hpp"
#include "topology/ring_pass.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Contact;
using kernel::Point;
using kernel::Segment;
using layer::FeatureId;
using layer::RingId;

/// Searches the rings of one feature after another.
class Search {
public:
    Search(const layer::Layer& layer, const RingLookup& rings)
        : layer_(layer), points_(layer.points()), rings_(rings) {}

    void search(FeatureId feature) {
        feature_ = feature;
        runs_.clear();
        for_each_ring(
            [&](std::uint32_t first, std::uint32_t end) { runs_.add(points_, first, end); });
        if (!compare_runs())
            divide();
    }

    [[nodiscard]] const std::vector<SelfContact>& contacts() const { return contacts_; }

private:
    [[nodiscard]] Segment edge(std::uint32_t i) const { return {points_[i], points_[i + 1]}; }

    /// Calls with the first edge of each ring of the feature, and the end. The last stored point of
    /// a ring begins no edge.
    template <typename Visit>
    void for_each_ring(const Visit& visit) const {
        for (const auto& part : layer_.parts_of(feature_))
            for (std::size_t ring = index(part.first_ring); ring < index(part.end_ring); ++ring)
                visit(static_cast<std::uint32_t>(layer_.first_point(RingId(ring))),
                      static_cast<std::uint32_t>(layer_.first_point(RingId(ring + 1)) - 1));
    }

    /// Whether the runs do not lie across each other too often to be compared. If they do, nothing
    /// is reported.
    [[nodiscard]] bool compare_runs() {
        const auto before = static_cast<std::ptrdiff_t>(contacts_.size());
        if (runs_.for_each_meeting([&](const MonotoneRun& one, const MonotoneRun& other) {
                if (!only_follow(one, other))
                    compare(one, other);
            }))
            return true;
        contacts_.erase(contacts_.begin() + before, contacts_.end());
        return false;
    }

    /// Whether a run is the next of its ring, and the two do not meet again: they do not go back in
    /// x and in y, and where they do in one of them, their boxes share a side, on which no two of
    /// their edges lie.
    [[nodiscard]] bool only_follow(const MonotoneRun& run, const MonotoneRun& next) const {
        if (run.end != next.first || !turn_aside(run.end - 1))
            return false;
        const Point from = points_[run.first];
        const Point middle = points_[run.end];
        const Point to = points_[next.end];
        return !turns_back(from.x, middle.x, to.x) || !turns_back(from.y, middle.y, to.y);
    }

    static bool turns_back(std::int32_t from, std::int32_t middle, std::int32_t to) {
        return (from < middle && to < middle) || (from > middle && to > middle);
    }

    void compare(const MonotoneRun& one, const MonotoneRun& other) {
        for (std::uint32_t e = one.first; e < one.end; ++e)
            if (!is_apart(other.box, edge(e)))
                compare_each(e, other.first, other.end);
    }

    /// Compares an edge with those from `first` up to `end`.
    void compare_each(std::uint32_t e, std::uint32_t first, std::uint32_t end) {
        const Box box = kernel::box_of(edge(e));
        for (std::uint32_t other = first; other < end; ++other)
            if (!is_apart(box, edge(other)))
                compare(e, other);
    }

    /// Looks in cells, where that pays.
    void divide() {
        std::vector<std::uint32_t> edges;
        for_each_ring([&](std::uint32_t first, std::uint32_t end) {
            for (std::uint32_t e = first; e < end; ++e)
                edges.push_back(e);
        });
        if (cells_.divide(points_, edges))
            for (std::size_t cell = 0; cell < cells_.count(); ++cell)
                look_in(cells_[cell]);
        else
            look_in_crowd(std::move(edges));
    }

    void look_in(std::span<const std::uint32_t> edges) {
        runs_.clear();
        for (auto first = edges.begin(); first != edges.end();) {
            auto end = first + 1;
            while (end != edges.end() && *end == *(end - 1) + 1)
                ++end;
            runs_.add(points_, *first, *(end - 1) + 1);
            first = end;
        }
        if (!compare_runs())
            look_in_crowd({edges.begin(), edges.end()});
    }

    void look_in_crowd(std::vector<std::uint32_t> edges) {
        const Edges all{.line = points_, .more = {}};
        const CommonEnd end = common_end(all, edges);
        auto others = edges.begin();
        if (end.found) {
            others = std::partition(edges.begin(), edges.end(), [&](std::uint32_t e) {
                return points_[e] == end.point || points_[e + 1] == end.point;
            });
            compare_star(end.point, {edges.begin(), others});
        }
        const EdgeFan fan(all, end.point, {edges.begin(), others}, CommonEnds::Found);
        const EdgeCrowd crowd(all, {others, edges.end()}, CommonEnds::Found);
        for (auto e = others; e != edges.end(); ++e) {
            fan.for_each_near(edge(*e), [&](std::uint32_t f) { compare(*e, f); });
            const Box box = box_of(points_.subspan(*e, 2));
            crowd.for_each_near(edge(*e), [&](std::uint32_t f) {
                if (*e < f && meets(box, box_of(points_.subspan(f, 2))))
                    compare(*e, f);
            });
        }
    }

    [[nodiscard]] Point far_end(std::uint32_t e, Point near_end) const {
        return points_[e] == near_end ? points_[e + 1] : points_[e];
    }

    /// Edges that end in one point touch there, and overlap where they leave it one way.
    void compare_star(Point centre, std::vector<std::uint32_t> edges) {
        std::sort(edges.begin(), edges.end());
        // Within a ring: of two that touch, two also do that are three places apart or less.
        compare_within(edges, 3);
        std::stable_sort(edges.begin(), edges.end(), [&](std::uint32_t e, std::uint32_t f) {
            return comes_before_around(centre, far_end(e, centre), far_end(f, centre));
        });
        // Of edges that leave in one direction each overlaps the next.
        compare_within(edges, 1);
        if (have_crossing_passes(centre, edges))
            report(SelfContactKind::Cross, centre);
    }

    /// Whether two passes through a point cross there: sorted around it, their arms do not pair up
    /// as brackets do. Passes that run over others are left out; that is said by itself.
    /// Precondition: the edges are sorted around the point.
    [[nodiscard]] bool have_crossing_passes(Point centre,
                                            std::span<const std::uint32_t> edges) const {
        using Arms = std::pair<Point, Point>;
        const std::set<Point> shared = shared_arms(centre, edges);
        std::set<Arms> begun;
        std::vector<Arms> open;
        for (const std::uint32_t e : edges) {
            const auto [from, to] = pass(e, centre);
            if (shared.contains(from) || shared.contains(to))
                continue;
            if (begun.insert({from, to}).second) {
                open.emplace_back(from, to);
                continue;
            }
            if (open.back() != Arms{from, to})
                return true;
            open.pop_back();
        }
        return false;
    }

    /// The ends of edges that leave a point over each other. Precondition: as above.
    [[nodiscard]] std::set<Point> shared_arms(Point centre,
                                              std::span<const std::uint32_t> edges) const {
        std::set<Point> shared;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const Point one = far_end(edges[i], centre);
            const Point next = far_end(edges[(i + 1) % edges.size()], centre);
            if (is_on_ray(one, centre, next))
                shared.insert({one, next});
        }
        return shared;
    }

    /// Compares those that are so many places apart or less.
    void compare_within(const std::vector<std::uint32_t>& edges, std::size_t reach) {
        for (std::size_t i = 0; i < edges.size(); ++i)
            for (std::size_t j = i + 1; j < edges.size() && j <= i + reach; ++j)
                compare(edges[i], edges[j]);
    }

    void compare(std::uint32_t one, std::uint32_t other) {
        const auto [first, second] = std::minmax(one, other);
        if (second == first + 1 && turn_aside(first))
            return;
        const Segment e = edge(first);
        const Segment f = edge(second);
        switch (contact(e, f)) {
        case Contact::None:
            return;
        case Contact::Cross:
            report(SelfContactKind::Cross, rounded_crossing(e, f));
            return;
        case Contact::Overlap:
            report(SelfContactKind::Overlap, std::min(e.a, e.b));
            return;
        case Contact::Touch:
            compare_passes(first, second, touching_point(e, f));
        }
    }

    /// Whether an edge and the next of its ring, which most pairs are, have their common end alone.
    [[nodiscard]] bool turn_aside(std::uint32_t e) const {
        return orientation(points_[e], points_[e + 1], points_[e + 2]) != 0;
    }

    void compare_passes(std::uint32_t first, std::uint32_t second, Point point) {
        const RingId ring = rings_.of(first);
        const bool is_one_ring = second < layer_.first_point(RingId(index(ring) + 1));
        if (is_one_ring && follow_each_other(ring, first, second))
            return;
        if (cross_in(point, pass(first, point), pass(second, point)))
            report(SelfContactKind::Cross, point);
        else if (is_one_ring)
            report(SelfContactKind::Touch, point);
    }

    /// Whether two edges of a ring are neighbours. The last stored point of a ring begins no edge.
    [[nodiscard]] bool follow_each_other(RingId ring, std::uint32_t first,
                                         std::uint32_t second) const {
        return second == first + 1 ||
               (layer_.first_point(ring) == first &&
                layer_.first_point(RingId(index(ring) + 1)) == std::size_t{second} + 2);
    }

    /// How the ring of an edge passes a point of the edge.
    [[nodiscard]] Pass pass(std::uint32_t e, Point point) const {
        const RingId ring = rings_.of(e);
        const std::size_t first = layer_.first_point(ring);
        const std::size_t last = layer_.first_point(RingId(index(ring) + 1)) - 1;
        const auto [a, b] = edge(e);
        return {.from = point != a ? a : points_[(e == first ? last : e) - 1],
                .to = point != b ? b : points_[e + 1 == last ? first + 1 : e + 2]};
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
    const RingLookup& rings_;
    FeatureId feature_{};
    MonotoneRuns runs_;
    BoxCells cells_;
    std::vector<SelfContact> contacts_;
};

} // namespace

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

std::vector<SelfContact> find_self_contacts(const layer::Layer& layer) {
    const RingLookup rings(layer);
    tbb::enumerable_thread_specific<Search> searches([&] { return Search(layer, rings); });
    tbb::parallel_for(std::size_t{0}, layer.features().size(),
                      [&](std::size_t i) { searches.local().search(FeatureId(i)); });
    std::vector<SelfContact> contacts;
    for (const Search& search : searches)
        contacts.insert(contacts.end(), search.contacts().begin(), search.contacts().end());
    sort_and_unite(contacts);
    return contacts;
}

void report_self_contacts(const layer::Layer& layer, std::span<const SelfContact> contacts,
                          std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const SelfContact& contact = contacts[i];
        if (i > 0 && contacts[i - 1].feature == contact.feature &&
            contacts[i - 1].kind == contact.kind)
            continue;
        findings.push_back(
            {.number = number_of(contact.kind),
             .values = {{"name", label_of(layer[contact.feature])},
                        {"place", place_text(layer.lattice().position(contact.place))}},
             .source = layer.source_of(contact.feature)});
    }
}

void report_self_contacts(const layer::Layer& layer, std::vector<Finding>& findings) {
    report_self_contacts(layer, find_self_contacts(layer), findings);
}

} // namespace regio::topology
