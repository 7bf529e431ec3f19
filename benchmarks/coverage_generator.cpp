#include "coverage_generator.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace regio::benchmarks {

namespace {

using kernel::Point;
using kernel::Position;
using kernel::Ring;
using layer::FeatureId;
using layer::Layer;

/// SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014).
std::uint64_t hash(std::uint64_t seed, std::uint64_t value) {
    std::uint64_t bits = seed + (value + 1) * 0x9e3779b97f4a7c15;
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111eb;
    return bits ^ bits >> 31;
}

/// From -0.5 to 0.5.
double centred(std::uint64_t bits) {
    return std::ldexp(static_cast<double>(bits >> 11), -53) - 0.5;
}

/// A corner of faces, by column and row.
struct Node {
    std::uint32_t column;
    std::uint32_t row;
};

/// Draws the sides of faces, each the same from both of them.
class Draughtsman {
public:
    explicit Draughtsman(const MadeCoverage& coverage)
        : coverage_(coverage), line_(coverage.edges_a_side + 1),
          width_((static_cast<double>(coverage.box.max.x) - coverage.box.min.x) / coverage.columns),
          height_((static_cast<double>(coverage.box.max.y) - coverage.box.min.y) / coverage.rows) {}

    /// The face whose lowest corner is this node, counter-clockwise.
    const Ring& face(Node node) {
        const auto [column, row] = node;
        const Node right{column + 1, row};
        const Node top{column, row + 1};
        ring_.clear();
        draw(node, right);
        append_forward();
        draw(right, {column + 1, row + 1});
        append_forward();
        draw(top, {column + 1, row + 1});
        append_backward();
        draw(node, top);
        append_backward();
        ring_.erase(std::unique(ring_.begin(), ring_.end()), ring_.end());
        return ring_;
    }

private:
    [[nodiscard]] std::uint64_t seed_of(Node node, std::uint64_t what) const {
        return hash(coverage_.seed ^ what << 56, std::uint64_t{node.column} << 32 | node.row);
    }

    /// Where a node is; within the coverage it is moved by up to a fifth of a face.
    [[nodiscard]] Position place(Node node) const {
        constexpr double kMoved = 0.4;
        double across = node.column;
        double up = node.row;
        if (node.column > 0 && node.column < coverage_.columns)
            across += kMoved * centred(seed_of(node, 1));
        if (node.row > 0 && node.row < coverage_.rows)
            up += kMoved * centred(seed_of(node, 2));
        return {coverage_.box.min.x + across * width_, coverage_.box.min.y + up * height_};
    }

    [[nodiscard]] bool is_outer(Node from, Node to) const {
        const bool is_level = from.row == to.row;
        const std::uint32_t line = is_level ? from.row : from.column;
        return line == 0 || line == (is_level ? coverage_.rows : coverage_.columns);
    }

    /// The side between two nodes, into line_.
    void draw(Node from, Node to) {
        constexpr double kCrooked = 0.16; // Of the length of what is halved.
        line_.front() = place(from);
        line_.back() = place(to);
        const double crooked = is_outer(from, to) ? 0 : kCrooked;
        const std::uint64_t seed = seed_of(from, from.row == to.row ? 3 : 4);
        for (std::size_t step = line_.size() - 1; step > 1; step /= 2)
            for (std::size_t first = 0; first + step < line_.size(); first += step)
                displace_middle(first, step, crooked * centred(hash(seed, first + step / 2)));
    }

    void displace_middle(std::size_t first, std::size_t step, double aside) {
        const Position a = line_[first];
        const Position b = line_[first + step];
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        line_[first + step / 2] = {a.x + dx / 2 - dy * aside, a.y + dy / 2 + dx * aside};
    }

    static Point rounded(Position place) {
        return {static_cast<std::int32_t>(std::lround(place.x)),
                static_cast<std::int32_t>(std::lround(place.y))};
    }

    void append_forward() { std::transform(line_.begin(), line_.end() - 1, appended(), rounded); }
    void append_backward() {
        std::transform(line_.rbegin(), line_.rend() - 1, appended(), rounded);
    }
    std::back_insert_iterator<Ring> appended() { return std::back_inserter(ring_); }

    MadeCoverage coverage_;
    std::vector<Position> line_;
    Ring ring_;
    double width_;
    double height_;
};

/// Puts a feature of one ring behind a layer.
void add_face(Layer& layer, kernel::RingView ring) {
    layer.add_feature({});
    layer.add_part();
    layer.add_ring(ring);
}

} // namespace

kernel::Box box_within(const kernel::Box& box) {
    const auto inset = [](std::int32_t low, std::int32_t high, int hundredths) {
        return static_cast<std::int32_t>((std::int64_t{high} - low) * hundredths / 100);
    };
    return {
        {box.min.x + inset(box.min.x, box.max.x, 2), box.min.y + inset(box.min.y, box.max.y, 2)},
        {box.max.x - inset(box.min.x, box.max.x, 1), box.max.y - inset(box.min.y, box.max.y, 1)}};
}

Layer make_coverage(const MadeCoverage& coverage) {
    REGIO_EXPECTS(std::has_single_bit(coverage.edges_a_side));
    Layer layer({}, kernel::Lattice{});
    Draughtsman draughtsman(coverage);
    for (std::uint32_t row = 0; row < coverage.rows; ++row)
        for (std::uint32_t column = 0; column < coverage.columns; ++column)
            add_face(layer, draughtsman.face({column, row}));
    return layer;
}

Layer digitised_again(const Layer& layer, std::uint32_t units) {
    const auto moved = [units](Point point) {
        const std::uint64_t bits =
            hash(static_cast<std::uint32_t>(point.x), static_cast<std::uint32_t>(point.y));
        const std::uint64_t choices = 2 * std::uint64_t{units} + 1;
        const auto step = [&](std::uint64_t part) {
            return static_cast<std::int32_t>(part % choices) - static_cast<std::int32_t>(units);
        };
        return Point{point.x + step(bits & 0xffffffff), point.y + step(bits >> 32)};
    };
    Layer copy(layer.source(), layer.lattice(), layer.provenance());
    Ring ring;
    for (std::size_t i = 0; i < layer.ring_count(); ++i) {
        const kernel::RingView original = layer.ring(layer::RingId(i));
        ring.resize(original.size());
        std::transform(original.begin(), original.end(), ring.begin(), moved);
        ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
        add_face(copy, ring);
    }
    return copy;
}

Layer shuffled(const Layer& layer, std::uint64_t seed) {
    std::vector<FeatureId> order(layer.features().size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = FeatureId(i);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[hash(seed, i) % i]);
    return select(layer, order);
}

} // namespace regio::benchmarks
