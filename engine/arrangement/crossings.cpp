#include "arrangement/crossings.hpp"

#include "arrangement/hot_pixel.hpp"
#include "base/sorted.hpp"
#include "kernel/box_index.hpp"

#include <cstdint>

namespace regio::arrangement {

namespace {

using kernel::Box;
using kernel::Point;
using kernel::Segment;

/// Segments `first` up to `end`, end to end and going one way in both coordinates.
struct Run {
    std::uint32_t first;
    std::uint32_t end;

    [[nodiscard]] std::uint32_t size() const { return end - first; }
};

/// The quarter of the plane that a segment points to; those along an axis count to the quarter
/// before them.
int quarter(const Segment& segment) {
    if (segment.b.x > segment.a.x && segment.b.y >= segment.a.y)
        return 0;
    if (segment.b.y > segment.a.y)
        return 1;
    return segment.b.x < segment.a.x ? 2 : 3;
}

class Search {
public:
    explicit Search(std::span<const Segment> segments) : segments_(segments) {}

    std::vector<Point> run() {
        cut();
        std::vector<Box> boxes;
        boxes.reserve(runs_.size());
        for (const Run& run : runs_)
            boxes.push_back(box(run));
        const kernel::BoxIndex index(boxes);
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < runs_.size(); ++i) {
            index.find(boxes[i], found);
            for (const std::uint32_t j : found)
                if (j > i)
                    compare(runs_[i], runs_[j]);
        }
        sort_and_unite(crossings_);
        return std::move(crossings_);
    }

private:
    [[nodiscard]] bool goes_on(std::uint32_t next) const {
        return segments_[next - 1].b == segments_[next].a &&
               quarter(segments_[next - 1]) == quarter(segments_[next]);
    }

    void cut() {
        const auto end = static_cast<std::uint32_t>(segments_.size());
        for (std::uint32_t first = 0; first < end; first = runs_.back().end) {
            std::uint32_t next = first + 1;
            while (next < end && goes_on(next))
                ++next;
            runs_.push_back({first, next});
        }
    }

    [[nodiscard]] Box box(const Run& run) const {
        Box box;
        box.include(segments_[run.first].a);
        box.include(segments_[run.end - 1].b);
        return box;
    }

    void compare(const Run& one, const Run& other) {
        if (!meets(box(one), box(other)))
            return;
        if (one.size() == 1 && other.size() == 1) {
            compare(segments_[one.first], segments_[other.first]);
            return;
        }
        const Run& longer = one.size() >= other.size() ? one : other;
        const Run& shorter = one.size() >= other.size() ? other : one;
        const std::uint32_t middle = longer.first + longer.size() / 2;
        compare({longer.first, middle}, shorter);
        compare({middle, longer.end}, shorter);
    }

    void compare(const Segment& one, const Segment& other) {
        if (contact(one, other) == kernel::Contact::Cross)
            crossings_.push_back(rounded_crossing(one, other));
    }

    std::span<const Segment> segments_;
    std::vector<Run> runs_;
    std::vector<Point> crossings_;
};

} // namespace

std::vector<Point> rounded_crossings(std::span<const Segment> segments) {
    return Search(segments).run();
}

} // namespace regio::arrangement
