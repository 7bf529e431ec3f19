#include "map/label_placer.hpp"

#include "map/inside_search.hpp"
#include "map/label_site.hpp"
#include "map/leader_search.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace regio::map {

namespace {

/// Rounds of improvement. Each lowers the sum of costs or is the last; more than three found
/// nothing on real areas.
constexpr int kRounds = 4;

using Places = std::vector<std::optional<LabelPlace>>;

/// How little room there is: the shortest line against the circle, so that less room is more.
double tightness(const LabelSite& site) {
    double width = site.blocks.front().width_mm;
    for (const TextBlock& block : site.blocks)
        width = std::min(width, block.width_mm);
    return width / site.radius_mm;
}

/// Finds places for all sites, one after another, and moves those that stand in the way.
class LabelPlacer {
public:
    LabelPlacer(const std::vector<LabelSite>& sites, const LabelSheet& sheet,
                const LabelCosts& costs)
        : sites_(sites), sheet_(sheet), costs_(costs), places_(sites.size()) {}

    Places place() {
        place_tightest_first();
        for (int round = 0; round < kRounds && improve(); ++round)
            ;
        tie_with_leaders();
        for (std::size_t i = 0; i < sites_.size(); ++i)
            if (!must(i))
                places_[i] = best_inside(i, places_);
        return std::move(places_);
    }

private:
    bool must(std::size_t site) const { return sites_[site].need == LabelRequest::Need::Must; }

    /// What it costs that a name has this place; one without a place inside will need a leader.
    double cost(const std::optional<LabelPlace>& place) const {
        return place ? place->cost : costs_.leader;
    }

    static std::vector<LabelPlace> taken(const Places& places) {
        std::vector<LabelPlace> taken;
        for (const auto& place : places)
            if (place)
                taken.push_back(*place);
        return taken;
    }

    std::optional<LabelPlace> best_inside(std::size_t site, const Places& places) const {
        return best_place_inside(sites_[site], sheet_, taken(places), costs_);
    }

    std::vector<std::size_t> tightest_first() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < sites_.size(); ++i)
            if (must(i))
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return tightness(sites_[a]) > tightness(sites_[b]);
        });
        return order;
    }

    void place_tightest_first() {
        ideals_.resize(sites_.size());
        for (const std::size_t i : tightest_first()) {
            ideals_[i] = best_inside(i, {});
            places_[i] = ideals_[i] && is_clear(ideals_[i]->box, taken(places_))
                             ? ideals_[i]
                             : best_inside(i, places_);
        }
    }

    /// Gives names that are not at their best place a better one; whether any got one.
    bool improve() {
        bool is_better = false;
        for (std::size_t i = 0; i < sites_.size(); ++i)
            if (ideals_[i] && cost(ideals_[i]) < cost(places_[i]))
                is_better = move(i) || push(i) || is_better;
        return is_better;
    }

    /// Takes a better place that has become free.
    bool move(std::size_t site) {
        Places others = places_;
        others[site].reset();
        auto place = best_inside(site, others);
        if (!place || place->cost >= cost(places_[site]))
            return false;
        places_[site] = std::move(place);
        return true;
    }

    /// Takes the best place of all and lets those that lay there look for others, if that lowers
    /// the sum of costs.
    bool push(std::size_t site) {
        Places trial = places_;
        double before = cost(trial[site]);
        double after = cost(ideals_[site]);
        trial[site] = ideals_[site];
        std::vector<std::size_t> pushed;
        for (std::size_t i = 0; i < trial.size(); ++i)
            if (i != site && trial[i] && !is_clear(ideals_[site]->box, std::span(&*trial[i], 1)))
                pushed.push_back(i);
        for (const std::size_t i : pushed) {
            before += cost(trial[i]);
            trial[i].reset();
        }
        for (const std::size_t i : pushed) {
            trial[i] = best_inside(i, trial);
            after += cost(trial[i]);
        }
        if (after >= before)
            return false;
        places_ = std::move(trial);
        return true;
    }

    /// Places outside for those that must be named and have none inside.
    void tie_with_leaders() {
        for (const std::size_t i : tightest_first())
            if (!places_[i])
                places_[i] =
                    best_place_with_leader(sites_[i], sheet_, taken(places_), sites_, costs_);
    }

    const std::vector<LabelSite>& sites_;
    const LabelSheet& sheet_;
    const LabelCosts& costs_;
    Places places_;
    Places ideals_; ///< The best places on an empty sheet, of those that must have one.
};

PlacedLabel placed_label(const LabelSite& site, const LabelPlace& place, const LabelSheet& sheet) {
    const TextBlock& block = site.blocks[place.block];
    PlacedLabel label{.request = site.request,
                      .lines = lines_of(block, place.centre),
                      .size_pt = block.size_pt,
                      .box = place.box,
                      .anchor = site.centre,
                      .crosses_line = sheet.lines.meets(place.box),
                      .leader = {}};
    if (place.leader) {
        label.anchor = place.leader->b;
        label.leader = {place.leader->a, place.leader->b};
    }
    return label;
}

} // namespace

Labelling place_labels(const std::vector<LabelRequest>& requests, const LabelGround& ground,
                       const TextMeasure& measure, const LabelCosts& costs) {
    std::vector<LabelSite> sites;
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (auto site = make_site(requests[i], i, measure))
            sites.push_back(std::move(*site));
    const LabelSheet sheet = make_sheet(ground);
    const Places places = LabelPlacer(sites, sheet, costs).place();

    Labelling labelling;
    for (std::size_t i = 0; i < sites.size(); ++i)
        if (places[i])
            labelling.placed.push_back(placed_label(sites[i], *places[i], sheet));
    auto next = labelling.placed.begin();
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (next != labelling.placed.end() && next->request == i)
            ++next;
        else
            labelling.dropped.push_back(i);
    return labelling;
}

} // namespace regio::map
