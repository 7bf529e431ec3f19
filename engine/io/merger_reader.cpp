#include "base/error.hpp"
#include "io/fields.hpp"
#include "io/territory_reader.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

namespace regio::io {

namespace {

constexpr std::string_view kMergerHint =
    "a row says old code, new code and date; name them with old =, new = and date =";

registry::MergerRow checked(registry::MergerRow row, std::string_view date_text) {
    if (row.old_code.empty() || row.new_code.empty())
        throw InputError(to_text(row.source) + ": a merger without old or new code",
                         "give both codes");
    const auto date = parse_date(date_text);
    if (!date)
        throw InputError(fmt::format("{}: \"{}\" is not a date", to_text(row.source), date_text),
                         "write dates as 2025-01-01");
    row.date = *date;
    return row;
}

} // namespace

std::vector<registry::MergerRow> read_mergers(const MergersSource& source) {
    Table table(source.table);
    const auto old_code = find_field(table.fields(), source.old_code, FieldRole::OldCode);
    const auto new_code = find_field(table.fields(), source.new_code, FieldRole::NewCode);
    const auto date = find_field(table.fields(), source.date, FieldRole::MergerDate);
    if (!old_code || !new_code || !date)
        throw_no_field(table.fields(),
                       !old_code   ? "old codes"
                       : !new_code ? "new codes"
                                   : "dates",
                       kMergerHint);
    const auto old_name = find_field(table.fields(), source.old_name, FieldRole::OldName);
    const auto new_name = find_field(table.fields(), source.new_name, FieldRole::NewName);
    std::vector<registry::MergerRow> rows;
    while (table.next()) {
        registry::MergerRow row;
        row.old_code = registry::trimmed_code(table.cell(*old_code));
        row.new_code = registry::trimmed_code(table.cell(*new_code));
        row.old_name = cell(table, old_name).empty() ? row.old_code : cell(table, old_name);
        row.new_name = cell(table, new_name).empty() ? row.new_code : cell(table, new_name);
        row.source = table.source();
        row.source.fid = table.row();
        rows.push_back(checked(std::move(row), cell(table, date)));
    }
    return rows;
}

} // namespace regio::io
