#include "map/inside_search.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace regio::map {

using scene::grown;
using scene::PaperBox;

namespace {

/// Looks at places in order of what they cost at least, and stops where none can be better.
class InsideSearch {
public:
    InsideSearch(const LabelSite& site, const LabelSheet& sheet, std::span<const LabelPlace> others,
                 const LabelCosts& costs)
        : site_(site), sheet_(sheet), others_(others), costs_(costs) {}

    std::optional<LabelPlace> find() {
        for (const std::size_t block : blocks_by_cost())
            try_block(block);
        return best_;
    }

private:
    double block_cost(std::size_t block) const {
        return cost_of_block(site_, site_.blocks[block], costs_);
    }

    std::vector<std::size_t> blocks_by_cost() const {
        std::vector<std::size_t> order(site_.blocks.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return block_cost(a) < block_cost(b);
        });
        return order;
    }

    double least_cost() const {
        return best_ ? best_->cost : std::numeric_limits<double>::infinity();
    }

    void try_block(std::size_t block) {
        const double fixed = block_cost(block);
        for (const LabelPosition& position : site_.positions) {
            const double least = fixed + costs_.off_centre * radii_off(position);
            if (least >= least_cost())
                return;
            try_place(block, position, least);
        }
    }

    double radii_off(const LabelPosition& position) const {
        return position.from_centre_mm / site_.radius_mm;
    }

    void try_place(std::size_t block, const LabelPosition& position, double least) {
        const PaperBox box = site_.blocks[block].box_around(position.point);
        if (!contains(sheet_.inner_frame, box) || !is_clear(box, others_) ||
            !is_clear(box, sheet_.obstacles))
            return;
        const double most = least_cost() - least;
        const auto borders = cost_of_borders(box, radii_off(position), most);
        if (borders && *borders < most)
            best_ = LabelPlace{block, position.point, box, least + *borders, std::nullopt};
    }

    /// What borders in and around a box cost; nothing when it must not lie there, or when it is
    /// plain that they cost `most` or more.
    std::optional<double> cost_of_borders(const PaperBox& box, double radii, double most) const {
        const double heavy = cost_of_heavy(box);
        if (heavy >= most || (heavy > 0 && site_.need == LabelRequest::Need::May))
            return std::nullopt;
        const auto others = cost_of_all_borders(box, radii, most - heavy);
        return others ? std::optional(heavy + *others) : std::nullopt;
    }

    double cost_of_heavy(const PaperBox& box) const {
        if (!sheet_.heavy_lines.meets(grown(box, costs_.heavy_mm)))
            return 0;
        return sheet_.heavy_lines.meets(box) ? costs_.crossing_heavy : costs_.touching_heavy;
    }

    std::optional<double> cost_of_all_borders(const PaperBox& box, double radii,
                                              double most) const {
        const PaperBox touching = grown(box, costs_.touching_mm);
        if (!meets_border(touching))
            return meets_border(grown(box, costs_.near_mm)) ? costs_.near_line : 0;
        if (costs_.touching_line >= most)
            return std::nullopt;
        const bool may_go = site_.need == LabelRequest::Need::May;
        if (may_go && site_.area.has_edge_in(touching))
            return std::nullopt;
        if (may_go || !meets_border(box))
            return costs_.touching_line;
        return cost_of_crossing(box, radii, most);
    }

    std::optional<double> cost_of_crossing(const PaperBox& box, double radii, double most) const {
        const double least = costs_.crossing_line + costs_.crossing_off_centre * radii;
        if (least >= most)
            return std::nullopt;
        const double share = site_.area.share_of(box);
        if (share < costs_.least_share)
            return std::nullopt;
        return least + costs_.outside * (1 - share) +
               costs_.crossing_per_mm * sheet_.lines.length_inside(box);
    }

    bool meets_border(const PaperBox& box) const {
        return site_.area.has_edge_in(box) || sheet_.lines.meets(box);
    }

    const LabelSite& site_;
    const LabelSheet& sheet_;
    std::span<const LabelPlace> others_;
    const LabelCosts& costs_;
    std::optional<LabelPlace> best_;
};

} // namespace

std::optional<LabelPlace> best_place_inside(const LabelSite& site, const LabelSheet& sheet,
                                            std::span<const LabelPlace> others,
                                            const LabelCosts& costs) {
    return InsideSearch(site, sheet, others, costs).find();
}

double cost_of_block(const LabelSite& site, const TextBlock& block, const LabelCosts& costs) {
    const double smaller_by_pt = site.blocks.front().size_pt - block.size_pt;
    return costs.smaller_by_pt * std::max(0.0, smaller_by_pt) +
           costs.extra_line * static_cast<double>(block.lines.size() - 1);
}

} // namespace regio::map
