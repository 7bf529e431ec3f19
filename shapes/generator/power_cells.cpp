#include "generator/power_cells.hpp"

#include "base/contract.hpp"
#include "kernel/wide.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace regio::schematic {

namespace {

constexpr std::int32_t kBlock = 16; ///< Cells along a side of a block that is looked at at once.

std::int64_t power(const WeightedSite& site, kernel::Point point) {
    const std::int64_t dx = std::int64_t{point.x} - site.moved.x;
    const std::int64_t dy = std::int64_t{point.y} - site.moved.y;
    return dx * dx + dy * dy - site.weight_m2;
}

/// The square of the radius of a circle of this area, to the nearest thousandth: 1000/π is 318.
std::int64_t squared_radius(std::int64_t area_m2) {
    return area_m2 / 1000 * 318;
}

/// Free cells that lie together.
struct Block {
    std::vector<std::size_t> places;
    kernel::Point low, high; ///< Corners of its box.
};

std::vector<Block> blocks_of_free_cells(const CellGrid& grid) {
    std::vector<Block> blocks;
    for (std::int32_t row = 0; row < grid.rows(); row += kBlock)
        for (std::int32_t column = 0; column < grid.columns(); column += kBlock) {
            Block block{.places = {},
                        .low = grid.corner({column, row}),
                        .high = grid.corner({column + kBlock, row + kBlock})};
            for (std::int32_t r = row; r < std::min(row + kBlock, grid.rows()); ++r)
                for (std::int32_t c = column; c < std::min(column + kBlock, grid.columns()); ++c)
                    if (grid.owner(Cell{c, r}) == kFree)
                        block.places.push_back(grid.place({c, r}));
            if (!block.places.empty())
                blocks.push_back(std::move(block));
        }
    return blocks;
}

/// What a site has of the cells.
struct Share {
    std::int64_t cells = 0;
    std::int64_t x = 0;
    std::int64_t y = 0; ///< Sums over the middles.
};

/// The rounds of grow_cells().
class Growth {
public:
    Growth(const CellGrid& grid, std::span<const Site> sites)
        : grid_(grid), blocks_(blocks_of_free_cells(grid)), site_of_(grid.size()),
          shares_(sites.size()), wanted_(sites.size()), rates_(sites.size(), kFullRate),
          were_short_(sites.size()) {
        for (const Site& site : sites)
            sites_.push_back({site, site.centre, squared_radius(site.area_m2)});
        scale_areas();
    }

    void round(int drift_percent) {
        share_out();
        for (std::size_t i = 0; i < sites_.size(); ++i) {
            change_weight(i);
            if (drift_percent > 0)
                drift(i, drift_percent);
        }
    }

    std::vector<WeightedSite> finish(CellGrid& grid) {
        share_out();
        for (const Block& block : blocks_)
            for (const std::size_t place : block.places)
                grid.give(place, sites_[site_of_[place]].site.owner);
        return std::move(sites_);
    }

private:
    static constexpr std::int64_t kParts = 64; ///< Of a cell, in which areas are compared.
    static constexpr std::int64_t kFullRate = 128;
    static constexpr std::int64_t kRateUnit = 256;

    void scale_areas() {
        std::int64_t cells = 0;
        for (const Block& block : blocks_)
            cells += static_cast<std::int64_t>(block.places.size());
        std::int64_t sum_m2 = 0;
        for (const auto& site : sites_)
            sum_m2 += site.site.area_m2;
        REGIO_EXPECTS(sum_m2 > 0);
        for (std::size_t i = 0; i < sites_.size(); ++i)
            wanted_[i] = static_cast<std::int64_t>(kernel::Wide{sites_[i].site.area_m2} * cells *
                                                   kParts / sum_m2);
    }

    void share_out() {
        std::fill(shares_.begin(), shares_.end(), Share{});
        for (const Block& block : blocks_) {
            find_candidates(block);
            for (const std::size_t place : block.places)
                share_out(place);
        }
    }

    /// Sites that may take a cell of the block: those that at some corner of its box are at least
    /// as near as the one that takes its middle. The difference of two powers is linear, so one
    /// that loses at all corners loses everywhere between.
    void find_candidates(const Block& block) {
        const kernel::Point middle{std::midpoint(block.low.x, block.high.x),
                                   std::midpoint(block.low.y, block.high.y)};
        const WeightedSite& best = sites_[nearest_site(sites_, middle)];
        candidates_.clear();
        const std::array corners{block.low, kernel::Point{block.high.x, block.low.y}, block.high,
                                 kernel::Point{block.low.x, block.high.y}};
        for (std::size_t i = 0; i < sites_.size(); ++i)
            if (std::ranges::any_of(corners, [&](kernel::Point corner) {
                    return power(sites_[i], corner) <= power(best, corner);
                }))
                candidates_.push_back(i);
    }

    void share_out(std::size_t place) {
        const kernel::Point middle = grid_.middle(place);
        std::size_t best = candidates_.front();
        std::int64_t least = power(sites_[best], middle);
        for (const std::size_t i : candidates_)
            if (const std::int64_t value = power(sites_[i], middle); value < least) {
                least = value;
                best = i;
            }
        site_of_[place] = best;
        shares_[best].cells += 1;
        shares_[best].x += middle.x;
        shares_[best].y += middle.y;
    }

    /// A cell that lacks land gets heavier. The step becomes smaller when it went too far.
    void change_weight(std::size_t i) {
        const std::int64_t lacks = wanted_[i] - shares_[i].cells * kParts;
        const bool is_short = lacks > 0;
        rates_[i] = is_short == were_short_[i] ? std::min(kFullRate, rates_[i] * 9 / 8 + 1)
                                               : std::max<std::int64_t>(4, rates_[i] * 5 / 8);
        were_short_[i] = is_short;
        const std::int64_t cell_m2 = std::int64_t{grid_.cell_m()} * grid_.cell_m();
        const std::int64_t most = squared_radius(sites_[i].site.area_m2) / 2;
        const std::int64_t step = lacks * cell_m2 / kParts * rates_[i] / kRateUnit;
        sites_[i].weight_m2 += std::clamp(step, -most, most);
    }

    /// Three tenths of the way that would bring the centre of the cell to the one that is known.
    void drift(std::size_t i, int percent) {
        WeightedSite& site = sites_[i];
        if (shares_[i].cells == 0)
            return;
        const std::int64_t x = shares_[i].x / shares_[i].cells;
        const std::int64_t y = shares_[i].y / shares_[i].cells;
        const std::int64_t dx =
            site.moved.x - site.site.centre.x + (site.site.centre.x - x) * 3 / 10;
        const std::int64_t dy =
            site.moved.y - site.site.centre.y + (site.site.centre.y - y) * 3 / 10;
        const std::int64_t farthest2 =
            squared_radius(site.site.area_m2) / 10'000 * percent * percent;
        const std::int64_t length2 = dx * dx + dy * dy;
        const double part =
            length2 <= farthest2
                ? 1.0
                : std::sqrt(static_cast<double>(farthest2) / static_cast<double>(length2));
        site.moved.x =
            site.site.centre.x + static_cast<std::int32_t>(static_cast<double>(dx) * part);
        site.moved.y =
            site.site.centre.y + static_cast<std::int32_t>(static_cast<double>(dy) * part);
    }

    const CellGrid& grid_;
    std::vector<Block> blocks_;
    std::vector<WeightedSite> sites_;
    std::vector<std::size_t> site_of_; ///< Of each place.
    std::vector<Share> shares_;
    std::vector<std::int64_t> wanted_; ///< In parts of a cell.
    std::vector<std::int64_t> rates_;  ///< How much of the way a weight goes.
    std::vector<bool> were_short_;
    std::vector<std::size_t> candidates_;
};

} // namespace

std::size_t nearest_site(std::span<const WeightedSite> sites, kernel::Point point) {
    REGIO_EXPECTS(!sites.empty());
    const auto nearest = std::ranges::min_element(
        sites, {}, [&](const WeightedSite& site) { return power(site, point); });
    return static_cast<std::size_t>(nearest - sites.begin());
}

std::vector<WeightedSite> grow_cells(CellGrid& grid, std::span<const Site> sites,
                                     const GrowthTerms& terms) {
    REGIO_EXPECTS(!sites.empty());
    Growth growth(grid, sites);
    for (int round = 0; round < terms.drifting_rounds; ++round)
        growth.round(terms.drift_percent);
    for (int round = 0; round < terms.settling_rounds; ++round)
        growth.round(0);
    return growth.finish(grid);
}

} // namespace regio::schematic
