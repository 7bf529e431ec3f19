#include "generator/natural_lines.hpp"

#include "generator/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regio::schematic {

namespace {

kernel::Point middle_of(const kernel::Segment& s) {
    return {std::midpoint(s.a.x, s.b.x), std::midpoint(s.a.y, s.b.y)};
}

class Bending {
public:
    Bending(BorderNet& net, std::span<const kernel::Point> coast, const BendingTerms& terms)
        : net_(net), coast_(coast), terms_(terms) {}

    void run() {
        for (bool is_halved = true; is_halved;) {
            is_halved = false;
            for (std::size_t i = 0; i < net_.borders().size(); ++i)
                is_halved = halve_all(BorderId(static_cast<std::uint32_t>(i))) || is_halved;
        }
    }

private:
    /// Each long segment of a border once, from its end so that places stay.
    bool halve_all(BorderId border) {
        bool is_halved = false;
        for (std::size_t place = net_[border].line.size() - 1; place-- > 0;)
            is_halved = halve(border, place) || is_halved;
        return is_halved;
    }

    bool halve(BorderId border, std::size_t place) {
        const auto& line = net_[border].line;
        const kernel::Segment segment{net_.point(line[place]), net_.point(line[place + 1])};
        const double length =
            std::sqrt(static_cast<double>(squared_distance(segment.a, segment.b)));
        // A border without a vertex between its nodes could not be fitted to areas.
        const bool is_bare = line.size() == 2 && length > kLeastBent;
        if (length <= terms_.longest_m && !is_bare)
            return false;
        const kernel::Point middle = middle_of(segment);
        const double farthest = length <= terms_.longest_m
                                    ? 0
                                    : std::min(length * percent(net_[border], middle) / 100,
                                               static_cast<double>(terms_.most_m));
        double shift = farthest * noise(middle) / 1000;
        while (std::abs(shift) >= 1) {
            const kernel::Point to{middle.x + static_cast<std::int32_t>(std::lround(
                                                  shift * (segment.a.y - segment.b.y) / length)),
                                   middle.y + static_cast<std::int32_t>(std::lround(
                                                  shift * (segment.b.x - segment.a.x) / length))};
            if (net_.try_insert(border, place, to))
                return true;
            shift /= 2;
        }
        return net_.try_insert(border, place, middle);
    }

    [[nodiscard]] std::int32_t percent(const Border& border, kernel::Point middle) const {
        if (!border.is_outer())
            return terms_.bend_percent;
        return is_on_coast(middle) ? terms_.coast_percent : terms_.outer_percent;
    }

    [[nodiscard]] bool is_on_coast(kernel::Point point) const {
        for (std::size_t i = 0; i + 1 < coast_.size(); ++i)
            if (!is_apart(point, {coast_[i], coast_[i + 1]}, terms_.coast_reach_m))
                return true;
        return false;
    }

    /// Metres: a shorter border that goes straight from node to node stays so, lest it be a spike.
    static constexpr double kLeastBent = 500;

    BorderNet& net_;
    std::span<const kernel::Point> coast_;
    const BendingTerms& terms_;
};

} // namespace

std::int32_t noise(kernel::Point point) {
    // Stafford's mixer 13, as in SplitMix64 (Steele, Lea and Flood, 2014).
    auto bits = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(point.x)) << 32) |
                static_cast<std::uint32_t>(point.y);
    bits += 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
    bits ^= bits >> 31;
    return static_cast<std::int32_t>(bits % 2001) - 1000;
}

void smooth(BorderNet& net) {
    for (const Border& border : net.borders())
        for (std::size_t i = 1; i + 1 < border.line.size(); ++i) {
            const kernel::Point before = net.point(border.line[i - 1]);
            const kernel::Point at = net.point(border.line[i]);
            const kernel::Point behind = net.point(border.line[i + 1]);
            net.try_move(border.line[i], middle_of({at, middle_of({before, behind})}));
        }
}

void bend(BorderNet& net, std::span<const kernel::Point> coast, const BendingTerms& terms) {
    Bending(net, coast, terms).run();
    smooth(net);
}

} // namespace regio::schematic
