#include "project/verdict_attributes.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace regio::project {

namespace {

using io::OutputValue;
using nesting::Assessment;
using nesting::ExcessPart;
using registry::MunicipalityIndex;
using Type = io::OutputField::Type;

/// A field, and how its value is had from a row.
template <typename Row>
struct Column {
    const char* name;
    Type type;
    OutputValue (*value)(const Row& row);
    io::OutputField::Meaning meaning = io::OutputField::Meaning::Plain;
};

OutputValue text(std::string value) {
    return value.empty() ? OutputValue() : OutputValue(std::move(value));
}

OutputValue joined(const std::vector<std::string>& names) {
    return text(fmt::format("{}", fmt::join(names, "; ")));
}

OutputValue count(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

template <typename Value>
OutputValue or_nothing(const std::optional<Value>& value) {
    return value ? OutputValue(*value) : OutputValue();
}

std::vector<std::string> names_of(const Project& project,
                                  std::span<const MunicipalityIndex> municipalities) {
    std::vector<std::string> names;
    for (const MunicipalityIndex municipality : municipalities)
        names.push_back(name_and_code(project.territory.current()[municipality]));
    return names;
}

std::vector<std::string> region_names(const AreaRow& row) {
    std::vector<std::string> names;
    for (const auto& share : row.assessment.verdict.regions)
        names.push_back(row.project.regions[share.region].name);
    return names;
}

std::vector<std::string> names_in_part(const AreaRow& row) {
    std::vector<std::string> names;
    for (const auto& partial : row.assessment.partnership.partial_members)
        if (partial.drawn_share)
            names.push_back(fmt::format(
                "{} {:.4f}", name_and_code(row.project.territory.current()[partial.municipality]),
                *partial.drawn_share));
    return names;
}

const registry::Region* main_region(const AreaRow& row) {
    const auto& region = row.assessment.verdict.main_region;
    return region ? &row.project.regions[*region] : nullptr;
}

OutputValue near_miss(const AreaRow& row, std::vector<MunicipalityIndex> nesting::NearMiss::*who) {
    const auto& change = row.assessment.verdict.near_miss;
    return change ? joined(names_of(row.project, *change.*who)) : OutputValue();
}

/// A measure of the shape of a drawing; nothing where there is none.
template <typename Measure>
OutputValue of_shape(const AreaRow& row, const Measure& measure) {
    const auto& drawing = row.assessment.drawing;
    return drawing && drawing->shape ? OutputValue(measure(*drawing->shape)) : OutputValue();
}

template <typename Measure>
OutputValue of_part(const ExcessRow& row, const Measure& measure) {
    return row.part != nullptr ? OutputValue(measure(*row.part)) : OutputValue();
}

OutputValue what_reaches_out(const ExcessRow& row) {
    if (row.part == nullptr)
        return "municipality";
    const double tolerance_m = row.assessment.drawing->terms.tolerance_m;
    return std::string(id_of(relation_of(row.part->depth, tolerance_m)));
}

OutputValue region_of(const ExcessRow& row) {
    if (!row.member)
        return {};
    const auto region = row.project.regions.region_of(*row.member);
    return region ? text(row.project.regions[*region].name) : OutputValue();
}

/// Who a row is about: in both layers.
template <typename Row>
constexpr std::array<Column<Row>, 4> kIdentity = {{
    {"id", Type::Text, [](const Row& r) { return text(r.assessment.partnership.partnership.id); }},
    {"list", Type::Text, [](const Row& r) { return text(r.assessment.partnership.list); }},
    {"name", Type::Text,
     [](const Row& r) { return text(r.assessment.partnership.partnership.name); }},
    {"verdict", Type::Text,
     [](const Row& r) { return text(std::string(id_of(r.assessment.verdict.relation))); }},
}};

constexpr auto kAreaColumns = std::to_array<Column<AreaRow>>({
    {"kind", Type::Text,
     [](const AreaRow& r) { return text(r.assessment.partnership.partnership.kind); }},
    {"status", Type::Text,
     [](const AreaRow& r) { return text(r.assessment.partnership.partnership.status); }},
    {"source", Type::Text,
     [](const AreaRow& r) { return text(r.assessment.drawing ? "drawing" : "list"); }},
    {"main_region", Type::Text,
     [](const AreaRow& r) {
         const auto* region = main_region(r);
         return region != nullptr ? text(region->name) : OutputValue();
     }},
    {"regions", Type::Text, [](const AreaRow& r) { return joined(region_names(r)); }},
    {"members", Type::Integer,
     [](const AreaRow& r) { return count(r.assessment.partnership.members.size()); }},
    {"in_region", Type::Integer,
     [](const AreaRow& r) {
         return count(r.assessment.partnership.members.size() -
                      r.assessment.verdict.outsiders.size());
     }},
    {"of_region", Type::Integer,
     [](const AreaRow& r) {
         const auto* region = main_region(r);
         return region != nullptr ? count(size_of(*region)) : OutputValue();
     }},
    {"outsiders", Type::Text,
     [](const AreaRow& r) { return joined(names_of(r.project, r.assessment.verdict.outsiders)); }},
    {"leave", Type::Text, [](const AreaRow& r) { return near_miss(r, &nesting::NearMiss::leave); }},
    {"join", Type::Text, [](const AreaRow& r) { return near_miss(r, &nesting::NearMiss::join); }},
    {"in_part", Type::Text, [](const AreaRow& r) { return joined(names_in_part(r)); }},
    {"missing", Type::Text, [](const AreaRow& r) { return joined(r.missing); }},
    {"inhabitants", Type::Integer,
     [](const AreaRow& r) { return or_nothing(r.assessment.verdict.figures.inhabitants); }},
    {"area_m2", Type::Real, [](const AreaRow& r) { return or_nothing(r.area_m2); }},
    {"members_area_m2", Type::Real,
     [](const AreaRow& r) {
         const auto& area = r.assessment.verdict.figures.area;
         return area ? OutputValue(registry::square_metres(*area)) : OutputValue();
     }},
    {"shape", Type::Text,
     [](const AreaRow& r) {
         return of_shape(r, [](const auto& shape) { return std::string(id_of(shape.relation)); });
     }},
    {"excess_m2", Type::Real,
     [](const AreaRow& r) {
         return of_shape(r, [](const auto& shape) { return excess_m2(shape); });
     }},
    {"depth_m", Type::Real,
     [](const AreaRow& r) {
         return of_shape(r, [](const auto& shape) { return shape.depth.middle_m(); });
     }},
    {"holds_from_m", Type::Real,
     [](const AreaRow& r) {
         return of_shape(r, [](const auto& shape) { return shape.holds_from_m; });
     }},
    {"holds_to_m", Type::Real,
     [](const AreaRow& r) {
         return of_shape(r, [](const auto& shape) {
             return std::isfinite(shape.holds_to_m) ? OutputValue(shape.holds_to_m) : OutputValue();
         });
     }},
    {"fragile", Type::Integer,
     [](const AreaRow& r) {
         return of_shape(r, [](const auto& shape) { return std::int64_t{shape.is_fragile}; });
     },
     io::OutputField::Meaning::Boolean},
});

constexpr auto kExcessColumns = std::to_array<Column<ExcessRow>>({
    {"what", Type::Text, what_reaches_out},
    {"nis", Type::Text,
     [](const ExcessRow& r) {
         return r.member ? text(r.project.territory.current()[*r.member].code) : OutputValue();
     }},
    {"municipality", Type::Text,
     [](const ExcessRow& r) {
         return r.member ? text(r.project.territory.current()[*r.member].name) : OutputValue();
     }},
    {"region", Type::Text, region_of},
    {"area_m2", Type::Real, [](const ExcessRow& r) { return or_nothing(r.area_m2); }},
    {"perimeter_m", Type::Real,
     [](const ExcessRow& r) {
         return of_part(r, [](const ExcessPart& part) { return part.perimeter_m; });
     }},
    {"mean_width_m", Type::Real,
     [](const ExcessRow& r) {
         return of_part(r, [](const ExcessPart& part) { return part.mean_width_m; });
     }},
    {"greatest_width_m", Type::Real,
     [](const ExcessRow& r) {
         return of_part(r, [](const ExcessPart& part) { return part.greatest_width.middle_m(); });
     }},
    {"depth_m", Type::Real,
     [](const ExcessRow& r) {
         return of_part(r, [](const ExcessPart& part) { return part.depth.middle_m(); });
     }},
    {"x", Type::Real,
     [](const ExcessRow& r) {
         return of_part(r, [](const ExcessPart& part) { return part.deepest.x; });
     }},
    {"y", Type::Real,
     [](const ExcessRow& r) {
         return of_part(r, [](const ExcessPart& part) { return part.deepest.y; });
     }},
});

template <typename Row>
std::vector<io::OutputField> fields(std::span<const Column<Row>> own) {
    std::vector<io::OutputField> fields;
    for (const auto columns : {std::span<const Column<Row>>(kIdentity<Row>), own})
        for (const auto& column : columns)
            fields.push_back({.name = column.name, .type = column.type, .meaning = column.meaning});
    return fields;
}

template <typename Row>
std::vector<OutputValue> values(std::span<const Column<Row>> own, const Row& row) {
    std::vector<OutputValue> values;
    for (const auto columns : {std::span<const Column<Row>>(kIdentity<Row>), own})
        for (const auto& column : columns)
            values.push_back(column.value(row));
    return values;
}

} // namespace

std::vector<io::OutputField> area_fields() {
    return fields<AreaRow>(kAreaColumns);
}

std::vector<OutputValue> values_of(const AreaRow& row) {
    return values<AreaRow>(kAreaColumns, row);
}

std::vector<io::OutputField> excess_fields() {
    return fields<ExcessRow>(kExcessColumns);
}

std::vector<OutputValue> values_of(const ExcessRow& row) {
    return values<ExcessRow>(kExcessColumns, row);
}

} // namespace regio::project
