#include "generator/border_net.hpp"

#include "base/contract.hpp"
#include "generator/distance.hpp"

#include <algorithm>
#include <array>

namespace regio::schematic {

namespace {

constexpr std::int32_t kBucketM = 1000; // about what a segment is long

kernel::Box box_of(const kernel::Segment& s) {
    kernel::Box box;
    box.include(s.a);
    box.include(s.b);
    return box;
}

kernel::Box grown(kernel::Box box, std::int32_t by) {
    return {{box.min.x - by, box.min.y - by}, {box.max.x + by, box.max.y + by}};
}

} // namespace

BorderNet::BorderNet(const kernel::Box& box, std::int32_t clearance_m)
    : box_(box), clearance_m_(clearance_m), columns_((box.max.x - box.min.x) / kBucketM + 1) {
    const std::int32_t rows = (box.max.y - box.min.y) / kBucketM + 1;
    buckets_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows));
}

VertexId BorderNet::add_vertex(kernel::Point point) {
    vertices_.push_back({.point = point, .neighbours = {}});
    return VertexId(static_cast<std::uint32_t>(vertices_.size() - 1));
}

BorderId BorderNet::add_border(Owner left, Owner right, std::vector<VertexId> line) {
    REGIO_EXPECTS(line.size() >= 2);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        add({line[i], line[i + 1]});
    borders_.push_back({left, right, std::move(line)});
    return BorderId(static_cast<std::uint32_t>(borders_.size() - 1));
}

std::vector<kernel::Point> BorderNet::points(BorderId id) const {
    std::vector<kernel::Point> points;
    for (const VertexId vertex : borders_[index(id)].line)
        points.push_back(point(vertex));
    return points;
}

bool BorderNet::try_move(VertexId vertex, kernel::Point to) {
    const auto neighbours = vertices_[index(vertex)].neighbours;
    const VertexId moved = add_vertex(to);
    bool is_allowed = kernel::contains(box_, to);
    for (const VertexId neighbour : neighbours)
        remove({vertex, neighbour});
    for (const VertexId neighbour : neighbours) {
        const std::array corners{vertex, moved, neighbour};
        is_allowed = is_allowed && is_free({moved, neighbour}) && is_empty(corners);
        if (is_allowed)
            add({moved, neighbour});
    }
    for (const VertexId neighbour : std::vector(vertices_[index(moved)].neighbours))
        remove({moved, neighbour});
    vertices_.pop_back();
    if (is_allowed)
        vertices_[index(vertex)].point = to;
    for (const VertexId neighbour : neighbours)
        add({vertex, neighbour});
    return is_allowed;
}

bool BorderNet::try_insert(BorderId border, std::size_t place, kernel::Point point) {
    auto& line = borders_[index(border)].line;
    const VertexId before = line[place];
    const VertexId behind = line[place + 1];
    const VertexId inserted = add_vertex(point);
    remove({before, behind});
    const std::array corners{before, inserted, behind};
    bool is_allowed =
        kernel::contains(box_, point) && is_empty(corners) && is_free({before, inserted});
    if (is_allowed) {
        add({before, inserted});
        is_allowed = is_free({inserted, behind});
        if (is_allowed) {
            add({inserted, behind});
            line.insert(line.begin() + static_cast<std::ptrdiff_t>(place) + 1, inserted);
            return true;
        }
        remove({before, inserted});
    }
    vertices_.pop_back();
    add({before, behind});
    return false;
}

bool BorderNet::try_remove(BorderId border, std::size_t place) {
    auto& line = borders_[index(border)].line;
    REGIO_EXPECTS(place > 0 && place + 1 < line.size());
    const VertexId removed = line[place];
    const VertexId before = line[place - 1];
    const VertexId behind = line[place + 1];
    if (before == behind || line.size() <= (line.front() == line.back() ? 4U : 2U))
        return false;
    remove({before, removed});
    remove({removed, behind});
    const std::array corners{before, removed, behind};
    if (is_empty(corners) && is_free({before, behind})) {
        add({before, behind});
        line.erase(line.begin() + static_cast<std::ptrdiff_t>(place));
        return true;
    }
    add({before, removed});
    add({removed, behind});
    return false;
}

kernel::Segment BorderNet::segment(Link link) const {
    return {point(link.a), point(link.b)};
}

void BorderNet::add(Link link) {
    vertices_[index(link.a)].neighbours.push_back(link.b);
    vertices_[index(link.b)].neighbours.push_back(link.a);
    const kernel::Box range = buckets_of(box_of(segment(link)));
    for (std::int32_t row = range.min.y; row <= range.max.y; ++row)
        for (std::int32_t column = range.min.x; column <= range.max.x; ++column)
            bucket(column, row).push_back(link);
}

void BorderNet::remove(Link link) {
    const auto is_it = [&](const Link& other) {
        return (other.a == link.a && other.b == link.b) || (other.a == link.b && other.b == link.a);
    };
    auto& of_a = vertices_[index(link.a)].neighbours;
    auto& of_b = vertices_[index(link.b)].neighbours;
    of_a.erase(std::ranges::find(of_a, link.b));
    of_b.erase(std::ranges::find(of_b, link.a));
    const kernel::Box range = buckets_of(box_of(segment(link)));
    for (std::int32_t row = range.min.y; row <= range.max.y; ++row)
        for (std::int32_t column = range.min.x; column <= range.max.x; ++column) {
            auto& links = bucket(column, row);
            links.erase(std::ranges::find_if(links, is_it));
        }
}

bool BorderNet::is_free(Link link) const {
    find_near(grown(box_of(segment(link)), clearance_m_));
    return std::ranges::all_of(near_, [&](Link other) { return is_clear(link, other); });
}

bool BorderNet::is_clear(Link link, Link other) const {
    const kernel::Segment one = segment(link);
    const kernel::Segment two = segment(other);
    const kernel::Contact contact = kernel::contact(one, two);
    const bool shares_a = link.a == other.a || link.a == other.b;
    const bool shares_b = link.b == other.a || link.b == other.b;
    if (shares_a && shares_b)
        return false;
    if (!shares_a && !shares_b)
        return contact == kernel::Contact::None && are_apart(one, two, clearance_m_);
    if (contact == kernel::Contact::Overlap)
        return false;
    const VertexId shared = shares_a ? link.a : link.b;
    const VertexId end = shares_a ? link.b : link.a;
    const VertexId other_end = other.a == shared ? other.b : other.a;
    return is_apart(point(end), two, clearance_m_) && is_apart(point(other_end), one, clearance_m_);
}

bool BorderNet::is_empty(std::span<const VertexId, 3> corners) const {
    const kernel::Point a = point(corners[0]);
    const kernel::Point b = point(corners[1]);
    const kernel::Point c = point(corners[2]);
    const kernel::Box box = kernel::box_of(std::array{a, b, c});
    const auto holds = [&](VertexId vertex) {
        if (std::ranges::find(corners, vertex) != corners.end())
            return false;
        const kernel::Point p = point(vertex);
        const int ab = kernel::sign(kernel::orientation(a, b, p));
        const int bc = kernel::sign(kernel::orientation(b, c, p));
        const int ca = kernel::sign(kernel::orientation(c, a, p));
        return kernel::contains(box, p) &&
               ((ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0));
    };
    find_near(box);
    return std::ranges::none_of(near_, [&](Link link) { return holds(link.a) || holds(link.b); });
}

void BorderNet::find_near(const kernel::Box& box) const {
    near_.clear();
    const kernel::Box range = buckets_of(box);
    for (std::int32_t row = range.min.y; row <= range.max.y; ++row)
        for (std::int32_t column = range.min.x; column <= range.max.x; ++column) {
            const auto& links =
                buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                         static_cast<std::size_t>(column)];
            near_.insert(near_.end(), links.begin(), links.end());
        }
}

kernel::Box BorderNet::buckets_of(const kernel::Box& box) const {
    const auto place = [](std::int32_t value, std::int32_t least, std::int32_t most) {
        return (std::clamp(value, least, most) - least) / kBucketM;
    };
    return {{place(box.min.x, box_.min.x, box_.max.x), place(box.min.y, box_.min.y, box_.max.y)},
            {place(box.max.x, box_.min.x, box_.max.x), place(box.max.y, box_.min.y, box_.max.y)}};
}

std::vector<BorderNet::Link>& BorderNet::bucket(std::int32_t column, std::int32_t row) {
    return buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                    static_cast<std::size_t>(column)];
}

} // namespace regio::schematic
