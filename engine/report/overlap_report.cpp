#include "report/overlap_report.hpp"

#include "topology/overlap.hpp"

#include <algorithm>

namespace regio::report {

namespace {

using kernel::AreaSum;
using layer::FeatureId;

/// Turns sums of areas into rows.
class Measuring {
public:
    Measuring(const coverage::OverlapTable& table, const kernel::Lattice& lattice)
        : table_(table), lattice_(lattice) {}

    [[nodiscard]] OverlapRow row(const topology::OverlapPair& pair) const {
        return {.a = pair.a,
                .b = pair.b,
                .area_m2 = lattice_.square_metres(pair.area.twice_area()),
                .share_a = share(pair.area, table_.twice_areas_a[index(pair.a)]),
                .share_b = share(pair.area, table_.twice_areas_b[index(pair.b)]),
                .roundings = pair.roundings,
                .error_m2 = lattice_.square_metres(2 * topology::error_bound(pair))};
    }

    [[nodiscard]] OverlapRow row_of_a(const coverage::Uncovered& part) const {
        OverlapRow row = row_of(part);
        row.a = part.feature;
        row.share_a = share(part.area, table_.twice_areas_a[index(part.feature)]);
        return row;
    }

    [[nodiscard]] OverlapRow row_of_b(const coverage::Uncovered& part) const {
        OverlapRow row = row_of(part);
        row.b = part.feature;
        row.share_b = share(part.area, table_.twice_areas_b[index(part.feature)]);
        return row;
    }

private:
    static double share(AreaSum area, kernel::Wide twice_whole) {
        return area.twice_area() / static_cast<double>(twice_whole);
    }

    [[nodiscard]] OverlapRow row_of(const coverage::Uncovered& part) const {
        OverlapRow row{.area_m2 = lattice_.square_metres(part.area.twice_area()),
                       .roundings = part.roundings};
        if (const auto error = error_bound(part))
            row.error_m2 = lattice_.square_metres(2 * *error);
        return row;
    }

    const coverage::OverlapTable& table_;
    const kernel::Lattice& lattice_;
};

/// The place of each feature in the order of codes.
std::vector<std::size_t> ranks(const layer::Layer& layer) {
    const auto order = in_order_of_codes(layer);
    std::vector<std::size_t> ranks(order.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        ranks[index(order[place])] = place;
    return ranks;
}

void sort_by_code(const layer::Layer& a, const layer::Layer& b, std::vector<OverlapRow>& rows) {
    const auto ranks_a = ranks(a);
    const auto ranks_b = ranks(b);
    const auto place = [](const std::vector<std::size_t>& ranks,
                          const std::optional<FeatureId>& feature) {
        return feature ? ranks[index(*feature)] : ranks.size();
    };
    const auto key = [&](const OverlapRow& row) {
        return std::pair(place(ranks_a, row.a), place(ranks_b, row.b));
    };
    std::sort(rows.begin(), rows.end(), [&](const OverlapRow& one, const OverlapRow& other) {
        return key(one) < key(other);
    });
}

OverlapTally& tally_of(const OverlapRow& row, OverlapTotals& totals) {
    if (!row.b)
        return totals.a_alone;
    return row.a ? totals.pairs : totals.b_alone;
}

void count(const OverlapRow& row, OverlapTotals& totals) {
    OverlapTally& tally = tally_of(row, totals);
    ++tally.rows;
    tally.area_m2 += row.area_m2;
}

double greater_share(const OverlapRow& row) {
    return std::max(row.share_a.value_or(0), row.share_b.value_or(0));
}

bool is_kept(const OverlapRow& row, const OverlapLimits& limits) {
    return greater_share(row) >= limits.min_share && row.area_m2 >= limits.min_area_m2;
}

} // namespace

OverlapRows overlap_rows(const coverage::OverlapTable& table, const kernel::Lattice& lattice,
                         const layer::Layer& a, const layer::Layer& b,
                         const OverlapLimits& limits) {
    const Measuring measuring(table, lattice);
    OverlapRows rows;
    for (const auto& pair : table.pairs)
        rows.shown.push_back(measuring.row(pair));
    for (const auto& part : table.a_alone)
        rows.shown.push_back(measuring.row_of_a(part));
    for (const auto& part : table.b_alone)
        rows.shown.push_back(measuring.row_of_b(part));
    sort_by_code(a, b, rows.shown);
    for (const OverlapRow& row : rows.shown) {
        count(row, rows.totals);
        if (!is_kept(row, limits))
            count(row, rows.left_out);
        // The greater share is that of the smaller feature.
        if (row.a && row.b && greater_share(row) < kSliverShare)
            ++rows.slivers;
    }
    std::erase_if(rows.shown, [&](const OverlapRow& row) { return !is_kept(row, limits); });
    return rows;
}

bool is_schematic(const OverlapReport& report) {
    return std::any_of(report.sides.begin(), report.sides.end(),
                       [](const auto& side) { return side.measured->is_schematic(); });
}

const layer::Feature* feature_a(const OverlapReport& report, const OverlapRow& row) {
    return row.a ? &(*report.sides[0].measured)[*row.a] : nullptr;
}

const layer::Feature* feature_b(const OverlapReport& report, const OverlapRow& row) {
    return row.b ? &(*report.sides[1].measured)[*row.b] : nullptr;
}

} // namespace regio::report
