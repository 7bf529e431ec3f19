#include "base/name_key.hpp"
#include "io/fields.hpp"
#include "io/layer_reader.hpp"
#include "io/territory_reader.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <map>

namespace regio::io {

namespace {

/// Where the parts of a row stand.
struct RegionFields {
    std::optional<std::size_t> code;
    std::optional<std::size_t> name;
    std::optional<std::size_t> member;
    std::optional<std::size_t> member_name;
};

RegionFields find_fields(const RegionsSource& source, const Table& table) {
    RegionFields fields{
        .code = find_field(table.fields(), source.code, FieldRole::RegionCode),
        .name = find_field(table.fields(), source.name, FieldRole::RegionName),
        .member = find_field(table.fields(), source.member, FieldRole::MunicipalityCode),
        .member_name = find_field(table.fields(), source.member_name, FieldRole::MunicipalityName)};
    if (fields.member == fields.member_name && source.member_name.empty())
        fields.member_name.reset();
    if (!fields.code && !fields.name)
        throw_no_field(table.fields(), "regions",
                       "name it with code = and name =, or --region-code and --region-name");
    if (!fields.member && !fields.member_name)
        throw_no_field(table.fields(), "the municipalities of the regions",
                       "name it with member = or --region-member");
    return fields;
}

registry::RegionRow read_row(const Table& table, const RegionFields& fields) {
    registry::RegionRow row;
    row.region_code = cell(table, fields.code);
    row.region_name = cell(table, fields.name);
    if (row.region_code.empty())
        row.region_code = row.region_name;
    if (row.region_name.empty())
        row.region_name = row.region_code;
    row.municipality_code = registry::trimmed_code(cell(table, fields.member));
    row.municipality_name = cell(table, fields.member_name);
    row.source = table.source();
    row.source.fid = table.row();
    return row;
}

std::vector<registry::RegionName> read_names(const RegionNamesSource& source) {
    Table table(source.table);
    const std::size_t code = table.fields().require(source.code);
    const auto place = [&](const std::string& field) -> std::optional<std::size_t> {
        return field.empty() ? std::nullopt : std::optional(table.fields().require(field));
    };
    const auto name = place(source.name);
    const auto alias = place(source.alias);
    std::vector<registry::RegionName> names;
    while (table.next())
        names.push_back({.code = std::string(registry::trimmed(table.cell(code))),
                         .name = std::string(cell(table, name)),
                         .alias = std::string(cell(table, alias))});
    return names;
}

/// Whether the first value of a field has the form of a municipality's code: "code" can be that of
/// a region as well.
bool begins_with_municipality(Table& table, std::size_t field) {
    while (table.next())
        if (const auto code = registry::trimmed_code(table.cell(field)); !code.empty())
            return registry::is_nis_code(code);
    return false;
}

/// The name of a field that is guessed where none is named: a plain "code" or "naam" is that of a
/// region where there are no municipalities to have it.
std::string drawn_field(const FieldNames& fields, const std::string& wanted, FieldRole role,
                        std::initializer_list<std::string_view> others) {
    if (const auto place = find_field(fields, wanted, role))
        return fields.all()[*place];
    for (const auto other : others)
        if (const auto place = fields.find(other))
            return fields.all()[*place];
    return {};
}

} // namespace

bool is_drawn(const RegionsSource& source) {
    if (!source.member.empty() || !source.member_name.empty() ||
        !may_hold_polygons(source.table.source))
        return false;
    Table table(source.table);
    const FieldNames& fields = table.fields();
    const auto code = find_field(fields, source.code, FieldRole::RegionCode);
    const auto name = find_field(fields, source.name, FieldRole::RegionName);
    const auto member = find_field(fields, {}, FieldRole::MunicipalityCode);
    return !member || member == code || member == name || (!code && !name) ||
           !begins_with_municipality(table, *member);
}

LayerSource drawn_region_layer(const RegionsSource& source) {
    const Table table(source.table);
    LayerSource layer{
        .source = source.table.source, .where = source.table.where, .crs = source.crs};
    layer.code = drawn_field(table.fields(), source.code, FieldRole::RegionCode, {"code", "id"});
    layer.name = drawn_field(table.fields(), source.name, FieldRole::RegionName, {"naam", "name"});
    if (layer.code.empty() && layer.name.empty())
        throw_no_field(table.fields(), "regions",
                       "name it with code = and name =, or --region-code and --region-name");
    if (layer.code.empty())
        layer.code = layer.name;
    if (layer.name.empty())
        layer.name = layer.code;
    return layer;
}

void name_regions(const RegionsSource& source, registry::RegionList& list) {
    if (!source.names)
        return;
    list.names = read_names(*source.names);
    for (auto& row : list.rows)
        for (const auto& name : list.names)
            if (name.code == row.region_code && !name.name.empty())
                row.region_name = name.name;
}

registry::RegionList read_regions(const RegionsSource& source, std::vector<Finding>& findings) {
    Table table(source.table);
    const RegionFields fields = find_fields(source, table);
    registry::RegionList list{.period = source.period, .source = table.source()};
    std::size_t incomplete = 0;
    SourceRef first_incomplete;
    std::map<std::string, std::string> spelling; // of regions, by name key
    while (table.next()) {
        registry::RegionRow row = read_row(table, fields);
        if (!fields.code) // by name only: one region in whatever spelling
            row.region_code =
                spelling.try_emplace(name_key(row.region_code), row.region_code).first->second;
        const bool has_member = !row.municipality_code.empty() || !row.municipality_name.empty();
        if (!row.region_code.empty() && has_member)
            list.rows.push_back(std::move(row));
        else if (incomplete++ == 0)
            first_incomplete = row.source;
    }
    if (incomplete > 0)
        findings.push_back({.number = FindingNumber::RegionRowIncomplete,
                            .values = {{"count", fmt::to_string(incomplete)}},
                            .source = first_incomplete});
    name_regions(source, list);
    return list;
}

} // namespace regio::io
