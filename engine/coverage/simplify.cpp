#include "coverage/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace regio::coverage {

namespace {

using kernel::Point;
using kernel::RingView;

double distance(Point one, Point other) {
    return std::hypot(double(one.x) - other.x, double(one.y) - other.y);
}

/// From a point to a segment.
double distance(Point point, Point a, Point b) {
    const double dx = double(b.x) - a.x;
    const double dy = double(b.y) - a.y;
    const double length2 = dx * dx + dy * dy;
    if (length2 == 0)
        return distance(point, a);
    const double px = double(point.x) - a.x;
    const double py = double(point.y) - a.y;
    const double along = std::clamp((px * dx + py * dy) / length2, 0.0, 1.0);
    return std::hypot(px - along * dx, py - along * dy);
}

/// Chooses the points of one line that stay.
class Chooser {
public:
    Chooser(RingView line, double tolerance)
        : line_(line), tolerance_(tolerance), stays_(line.size()) {
        stays_.front() = true;
        stays_.back() = true;
    }

    void choose() {
        if (line_.front() == line_.back() && line_.size() > 3)
            split_loop();
        else
            work_.emplace_back(0, line_.size() - 1);
        while (!work_.empty()) {
            const auto [first, last] = work_.back();
            work_.pop_back();
            const auto [place, away] = farthest(first, last);
            if (away > tolerance_)
                split(first, place, last);
        }
    }

    void write(std::vector<Point>& points) const {
        for (std::size_t i = 0; i < line_.size(); ++i)
            if (stays_[i])
                points.push_back(line_[i]);
    }

private:
    /// A loop is halved at its farthest point, and keeps one more to enclose something.
    void split_loop() {
        const std::size_t last = line_.size() - 1;
        const std::size_t middle = farthest(0, last).first;
        const auto [before, away_before] = farthest(0, middle);
        const auto [behind, away_behind] = farthest(middle, last);
        if (away_before >= away_behind) {
            split(0, before, middle);
            work_.emplace_back(middle, last);
        } else {
            work_.emplace_back(0, middle);
            split(middle, behind, last);
        }
        stays_[middle] = true;
    }

    void split(std::size_t first, std::size_t place, std::size_t last) {
        stays_[place] = true;
        work_.emplace_back(first, place);
        work_.emplace_back(place, last);
    }

    /// The point between two that is farthest from the segment they make, and how far it is.
    [[nodiscard]] std::pair<std::size_t, double> farthest(std::size_t first,
                                                          std::size_t last) const {
        std::pair<std::size_t, double> found{first, 0.0};
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double away = distance(line_[i], line_[first], line_[last]);
                away > found.second)
                found = {i, away};
        return found;
    }

    RingView line_;
    double tolerance_;
    std::vector<bool> stays_;
    std::vector<std::pair<std::size_t, std::size_t>> work_;
};

} // namespace

void simplify(RingView line, double tolerance, std::vector<Point>& points) {
    Chooser chooser(line, tolerance);
    chooser.choose();
    chooser.write(points);
}

topology::Chains simplified(const topology::Chains& chains, double tolerance) {
    return chains.redrawn([tolerance](RingView line, std::vector<Point>& points) {
        simplify(line, tolerance, points);
    });
}

} // namespace regio::coverage
