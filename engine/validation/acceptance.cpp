#include "validation/acceptance.hpp"

#include "kernel/place_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace regio::validation {

namespace {

using layer::Layer;

bool are_blank(const std::string& codes) {
    return codes.find_first_not_of(" |") == std::string::npos;
}

/// Defects in an order in which those of an acceptance are found without a look at the others.
class DefectIndex {
public:
    DefectIndex(const Layer& layer, std::span<const Defect> defects) {
        for (std::size_t i = 0; i < defects.size(); ++i)
            add(layer, defects[i], i);
        for (auto& [number, placed] : placed_)
            std::sort(placed.begin(), placed.end(), [](const Placed& one, const Placed& other) {
                return one.place.x < other.place.x;
            });
    }

    /// Calls with the index of each defect that an acceptance has.
    template <typename Visit>
    void for_each_of(const Acceptance& acceptance, const Visit& visit) const {
        if (acceptance.place) {
            for_each_near(acceptance, *acceptance.place, visit);
            return;
        }
        const auto [first, end] =
            unplaced_.equal_range(key_of(acceptance.number, acceptance.codes, acceptance.fids));
        std::for_each(first, end, [&](const auto& entry) { visit(entry.second); });
    }

private:
    struct Placed {
        kernel::Position place;
        std::size_t defect;
    };
    using Key = std::tuple<FindingNumber, std::string, std::string>;

    static Key key_of(FindingNumber number, const std::string& codes, const std::string& fids) {
        return are_blank(codes) ? Key(number, "", fids) : Key(number, codes, "");
    }

    void add(const Layer& layer, const Defect& defect, std::size_t index) {
        const FindingNumber number = defect.finding.number;
        if (defect.place) {
            placed_[number].push_back({layer.lattice().position(*defect.place), index});
            return;
        }
        const auto texts = feature_texts(layer, defect);
        unplaced_.emplace(key_of(number, texts.codes, texts.fids), index);
    }

    template <typename Visit>
    void for_each_near(const Acceptance& acceptance, kernel::Position place,
                       const Visit& visit) const {
        const auto of_number = placed_.find(acceptance.number);
        if (of_number == placed_.end())
            return;
        const auto& placed = of_number->second;
        // The difference itself is compared, so that rounding leaves out none at the radius.
        auto near = std::partition_point(placed.begin(), placed.end(), [&](const Placed& one) {
            return one.place.x - place.x < -acceptance.radius_m;
        });
        for (; near != placed.end() && near->place.x - place.x <= acceptance.radius_m; ++near)
            if (std::hypot(near->place.x - place.x, near->place.y - place.y) <= acceptance.radius_m)
                visit(near->defect);
    }

    std::map<FindingNumber, std::vector<Placed>> placed_; ///< By x.
    std::multimap<Key, std::size_t> unplaced_;
};

/// Where somebody accepts something, or of which features.
std::string scope_of(const Acceptance& acceptance) {
    if (acceptance.place)
        return place_text(*acceptance.place);
    return are_blank(acceptance.codes) ? "fid " + acceptance.fids : acceptance.codes;
}

Finding not_found(const Acceptance& acceptance) {
    return {.number = FindingNumber::AcceptedNotFound,
            .values = {{"number", label(acceptance.number)}, {"place", scope_of(acceptance)}},
            .source = acceptance.source};
}

} // namespace

std::vector<Finding> accept(const Layer& layer, std::span<const Acceptance> accepted,
                            std::vector<Defect>& defects) {
    const DefectIndex index(layer, defects);
    std::vector<Finding> findings;
    for (const Acceptance& acceptance : accepted) {
        bool is_used = false;
        index.for_each_of(acceptance, [&](std::size_t i) {
            is_used = true;
            if (!defects[i].is_accepted)
                defects[i].why = acceptance.why;
            defects[i].is_accepted = true;
        });
        if (!is_used)
            findings.push_back(not_found(acceptance));
    }
    std::stable_partition(defects.begin(), defects.end(),
                          [](const Defect& defect) { return !defect.is_accepted; });
    return findings;
}

} // namespace regio::validation
