#include "project/drawn_partnerships.hpp"

#include "coverage/overlap_table.hpp"
#include "nesting/container.hpp"
#include "nesting/drawing_findings.hpp"
#include "project/drawn_area.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace regio::project {

namespace {

using layer::FeatureId;
using nesting::Assessment;
using nesting::Container;
using registry::MunicipalityIndex;
using registry::Partnership;
using registry::RegionIndex;

/// A drawn working area on the day that is asked about.
struct Area {
    Partnership partnership;
    std::vector<FeatureId> features;
    std::size_t missing = 0; ///< Features without polygons.
};

void note(FindingNumber number, std::vector<FindingValue> values, const std::string& list,
          Partnership& partnership) {
    partnership.findings.push_back({.number = number,
                                    .values = std::move(values),
                                    .source = partnership.source,
                                    .list = list,
                                    .partnership = partnership.id});
}

/// Gathers the features of each partnership of a list.
class AreaGatherer {
public:
    AreaGatherer(const registry::PartnershipList& list, const layer::Layer& layer, Date as_of)
        : list_(list), layer_(layer), as_of_(as_of) {
        for (std::size_t i = 0; i < layer.features().size(); ++i)
            feature_of_[layer[FeatureId(i)].fid] = FeatureId(i);
    }

    [[nodiscard]] std::vector<Area> gather() const {
        std::vector<Area> areas;
        for (const Partnership& partnership : list_.partnerships)
            areas.push_back({.partnership = partnership, .features = {}});
        for (const registry::MemberRow& row : list_.rows) {
            Area& area = areas[static_cast<std::size_t>(row.partnership)];
            if (holds(row, area.partnership))
                add(row, area);
        }
        for (Area& area : areas)
            if (area.missing > 0)
                note(FindingNumber::DrawingIncomplete,
                     {{"count", fmt::to_string(area.missing)},
                      {"total", fmt::to_string(area.missing + area.features.size())}},
                     list_.terms.list, area.partnership);
        return areas;
    }

private:
    void add(const registry::MemberRow& row, Area& area) const {
        const auto feature = feature_of_.find(row.row);
        if (feature == feature_of_.end() || layer_.parts_of(feature->second).empty())
            ++area.missing;
        else
            area.features.push_back(feature->second);
    }

    bool holds(const registry::MemberRow& row, Partnership& partnership) const {
        Period period;
        const bool reads = read(row.from, "from", partnership, period.from) &&
                           read(row.to, "to", partnership, period.to);
        if (reads && period.from && period.to && *period.to < *period.from) {
            unreadable("to < from",
                       fmt::format("{} – {}", to_iso(*period.from), to_iso(*period.to)),
                       partnership);
            return false;
        }
        return reads && contains(period, as_of_);
    }

    bool read(StringId id, const char* field, Partnership& partnership,
              std::optional<Date>& date) const {
        const std::string& text = list_.strings.text(id);
        date = parse_date(text);
        if (text.empty() || date)
            return true;
        unreadable(field, text, partnership);
        return false;
    }

    void unreadable(const std::string& field, const std::string& text,
                    Partnership& partnership) const {
        note(FindingNumber::MembershipDateUnreadable,
             {{"field", field}, {"text", text}, {"member", partnership.name}}, list_.terms.list,
             partnership);
    }

    const registry::PartnershipList& list_;
    const layer::Layer& layer_;
    Date as_of_;
    std::map<std::int64_t, FeatureId> feature_of_;
};

/// Says of features that have neither an id nor a name, nor anything else, that they are left out:
/// rows without any text are passed over when a table is read.
void report_blank(const io::DrawnAreas& drawn, const layer::Layer& layer,
                  std::vector<Finding>& findings) {
    if (drawn.rows >= layer.features().size())
        return;
    findings.push_back({.number = FindingNumber::RowWithoutPartnership,
                        .values = {{"count", fmt::to_string(layer.features().size() - drawn.rows)}},
                        .source = layer.source(),
                        .list = drawn.list.terms.list,
                        .partnership = {}});
}

/// A feature for each group, and no cover of them all: areas overlap each other as they please, and
/// what of a municipality lies in none of them is not asked for. Each area is united by itself,
/// because whether features of different areas overlap does not matter and is long to find out.
coverage::OverlapSide side_of(const layer::Layer& layer,
                              const std::vector<layer::Regrouping>& groups) {
    layer::Layer areas(layer.source(), layer.lattice(), layer.provenance());
    for (const layer::Regrouping& group : groups) {
        areas.add_feature(group.feature);
        add_area(layer, group.members, areas);
    }
    topology::Chains chains(areas);
    return {.layer = std::move(areas), .chains = std::move(chains), .cover = {}};
}

/// Judges the areas of one list.
class AreaJudge {
public:
    AreaJudge(const std::vector<Area>& areas, const layer::Layer& layer,
              const registry::ListTerms& terms, const DrawingGround& ground)
        : areas_(areas), terms_(terms), ground_(ground), side_(side_of(layer, groups())),
          missing_(without_polygons()) {}

    [[nodiscard]] std::vector<Assessment> judge() const {
        const auto table = coverage::overlap_table(ground_.municipalities.side, side_);
        const auto drawn = nesting::drawn_members(table, ground_.municipalities.municipality_of,
                                                  ground_.terms.shares);
        std::vector<Assessment> assessments;
        for (std::size_t i = 0; i < areas_.size(); ++i)
            assessments.push_back(assess(areas_[i], drawn[i], table.twice_areas_b[i]));
        judge_shapes(assessments);
        for (Assessment& assessment : assessments)
            nesting::report_drawing(ground_.regions, ground_.territory.current(), assessment);
        return assessments;
    }

private:
    [[nodiscard]] std::vector<layer::Regrouping> groups() const {
        std::vector<layer::Regrouping> groups;
        for (const Area& area : areas_)
            groups.push_back(
                {.feature = {.code = area.partnership.id, .name = area.partnership.name},
                 .members = area.features});
        return groups;
    }

    /// Municipalities of a region of which it is not known what they cover.
    [[nodiscard]] std::vector<MunicipalityIndex> without_polygons() const {
        std::vector<MunicipalityIndex> missing;
        for (const registry::Region& region : ground_.regions.all())
            for (const MunicipalityIndex municipality : region.municipalities)
                if (ground_.boundaries.features_of(municipality).empty())
                    missing.push_back(municipality);
        return missing;
    }

    /// Whether more than a sliver of a municipality may lie in a part of a drawing that is in no
    /// polygon.
    [[nodiscard]] bool may_lie_in(MunicipalityIndex municipality, double area_m2,
                                  double drawn_m2) const {
        const auto& official = ground_.territory.current()[municipality].figures.area;
        const double sliver = ground_.terms.shares.sliver.fraction();
        return area_m2 >= nesting::kLeastElsewhere_m2 &&
               (!official || area_m2 >= sliver * registry::square_metres(*official) ||
                area_m2 >= sliver * drawn_m2);
    }

    void report_hidden(double elsewhere_m2, double drawn_m2, Partnership& partnership) const {
        std::vector<std::string> names;
        for (const MunicipalityIndex municipality : missing_)
            if (may_lie_in(municipality, elsewhere_m2, drawn_m2))
                names.push_back(name_and_code(ground_.territory.current()[municipality]));
        if (!names.empty())
            note(FindingNumber::DrawingBesidePolygons,
                 {{"area", fmt::format("{:.0f}", elsewhere_m2)},
                  {"names", fmt::format("{}", fmt::join(names, ", "))}},
                 terms_.list, partnership);
    }

    [[nodiscard]] Assessment assess(const Area& area, const nesting::DrawnMembers& drawn,
                                    kernel::Wide twice_area) const {
        Partnership partnership = area.partnership;
        const kernel::Lattice& lattice = side_.layer.lattice();
        const double elsewhere_m2 = lattice.square_metres(drawn.elsewhere.twice_area());
        report_hidden(elsewhere_m2, lattice.square_metres(twice_area), partnership);
        const auto& municipalities = ground_.territory.current();
        auto resolved = nesting::resolve_drawn(
            std::move(partnership), drawn,
            {.list = terms_.list, .may_be_supraregional = terms_.may_be_supraregional},
            ground_.regions, municipalities);
        resolved.is_resolved =
            std::none_of(resolved.findings.begin(), resolved.findings.end(), [](const Finding& f) {
                return kind_of(f.number).severity == Severity::Error;
            });
        auto assessment = nesting::assess(std::move(resolved), ground_.regions, municipalities);
        auto& drawing = assessment.drawing.emplace();
        drawing.terms = ground_.terms;
        drawing.covered = drawn;
        drawing.features = area.features;
        drawing.area_m2 = lattice.square_metres(twice_area);
        drawing.elsewhere_m2 = elsewhere_m2;
        if (assessment.partnership.is_resolved) {
            drawing.container = nesting::container_of(assessment.partnership, assessment.verdict);
            drawing.weight = nesting::weigh_partial(assessment.partnership, ground_.regions);
        }
        return assessment;
    }

    /// The polygons of all municipalities of some regions; nothing when one has none.
    [[nodiscard]] std::optional<Container>
    container(const std::vector<RegionIndex>& regions) const {
        const auto features = container_features(regions, ground_.regions, ground_.boundaries);
        if (!features)
            return std::nullopt;
        return Container(ground_.municipalities.side.layer, *features);
    }

    void judge_shapes(std::vector<Assessment>& assessments) const {
        std::map<std::vector<RegionIndex>, std::optional<Container>> containers;
        for (const Assessment& assessment : assessments)
            if (const auto& regions = assessment.drawing->container; !regions.empty())
                containers.try_emplace(regions);
        for (auto& [regions, own] : containers)
            own = container(regions);
        tbb::parallel_for(std::size_t{0}, assessments.size(), [&](std::size_t i) {
            auto& drawing = *assessments[i].drawing;
            if (drawing.container.empty())
                return;
            if (const auto& own = containers.at(drawing.container))
                drawing.shape = own->judge(side_.layer, FeatureId(i),
                                           {.tolerance_m = drawing.terms.tolerance_m});
        });
    }

    const std::vector<Area>& areas_;
    const registry::ListTerms& terms_;
    const DrawingGround& ground_;
    coverage::OverlapSide side_;
    std::vector<MunicipalityIndex> missing_;
};

} // namespace

std::vector<Assessment> assess_drawn(const io::DrawnAreas& drawn, const layer::Layer& layer,
                                     const DrawingGround& ground, std::vector<Finding>& findings) {
    report_blank(drawn, layer, findings);
    const auto areas = AreaGatherer(drawn.list, layer, ground.territory.as_of()).gather();
    return AreaJudge(areas, layer, drawn.list.terms, ground).judge();
}

} // namespace regio::project
