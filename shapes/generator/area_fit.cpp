#include "generator/area_fit.hpp"

#include "generator/distance.hpp"

#include <algorithm>
#include <cmath>

namespace regio::schematic {

namespace {

double distance(kernel::Point a, kernel::Point b) {
    return std::sqrt(static_cast<double>(squared_distance(a, b)));
}

/// The rounds of fit_areas().
class Fit {
public:
    Fit(BorderNet& net, std::span<const std::int64_t> wanted_m2, const FitTerms& terms)
        : net_(net), wanted_(wanted_m2.begin(), wanted_m2.end()), terms_(terms),
          has_neighbour_(wanted_m2.size()) {
        for (const Border& border : net.borders())
            if (!border.is_outer())
                has_neighbour_[index(border.left)] = has_neighbour_[index(border.right)] = true;
        scale();
    }

    double run() {
        for (int round = 0; round < terms_.rounds && find_lacks() > terms_.enough; ++round) {
            measure_lengths();
            find_potentials();
            for (std::size_t i = 0; i < net_.borders().size(); ++i)
                shift(i);
        }
        return find_lacks();
    }

private:
    /// Those that border others share what they have.
    void scale() {
        const auto twice = twice_areas(net_, wanted_.size());
        double have = 0;
        double want = 0;
        for (std::size_t i = 0; i < wanted_.size(); ++i)
            if (has_neighbour_[i]) {
                have += static_cast<double>(twice[i]) / 2;
                want += wanted_[i];
            }
        for (std::size_t i = 0; i < wanted_.size(); ++i)
            if (has_neighbour_[i])
                wanted_[i] *= have / want;
    }

    double find_lacks() {
        const auto twice = twice_areas(net_, wanted_.size());
        lacks_.assign(wanted_.size(), 0);
        double most = 0;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            lacks_[i] = wanted_[i] - static_cast<double>(twice[i]) / 2;
            most = std::max(most, std::abs(lacks_[i]) / wanted_[i]);
        }
        return most;
    }

    [[nodiscard]] bool may_shift(const Border& border) const {
        if (border.line.size() < 3)
            return false;
        if (!border.is_outer())
            return true;
        return !has_neighbour_[index(border.left == kOutside ? border.right : border.left)];
    }

    /// The length that a shift of one metre multiplies: the nodes stay, so the first and the last
    /// segment count half.
    [[nodiscard]] double effective_length(const Border& border) const {
        double length = 0;
        for (std::size_t i = 0; i + 1 < border.line.size(); ++i) {
            const bool is_end = !border.is_closed() && (i == 0 || i + 2 == border.line.size());
            const double own = distance(net_.point(border.line[i]), net_.point(border.line[i + 1]));
            length += is_end ? own / 2 : own;
        }
        return length;
    }

    void measure_lengths() {
        lengths_.clear();
        for (const Border& border : net_.borders())
            lengths_.push_back(may_shift(border) ? effective_length(border) : 0);
    }

    /// Solves for potentials whose differences, times lengths, add up to what each owner lacks. The
    /// outside has none.
    void find_potentials() {
        constexpr int kSweeps = 200;
        potentials_.resize(wanted_.size());
        std::vector<double> sum(wanted_.size());
        std::vector<std::vector<std::pair<Owner, double>>> beside(wanted_.size());
        for (std::size_t i = 0; i < lengths_.size(); ++i) {
            const Border& border = net_.borders()[i];
            if (border.left != kOutside)
                beside[index(border.left)].emplace_back(border.right, lengths_[i]);
            if (border.right != kOutside)
                beside[index(border.right)].emplace_back(border.left, lengths_[i]);
        }
        for (int sweep = 0; sweep < kSweeps; ++sweep)
            for (std::size_t i = 0; i < beside.size(); ++i) {
                double weight = 0;
                double value = lacks_[i];
                for (const auto& [other, length] : beside[i]) {
                    weight += length;
                    value += length * potential(other);
                }
                if (weight > 0)
                    potentials_[i] = value / weight;
            }
    }

    [[nodiscard]] double potential(Owner owner) const {
        return owner == kOutside ? 0 : potentials_[index(owner)];
    }

    /// Shifts a border to its right by as many metres as the difference of the potentials says: the
    /// left side gains.
    void shift(std::size_t place) {
        if (lengths_[place] <= 0)
            return;
        const Border& border = net_.borders()[place];
        const double by = std::clamp(potential(border.left) - potential(border.right),
                                     -terms_.most_shift_m, terms_.most_shift_m);
        std::vector<std::pair<VertexId, kernel::Point>> moves;
        const std::size_t count = border.line.size();
        for (std::size_t i = 1; i + 1 < count; ++i)
            moves.emplace_back(border.line[i],
                               shifted(border.line[i - 1], border.line[i], border.line[i + 1], by));
        if (border.is_closed())
            moves.emplace_back(border.line[0],
                               shifted(border.line[count - 2], border.line[0], border.line[1], by));
        for (const auto& [vertex, to] : moves)
            net_.try_move(vertex, to);
    }

    [[nodiscard]] kernel::Point shifted(VertexId before, VertexId at, VertexId behind,
                                        double by) const {
        const kernel::Point a = net_.point(before);
        const kernel::Point b = net_.point(behind);
        const kernel::Point point = net_.point(at);
        const double length = distance(a, b);
        if (length < 1)
            return point;
        return {point.x + static_cast<std::int32_t>(std::lround(by * (b.y - a.y) / length)),
                point.y + static_cast<std::int32_t>(std::lround(by * (a.x - b.x) / length))};
    }

    BorderNet& net_;
    std::vector<double> wanted_; ///< m².
    const FitTerms& terms_;
    std::vector<bool> has_neighbour_;
    std::vector<double> lacks_;      ///< m².
    std::vector<double> lengths_;    ///< Of borders; 0 for those that stay.
    std::vector<double> potentials_; ///< Metres, of owners; kept between rounds.
};

} // namespace

std::vector<std::int64_t> twice_areas(const BorderNet& net, std::size_t owners) {
    std::vector<std::int64_t> twice(owners);
    for (const Border& border : net.borders()) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i + 1 < border.line.size(); ++i)
            sum += kernel::cross(net.point(border.line[i]), net.point(border.line[i + 1]));
        if (border.left != kOutside)
            twice[index(border.left)] += sum;
        if (border.right != kOutside)
            twice[index(border.right)] -= sum;
    }
    return twice;
}

double fit_areas(BorderNet& net, std::span<const std::int64_t> wanted_m2, const FitTerms& terms) {
    return Fit(net, wanted_m2, terms).run();
}

} // namespace regio::schematic
