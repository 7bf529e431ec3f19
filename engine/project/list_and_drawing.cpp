#include "project/list_and_drawing.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"
#include "nesting/drawing_findings.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>

namespace regio::project {

namespace {

using nesting::Assessment;

/// Empty where it has none but its id, unless that is one: of "1" every delimitation has one.
std::string name_of(const Assessment& assessment) {
    const auto& partnership = assessment.partnership.partnership;
    const std::string key = name_key(partnership.name);
    const bool is_name =
        partnership.name != partnership.id ||
        std::any_of(key.begin(), key.end(), [](unsigned char c) { return std::isdigit(c) == 0; });
    return is_name ? key : std::string();
}

/// Finds partnerships of lists by their ids and names.
class ListedPartnerships {
public:
    explicit ListedPartnerships(const std::vector<Assessment>& assessments) {
        for (const Assessment& assessment : assessments)
            if (!assessment.drawing) {
                by_id_.emplace(id_of(assessment), &assessment);
                if (const std::string name = name_of(assessment); !name.empty())
                    by_name_.emplace(name, &assessment);
            }
    }

    /// Nothing when there is none.
    [[nodiscard]] const Assessment* find(const Assessment& drawn) const {
        const std::string name = name_of(drawn);
        const auto [first, end] = by_id_.equal_range(id_of(drawn));
        for (auto same = first; same != end; ++same)
            if (same->second->partnership.list == drawn.partnership.list ||
                (!name.empty() && name_of(*same->second) == name))
                return same->second;
        return by_name_.count(name) == 1 ? by_name_.find(name)->second : nullptr;
    }

private:
    static std::string id_of(const Assessment& assessment) {
        return registry::identifier_key(assessment.partnership.partnership.id);
    }

    std::multimap<std::string, const Assessment*> by_id_;
    std::multimap<std::string, const Assessment*> by_name_;
};

} // namespace

void compare_lists_and_drawings(const registry::MunicipalityTable& municipalities,
                                std::vector<Assessment>& assessments) {
    const ListedPartnerships listed(assessments);
    for (Assessment& assessment : assessments)
        if (assessment.drawing)
            if (const Assessment* list = listed.find(assessment))
                nesting::report_list_against_drawing(*list, municipalities, assessment);
}

void refuse_drawn_twice(const std::vector<Assessment>& assessments) {
    std::map<std::pair<std::string, std::string>, const Assessment*> drawn;
    for (const Assessment& assessment : assessments) {
        if (!assessment.drawing)
            continue;
        const std::string& list = assessment.partnership.list;
        const auto& partnership = assessment.partnership.partnership;
        const auto [first, is_new] =
            drawn.try_emplace({list, registry::identifier_key(partnership.id)}, &assessment);
        if (!is_new)
            throw InputError(fmt::format("{} and {}: both draw {} of the list {}",
                                         to_text(first->second->partnership.partnership.source),
                                         to_text(partnership.source), partnership.id, list),
                             "leave out one of them, or give each its own list =");
    }
}

} // namespace regio::project
