#include "project/project_file.hpp"

#include "base/error.hpp"
#include "base/text_file.hpp"
#include "base/toml_section.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace regio::project {

namespace {

/// Turns the sections of one file into options.
class FileReader {
public:
    explicit FileReader(const std::string& file)
        : folder_(std::filesystem::path(file).parent_path()) {}

    ProjectOptions read(TomlSection& file) {
        ProjectOptions options;
        if (auto section = file.table("project"))
            read_project(*section, options);
        if (auto section = file.table("drawn"))
            read_drawn(*section, options.drawing);
        if (auto section = file.table("map"))
            options.map = map(*section);
        for (auto& section : file.tables("municipalities"))
            options.municipalities.push_back(municipalities(section));
        if (auto section = file.table("mergers"))
            options.mergers = mergers(*section);
        for (auto& section : file.tables("regions"))
            options.regions.push_back(regions(section));
        for (auto& section : file.tables("partnerships"))
            options.partnerships.push_back(partnerships(section));
        file.finish();
        return options;
    }

private:
    static void read_project(TomlSection& section, ProjectOptions& options) {
        options.title = section.text_or_empty("title");
        options.as_of = section.date("as_of");
        if (const auto text = section.text("language")) {
            options.language = parse_language(*text);
            if (!options.language)
                section.fail("language", "is neither \"nl\" nor \"en\"");
        }
        options.lattice.crs = section.text_or_empty("crs");
        if (const auto unit = section.number("lattice")) {
            if (!kernel::is_lattice_unit(*unit))
                section.fail("lattice", "is no length from 1e-9 to 1e6 metres");
            options.lattice.unit_m = *unit;
        }
        section.finish();
    }

    [[nodiscard]] MapOptions map(TomlSection& section) const {
        MapOptions options{.style = section.text_or_empty("style"), .style_folder = {}};
        options.style_folder = (folder_ / options.style).lexically_normal().string();
        section.finish();
        return options;
    }

    static void read_drawn(TomlSection& section, nesting::DrawingTerms& terms) {
        read_share(section, "member_share", nesting::ZeroShare::Refused, terms.shares.member);
        read_share(section, "sliver_share", nesting::ZeroShare::Taken, terms.shares.sliver);
        if (terms.shares.sliver > terms.shares.member)
            section.fail(section.has("sliver_share") ? "sliver_share" : "member_share",
                         "lets slivers be members: sliver_share is more than member_share");
        if (const auto tolerance = section.number("tolerance")) {
            if (!(*tolerance >= 0 && *tolerance <= nesting::kMostTolerance_m))
                section.fail("tolerance", "is no length from 0 to 1000000 metres");
            terms.tolerance_m = *tolerance;
        }
        section.finish();
    }

    static void read_share(TomlSection& section, std::string_view key, nesting::ZeroShare zero,
                           nesting::ShareThreshold& threshold) {
        const auto fraction = section.number(key);
        if (!fraction)
            return;
        const auto value = nesting::share_threshold(*fraction, zero);
        if (!value)
            section.fail(key,
                         zero == nesting::ZeroShare::Taken ? "is no share from 0 to 1"
                                                           : "is no share above 0 and at most 1",
                         "write 95 % as 0.95");
        threshold = *value;
    }

    /// A file as the project file names it.
    [[nodiscard]] io::Source file(const std::string& text) const {
        io::Source source = io::parse_source(text);
        if (source.file != "-" && !source.file.starts_with("/vsi"))
            source.file = (folder_ / source.file).lexically_normal().string();
        return source;
    }

    [[nodiscard]] io::Source source(TomlSection& section) const {
        io::Source source = file(section.required_text("source"));
        if (const auto layer = section.text("layer"))
            source.layer = *layer;
        return source;
    }

    io::TableSource table(TomlSection& section) {
        io::TableSource source{.source = this->source(section)};
        if (auto where = section.table("where"))
            for (const auto& field : where->keys())
                source.where.push_back({.field = field, .values = where->texts(field)});
        return source;
    }

    static Period period(TomlSection& section) {
        const Period days{.from = section.date("from"), .to = section.date("to")};
        if (days.from && days.to && *days.to < *days.from)
            section.fail("to", "lies before from");
        return days;
    }

    /// The name of a field, or a table beside: { source, code, value }.
    std::optional<io::FigureSource> figure(TomlSection& section, std::string_view key) {
        if (!section.has(key))
            return std::nullopt;
        io::FigureSource source;
        auto beside = section.table_if(key);
        if (!beside) {
            source.value = section.required_text(key);
            source.unit = area_unit_of_field(source.value);
            return source;
        }
        if (beside->has("source"))
            source.beside = table(*beside);
        source.code = beside->text_or_empty("code");
        source.value = beside->required_text("value");
        source.unit = unit(*beside, source.value);
        beside->finish();
        return source;
    }

    static registry::AreaUnit unit(TomlSection& section, const std::string& field) {
        const auto text = section.text("unit");
        if (!text)
            return area_unit_of_field(field);
        if (*text != "m2" && *text != "ha" && *text != "km2")
            section.fail("unit", "is none of \"m2\", \"ha\", \"km2\"");
        return area_unit_of_field(*text);
    }

    io::MunicipalitiesSource municipalities(TomlSection& section) {
        io::MunicipalitiesSource source;
        source.table = table(section);
        source.code = section.text_or_empty("code");
        source.name = section.text_or_empty("name");
        source.inhabitants = figure(section, "inhabitants");
        source.area = figure(section, "area");
        source.period = period(section);
        source.crs = section.text_or_empty("crs");
        source.attribution = section.text_or_empty("attribution");
        source.boundaries = boundaries(section);
        section.finish();
        return source;
    }

    /// The name of a layer, or a table: { source, layer, code, name, crs }.
    std::optional<io::LayerSource> boundaries(TomlSection& section) {
        if (!section.has("boundaries"))
            return std::nullopt;
        io::LayerSource source;
        if (auto beside = section.table_if("boundaries")) {
            source.source = this->source(*beside);
            source.code = beside->text_or_empty("code");
            source.name = beside->text_or_empty("name");
            source.crs = beside->text_or_empty("crs");
            beside->finish();
        } else {
            source.source = file(section.required_text("boundaries"));
        }
        return source;
    }

    io::MergersSource mergers(TomlSection& section) {
        io::MergersSource source;
        source.table = table(section);
        source.old_code = section.text_or_empty("old");
        source.old_name = section.text_or_empty("old_name");
        source.new_code = section.text_or_empty("new");
        source.new_name = section.text_or_empty("new_name");
        source.date = section.text_or_empty("date");
        section.finish();
        return source;
    }

    io::RegionsSource regions(TomlSection& section) {
        io::RegionsSource source;
        source.table = table(section);
        source.code = section.text_or_empty("code");
        source.name = section.text_or_empty("name");
        source.member = section.text_or_empty("member");
        source.member_name = section.text_or_empty("member_name");
        source.crs = section.text_or_empty("crs");
        source.period = period(section);
        if (auto names = section.table("names")) {
            source.names = {.table = table(*names),
                            .code = names->required_text("code"),
                            .name = names->text_or_empty("name"),
                            .alias = names->text_or_empty("alias")};
            names->finish();
        }
        section.finish();
        return source;
    }

    static io::MemberFields member_fields(TomlSection& section) {
        return {.code = section.text_or_empty("member"),
                .name = section.text_or_empty("member_name"),
                .kind = section.text_or_empty("member_kind"),
                .from = section.text_or_empty("from"),
                .to = section.text_or_empty("to")};
    }

    io::PartnershipsSource partnerships(TomlSection& section) {
        io::PartnershipsSource source;
        source.table = table(section);
        source.id = section.text_or_empty("id");
        source.name = section.text_or_empty("name");
        source.kind = section.text_or_empty("kind");
        source.kind_is = section.text_or_empty("kind_is");
        if (!source.kind.empty() && !source.kind_is.empty())
            section.fail("kind_is", "cannot stand beside kind", "keep one of them");
        source.status = section.text_or_empty("status");
        source.sector = section.text_or_empty("sector");
        source.founded = section.text_or_empty("founded");
        read_dated(section, source);
        source.members = member_fields(section);
        if (auto members = section.table("members"))
            source.beside = members_beside(*members);
        source.crs = section.text_or_empty("crs");
        source.terms.none = section.texts("none");
        source.terms.other_members = section.texts("other_members");
        source.terms.may_be_supraregional = section.boolean("supraregional").value_or(true);
        source.terms.list = section.text("list").value_or(default_list_name(source));
        section.finish();
        return source;
    }

    /// A date for the whole list, or the field that has one for each partnership.
    static void read_dated(TomlSection& section, io::PartnershipsSource& source) {
        if (!section.has("dated"))
            return;
        if (section.is_text("dated") && !parse_date(section.text_or_empty("dated")))
            source.dated_field = section.required_text("dated");
        else
            source.terms.dated = section.date("dated");
    }

    io::MembersBeside members_beside(TomlSection& section) {
        io::MembersBeside beside{.table = table(section),
                                 .partnership = section.text_or_empty("partnership"),
                                 .fields = member_fields(section)};
        section.finish();
        return beside;
    }

    std::filesystem::path folder_;
};

void refuse_empty(const std::string& file, const ProjectOptions& options) {
    if (options.municipalities.empty() && options.regions.empty() && options.partnerships.empty())
        throw InputError(file + ": says nothing about municipalities, regions or partnerships",
                         "see regio-project(5) for what a project file holds");
}

} // namespace

ProjectOptions read_project_file(const std::string& file) {
    const auto table = parse_toml(read_text_file(file), file,
                                  "a project file is written in TOML; a table is given with "
                                  "--partnerships");
    TomlSection section(table, {}, file);
    ProjectOptions options = FileReader(file).read(section);
    refuse_empty(file, options);
    return options;
}

} // namespace regio::project
