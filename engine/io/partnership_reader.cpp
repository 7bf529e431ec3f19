#include "io/partnership_reader.hpp"

#include "base/error.hpp"
#include "io/fields.hpp"
#include "io/layer_reader.hpp"

#include <fmt/format.h>

namespace regio::io {

namespace {

using Place = std::optional<std::size_t>;

constexpr std::string_view kShapes =
    "a list has one row per member (partnership, municipality), or one row per municipality with a "
    "column per kind of partnership; a matrix with crosses or members together in one cell must "
    "be rewritten so. Name the fields with id =, name = and member =, or --partnership-id, "
    "--partnership-name and --member";

constexpr std::string_view kDrawing =
    "a layer of drawn areas has a field with the id or the name of the partnership. Name it with "
    "id = and name =, or --partnership-id and --partnership-name; where its rows are members, name "
    "their field with member = or --member";

constexpr std::string_view kAreas =
    "give the working areas as polygons, or a list with a row per member (partnership, "
    "municipality) and name its fields with --partnership-id, --partnership-name and --member";

/// Says what is lacking of a source that names no partnerships or no members: fields, or polygons.
[[noreturn]] void refuse(const PartnershipsSource& source, const Table& table,
                         std::string_view what) {
    if (const auto kind = points_or_lines(source.table.source); !kind.empty())
        throw InputError(fmt::format("{}: holds {}, not areas, and no field holds {}",
                                     to_text(table.source()), kind, what),
                         fmt::format("{}; {}", kAreas, table.fields().listed()));
    throw_no_field(table.fields(), what, kShapes);
}

/// Where the description of a partnership stands in a row.
struct DescriptionPlaces {
    Place id;
    Place name;
    Place kind;
    Place status;
    Place sector;
    Place founded;
    Place dated;
};

/// Where its member stands.
struct MemberPlaces {
    Place code;
    Place name;
    Place kind;
    Place from;
    Place to;
};

/// All but whether there is an id or a name.
DescriptionPlaces find_description(const PartnershipsSource& source, const Table& table) {
    DescriptionPlaces places;
    // A field that is named by hand says which columns count: the other one is not guessed then.
    if (!source.id.empty() || source.name.empty())
        places.id = find_field(table.fields(), source.id, FieldRole::PartnershipId);
    if (source.id.empty() || !source.name.empty())
        places.name = find_field(table.fields(), source.name, FieldRole::PartnershipName);
    if (source.kind_is.empty())
        places.kind = find_field(table.fields(), source.kind, FieldRole::Kind);
    places.status = find_field(table.fields(), source.status, FieldRole::Status);
    places.sector = find_field(table.fields(), source.sector, FieldRole::Sector);
    places.founded = find_field(table.fields(), source.founded, FieldRole::Founded);
    if (!source.dated_field.empty())
        places.dated = table.fields().require(source.dated_field);
    return places;
}

DescriptionPlaces description_places(const PartnershipsSource& source, const Table& table) {
    DescriptionPlaces places = find_description(source, table);
    // Without an id, a plain "naam" beside a code is as likely the municipality's: a matrix has
    // that.
    const auto member_name =
        find_field(table.fields(), source.members.name, FieldRole::MunicipalityName);
    if (!places.id && !source.beside && source.name.empty() && places.name == member_name)
        places.name.reset();
    if (!places.id && !places.name)
        refuse(source, table, "the partnerships");
    return places;
}

MemberPlaces member_places(const MemberFields& fields, const Table& table) {
    MemberPlaces places{
        .code = find_field(table.fields(), fields.code, FieldRole::MunicipalityCode),
        .name = find_field(table.fields(), fields.name, FieldRole::MunicipalityName),
        .kind = find_field(table.fields(), fields.kind, FieldRole::MemberKind),
        .from = find_field(table.fields(), fields.from, FieldRole::MemberFrom),
        .to = find_field(table.fields(), fields.to, FieldRole::MemberTo)};
    return places;
}

/// A field cannot name both the partnership and its member. Whether one is left that names members.
[[nodiscard]] bool keep_apart(const DescriptionPlaces& description, MemberPlaces& members,
                              const MemberFields& named) {
    const auto taken = [&](Place place) {
        return place && (place == description.id || place == description.name);
    };
    if (taken(members.code) && named.code.empty())
        members.code.reset();
    if (named.name.empty() && (taken(members.name) || members.name == members.code))
        members.name.reset();
    return members.code || members.name;
}

void fill_description(const Table& table, const DescriptionPlaces& places,
                      const std::string& kind_is, registry::ListedRow& row) {
    row.id = cell(table, places.id);
    row.name = cell(table, places.name);
    row.kind = kind_is.empty() ? cell(table, places.kind) : std::string_view(kind_is);
    row.status = cell(table, places.status);
    row.sector = cell(table, places.sector);
    row.founded = cell(table, places.founded);
    row.dated = cell(table, places.dated);
    row.row = table.row();
}

void fill_member(const Table& table, const MemberPlaces& places, registry::ListedRow& row) {
    row.member_code = cell(table, places.code);
    row.member_name = cell(table, places.name);
    row.member_kind = cell(table, places.kind);
    row.from = cell(table, places.from);
    row.to = cell(table, places.to);
    row.row = table.row();
}

registry::PartnershipList read_one_table(const PartnershipsSource& source, Table& table,
                                         const DescriptionPlaces& description,
                                         std::vector<Finding>& findings) {
    MemberPlaces members = member_places(source.members, table);
    if (!keep_apart(description, members, source.members))
        refuse(source, table, "the member municipalities");
    registry::PartnershipListBuilder builder(source.terms, table.source());
    while (table.next()) {
        registry::ListedRow row;
        fill_description(table, description, source.kind_is, row);
        fill_member(table, members, row);
        builder.add(row);
    }
    return std::move(builder).take(findings);
}

registry::PartnershipList read_two_tables(const PartnershipsSource& source, Table& table,
                                          const DescriptionPlaces& description,
                                          std::vector<Finding>& findings) {
    const MembersBeside& beside = *source.beside;
    Table member_table(beside.table);
    const auto partnership =
        find_field(member_table.fields(), beside.partnership, FieldRole::PartnershipId);
    if (!partnership)
        throw_no_field(member_table.fields(), "the partnerships",
                       "name it with members = { partnership = … }");
    MemberPlaces members = member_places(beside.fields, member_table);
    if (!keep_apart({.id = partnership}, members, beside.fields))
        throw_no_field(member_table.fields(), "the member municipalities", kShapes);

    registry::PartnershipListBuilder builder(source.terms, member_table.source());
    while (table.next()) {
        registry::ListedRow row;
        fill_description(table, description, source.kind_is, row);
        builder.describe(row, table.source());
    }
    while (member_table.next()) {
        registry::ListedRow row;
        row.id = cell(member_table, partnership);
        fill_member(member_table, members, row);
        builder.add(row);
    }
    return std::move(builder).take(findings);
}

/// Of drawn areas, "code" is as good a name for an id as any: there are no members to have it.
DescriptionPlaces drawn_places(const PartnershipsSource& source, const Table& table) {
    DescriptionPlaces places = find_description(source, table);
    if (!places.id && source.id.empty() && source.name.empty())
        places.id = table.fields().find("code");
    if (!places.id && !places.name)
        throw_no_field(table.fields(), "the partnerships", kDrawing);
    return places;
}

std::string name_of(const Table& table, Place place) {
    return place ? table.fields().all()[*place] : std::string();
}

} // namespace

bool is_drawn(const PartnershipsSource& source) {
    return !source.beside && source.members.code.empty() && source.members.name.empty() &&
           may_hold_polygons(source.table.source);
}

DrawnAreas read_drawn_areas(const PartnershipsSource& source, std::vector<Finding>& findings) {
    Table table(source.table);
    const DescriptionPlaces places = drawn_places(source, table);
    const Place from = find_field(table.fields(), source.members.from, FieldRole::MemberFrom);
    const Place to = find_field(table.fields(), source.members.to, FieldRole::MemberTo);
    registry::PartnershipListBuilder builder(source.terms, table.source());
    std::size_t rows = 0;
    for (; table.next(); ++rows) {
        registry::ListedRow row;
        fill_description(table, places, source.kind_is, row);
        row.from = cell(table, from);
        row.to = cell(table, to);
        builder.add_area(row);
    }
    const Place id = places.id ? places.id : places.name;
    return {.list = std::move(builder).take(findings),
            .layer = {.source = source.table.source,
                      .code = name_of(table, id),
                      .name = name_of(table, places.name),
                      .where = source.table.where,
                      .crs = source.crs},
            .rows = rows};
}

registry::PartnershipList read_partnerships(const PartnershipsSource& source,
                                            std::vector<Finding>& findings) {
    Table table(source.table);
    const DescriptionPlaces description = description_places(source, table);
    return source.beside ? read_two_tables(source, table, description, findings)
                         : read_one_table(source, table, description, findings);
}

} // namespace regio::io
