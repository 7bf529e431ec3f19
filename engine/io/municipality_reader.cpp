#include "base/error.hpp"
#include "io/fields.hpp"
#include "io/territory_reader.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <functional>
#include <string_view>
#include <unordered_map>

namespace regio::io {

namespace {

using registry::Figures;
using registry::Municipality;

/// Puts a text into one of the figures; false when the text is no such figure.
using Setter = std::function<bool(std::string_view text, Figures& figures)>;

bool set_inhabitants(std::string_view text, Figures& figures) {
    figures.inhabitants = registry::parse_inhabitants(text);
    return figures.inhabitants.has_value();
}

Setter area_setter(registry::AreaUnit unit) {
    return [unit](std::string_view text, Figures& figures) {
        figures.area = registry::parse_area(text, unit);
        if (figures.area)
            figures.area_source = registry::AreaSource::Table;
        return figures.area.has_value();
    };
}

/// One kind of figure, and where to find it for each municipality.
class FigureReader {
public:
    FigureReader(const Table& municipalities, const FigureSource& source, Setter set)
        : set_(std::move(set)) {
        if (source.beside)
            read_beside(source);
        else
            place_ = municipalities.fields().require(source.value);
        field_ = source.value;
    }

    /// Sets the figure of the municipality in the table's current row.
    void read(const Table& municipalities, Municipality& municipality,
              std::vector<Finding>& findings) const {
        std::string_view text;
        if (place_) {
            text = registry::trimmed(municipalities.cell(*place_));
        } else if (const auto found = beside_.find(municipality.code); found != beside_.end()) {
            text = found->second;
        }
        if (!text.empty() && !set_(text, municipality.figures))
            findings.push_back({.number = FindingNumber::FigureUnreadable,
                                .values = {{"field", field_},
                                           {"nis", municipality.code},
                                           {"text", std::string(text)}},
                                .source = municipality.source});
    }

private:
    void read_beside(const FigureSource& source) {
        Table table(*source.beside);
        const auto code_field =
            find_field(table.fields(), source.code, FieldRole::MunicipalityCode);
        if (!code_field)
            throw_no_field(table.fields(), "municipality codes", "name it with code =");
        const std::size_t value_field = table.fields().require(source.value);
        while (table.next()) {
            const std::string code(registry::trimmed_code(table.cell(*code_field)));
            const std::string value(registry::trimmed(table.cell(value_field)));
            const auto [known, is_new] = beside_.emplace(code, value);
            if (!is_new && known->second != value)
                throw InputError(fmt::format("{}: row {}: {} of {} is {}, and {} in an earlier row",
                                             to_text(table.source()), table.row(), source.value,
                                             code, value, known->second),
                                 "choose the rows that are meant with where = { FIELD = VALUE }");
        }
    }

    std::string field_;
    Setter set_;
    std::optional<std::size_t> place_;
    std::unordered_map<std::string, std::string> beside_;
};

std::vector<FigureReader> figure_readers(const MunicipalitiesSource& source, const Table& table) {
    std::vector<FigureReader> readers;
    if (source.inhabitants) {
        readers.emplace_back(table, *source.inhabitants, set_inhabitants);
    } else if (const auto guess = find_field(table.fields(), {}, FieldRole::Inhabitants)) {
        FigureSource guessed;
        guessed.value = table.fields().all()[*guess];
        readers.emplace_back(table, guessed, set_inhabitants);
    }
    if (source.area)
        readers.emplace_back(table, *source.area, area_setter(source.area->unit));
    return readers;
}

} // namespace

registry::MunicipalityTable read_municipalities(const MunicipalitiesSource& source,
                                                std::vector<Finding>& findings) {
    Table table(source.table);
    const auto code = find_field(table.fields(), source.code, FieldRole::MunicipalityCode);
    if (!code)
        throw_no_field(table.fields(), "municipality codes",
                       "name it with code = or --municipality-code");
    auto name = find_field(table.fields(), source.name, FieldRole::MunicipalityName);
    if (name == code && source.name.empty())
        name.reset();
    const auto readers = figure_readers(source, table);

    std::vector<Municipality> municipalities;
    SourceRef first_without_code;
    std::size_t without_code = 0;
    while (table.next()) {
        Municipality municipality;
        municipality.code = registry::trimmed_code(table.cell(*code));
        municipality.source = table.source();
        municipality.source.fid = table.row();
        if (municipality.code.empty()) {
            if (without_code++ == 0)
                first_without_code = municipality.source;
            continue;
        }
        municipality.name = cell(table, name);
        if (municipality.name.empty())
            municipality.name = municipality.code;
        for (const auto& reader : readers)
            reader.read(table, municipality, findings);
        municipalities.push_back(std::move(municipality));
    }
    if (without_code > 0)
        findings.push_back({.number = FindingNumber::MunicipalityWithoutCode,
                            .values = {{"count", fmt::to_string(without_code)}},
                            .source = first_without_code});
    return {std::move(municipalities), source.period, table.source(), findings};
}

} // namespace regio::io
