#include "map/leader_search.hpp"

#include "map/inside_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace regio::map {

using scene::grown;
using scene::PaperBox;
using scene::PaperPoint;

namespace {

/// Directions tried around the anchor, and distances, in millimetres, from the anchor to the box.
constexpr int kDirections = 32;
constexpr double kNearest = 2;
constexpr double kFarthest = 60;
constexpr double kStep = 1.5;

/// White between the letters and their leader.
constexpr double kLeaderGap = 0.4;

/// Tries all directions at growing distances, until farther places cannot be better. Names are
/// written in the smallest size: what stands outside its area should not look like the name of
/// where it stands.
class LeaderSearch {
public:
    LeaderSearch(const LabelSite& site, const LabelSheet& sheet, std::span<const LabelPlace> others,
                 std::span<const LabelSite> sites, const LabelCosts& costs)
        : site_(site), sheet_(sheet), others_(others), sites_(sites), costs_(costs),
          blocks_(smallest_blocks()), end_(leader_end()) {}

    std::optional<LabelPlace> find() {
        for (double away = kNearest; away <= kFarthest; away += kStep) {
            if (best_ && costs_.leader + costs_.leader_per_mm * away >= best_->cost)
                break;
            for (int i = 0; i < kDirections; ++i)
                for (const std::size_t block : blocks_)
                    try_place(block, 2 * std::numbers::pi * i / kDirections, away);
        }
        return best_;
    }

private:
    std::vector<std::size_t> smallest_blocks() const {
        const auto smallest = std::min_element(
            site_.blocks.begin(), site_.blocks.end(),
            [](const TextBlock& a, const TextBlock& b) { return a.size_pt < b.size_pt; });
        std::vector<std::size_t> blocks;
        for (std::size_t i = 0; i < site_.blocks.size(); ++i)
            if (site_.blocks[i].size_pt <= smallest->size_pt)
                blocks.push_back(i);
        return blocks;
    }

    /// The middle of the circle, or when that is covered the nearest place in the area that is not.
    PaperPoint leader_end() const {
        const auto is_seen = [&](const LabelPosition& position) {
            return std::none_of(
                sheet_.obstacles.begin(), sheet_.obstacles.end(),
                [&](const PaperBox& obstacle) { return contains(obstacle, position.point); });
        };
        const auto seen = std::find_if(site_.positions.begin(), site_.positions.end(), is_seen);
        return seen == site_.positions.end() ? site_.centre : seen->point;
    }

    void try_place(std::size_t block, double angle, double away) {
        const TextBlock& text = site_.blocks[block];
        const double cosine = std::cos(angle);
        const double sine = std::sin(angle);
        // As far as the side or corner that faces the anchor.
        const double reach = std::min(text.width_mm / 2 / std::max(std::abs(cosine), 1e-3),
                                      text.height_mm / 2 / std::max(std::abs(sine), 1e-3));
        const PaperPoint centre{end_.x + cosine * (away + reach), end_.y + sine * (away + reach)};
        const PaperBox box = text.box_around(centre);
        const Segment leader{nearest_point(grown(box, kLeaderGap), end_), end_};
        const double least = costs_.leader + cost_of_block(site_, text, costs_) +
                             costs_.leader_per_mm * distance(leader.a, leader.b);
        if ((best_ && least >= best_->cost) || !is_free(box, leader))
            return;
        const double cost = least + cost_of_ground(box);
        if (!best_ || cost < best_->cost)
            best_ = LabelPlace{block, centre, box, cost, leader};
    }

    bool is_free(const PaperBox& box, const Segment& leader) const {
        return contains(sheet_.inner_frame, box) && !contains(grown(box, kLeaderGap), end_) &&
               is_clear(box, others_) && is_clear(box, sheet_.obstacles) &&
               std::none_of(others_.begin(), others_.end(),
                            [&](const LabelPlace& other) {
                                return meet(leader, grown(other.box, kLeaderGap)) ||
                                       (other.leader && meet(leader, *other.leader));
                            }) &&
               std::none_of(sheet_.obstacles.begin(), sheet_.obstacles.end(),
                            [&](const PaperBox& obstacle) { return meet(leader, obstacle); });
    }

    double cost_of_ground(const PaperBox& box) const {
        double share = 0;
        for (const LabelSite& neighbour : sites_)
            if (neighbour.need == LabelRequest::Need::Must && neighbour.request != site_.request &&
                overlap(neighbour.area.box(), box))
                share += neighbour.area.share_of(box);
        return costs_.leader_on_area * std::min(1.0, share) +
               costs_.leader_line_per_mm *
                   sheet_.lines.length_inside(grown(box, costs_.touching_mm));
    }

    const LabelSite& site_;
    const LabelSheet& sheet_;
    std::span<const LabelPlace> others_;
    std::span<const LabelSite> sites_;
    const LabelCosts& costs_;
    std::vector<std::size_t> blocks_;
    PaperPoint end_;
    std::optional<LabelPlace> best_;
};

} // namespace

std::optional<LabelPlace> best_place_with_leader(const LabelSite& site, const LabelSheet& sheet,
                                                 std::span<const LabelPlace> others,
                                                 std::span<const LabelSite> sites,
                                                 const LabelCosts& costs) {
    return LeaderSearch(site, sheet, others, sites, costs).find();
}

} // namespace regio::map
