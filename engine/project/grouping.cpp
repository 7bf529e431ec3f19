#include "project/grouping.hpp"

#include "base/sorted.hpp"
#include "io/fields.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace regio::project {

namespace {

using layer::FeatureId;

/// Groups under their codes while they are gathered.
class Gathering {
public:
    /// The group with this code; it has a name as long as all who ask for it agree on that.
    FeatureGroup& group(const std::string& code, std::string_view name) {
        const auto [place, is_new] = groups_.try_emplace(code);
        FeatureGroup& group = place->second;
        if (is_new) {
            group.code = code;
            group.name = name;
        } else if (group.name != name) {
            group.name.clear();
        }
        return group;
    }

    std::vector<FeatureGroup> take() {
        std::vector<FeatureGroup> result;
        for (auto& [code, group] : groups_) {
            sort_and_unite(group.features);
            sort_and_unite(group.missing);
            result.push_back(std::move(group));
        }
        return result;
    }

private:
    std::map<std::string, FeatureGroup> groups_;
};

void report_left_out(std::size_t count, const SourceRef& source, std::vector<Finding>& findings) {
    if (count > 0)
        findings.push_back({.number = FindingNumber::RowWithoutGroup,
                            .values = {{"count", fmt::to_string(count)}},
                            .source = source});
}

/// The features that have polygons, by their codes.
std::unordered_map<std::string, std::vector<FeatureId>>
features_by_code(const layer::Layer& layer) {
    std::unordered_map<std::string, std::vector<FeatureId>> by_code;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (!layer.parts_of(FeatureId(i)).empty())
            by_code[layer[FeatureId(i)].code].push_back(FeatureId(i));
    return by_code;
}

/// Where a table has the group, its name and its member.
struct Places {
    std::size_t group;
    std::optional<std::size_t> name;
    std::size_t member;
};

Places find_places(const io::FieldNames& fields, const GroupTable& source) {
    using io::FieldRole;
    auto group = io::find_field(fields, source.group, FieldRole::PartnershipId);
    auto name = io::find_field(fields, source.name, FieldRole::PartnershipName);
    if (!group) {
        group = io::find_field(fields, {}, FieldRole::RegionCode);
        if (source.name.empty())
            name = io::find_field(fields, {}, FieldRole::RegionName);
    }
    const auto member = io::find_field(fields, source.member, FieldRole::MunicipalityCode);
    if (!group)
        io::throw_no_field(fields, "the group of a member", source.group_hint);
    if (!member)
        io::throw_no_field(fields, "the codes of members", source.member_hint);
    const bool is_guess = source.name.empty();
    if (is_guess && (name == group || name == member || !source.group.empty()))
        name.reset();
    return {*group, name, *member};
}

} // namespace

std::vector<FeatureGroup> group_by_code(const layer::Layer& layer, std::vector<Finding>& findings) {
    Gathering gathering;
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const layer::Feature& feature = layer[FeatureId(i)];
        if (feature.code.empty()) {
            ++left_out;
            continue;
        }
        FeatureGroup& group = gathering.group(feature.code, feature.name);
        if (layer.parts_of(FeatureId(i)).empty())
            group.missing.push_back(to_text(layer.source_of(FeatureId(i))));
        else
            group.features.push_back(FeatureId(i));
    }
    report_left_out(left_out, layer.source(), findings);
    return gathering.take();
}

std::vector<FeatureGroup> group_by_table(const layer::Layer& layer, const GroupTable& source,
                                         std::vector<Finding>& findings) {
    io::Table table(source.table);
    const Places places = find_places(table.fields(), source);
    const auto by_code = features_by_code(layer);
    Gathering gathering;
    std::size_t left_out = 0;
    while (table.next()) {
        const std::string code(registry::trimmed(table.cell(places.group)));
        const std::string member(registry::trimmed_code(table.cell(places.member)));
        if (code.empty() || member.empty()) {
            ++left_out;
            continue;
        }
        FeatureGroup& group = gathering.group(code, io::cell(table, places.name));
        if (const auto found = by_code.find(member); found != by_code.end())
            group.features.insert(group.features.end(), found->second.begin(), found->second.end());
        else
            group.missing.push_back(member);
    }
    report_left_out(left_out, table.source(), findings);
    return gathering.take();
}

void report_incomplete(const layer::Layer& layer, const FeatureGroup& group,
                       std::vector<Finding>& findings) {
    findings.push_back({.number = FindingNumber::GroupIncomplete,
                        .values = {{"group", group.code},
                                   {"members", fmt::format("{}", fmt::join(group.missing, ", "))}},
                        .source = layer.source()});
}

} // namespace regio::project
