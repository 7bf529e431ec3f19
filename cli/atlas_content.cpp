#include "cli/atlas_content.hpp"

#include "base/name_key.hpp"
#include "base/utf8.hpp"
#include "project/area_map.hpp"
#include "report/sheet_words.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace regio::cli {

namespace {

using map::DirectoryEntry;
using nesting::Relation;
using report::in;

DirectoryEntry heading(std::string text) {
    return {.kind = DirectoryEntry::Kind::Heading, .text = std::move(text)};
}

map::Directory directory(const AtlasSource& source, std::string_view dutch,
                         std::string_view english) {
    return {.language = source.report.language,
            .title = std::string(in(source.report.language, dutch, english)),
            .book = title_of(source)};
}

std::string question(const AtlasSource& source) {
    const Language language = source.report.language;
    return fmt::format("{} {}",
                       in(language, "Passen ze in de referentieregio's? Toestand op",
                          "Do they nest in the reference regions? As of"),
                       report::written_date(source.report.as_of, language));
}

std::string number_of_partnerships(std::size_t number, Language language) {
    return fmt::format("{} {}", report::counted(number),
                       number == 1 ? in(language, "samenwerkingsverband", "partnership")
                                   : in(language, "samenwerkingsverbanden", "partnerships"));
}

/// Where the boundaries come from, and who made the atlas.
std::vector<std::string> source_lines(const AtlasSource& source) {
    const Language language = source.report.language;
    return {fmt::format("{}: {}", in(language, "Grenzen", "Boundaries"),
                        source.arguments.boundaries(source.project)),
            fmt::format("{} {}. {}.", in(language, "Gemaakt met", "Made with"),
                        maker_of(source.theme),
                        in(language, "Geen juridisch advies", "No legal advice"))};
}

constexpr std::array kRelations = {Relation::Within, Relation::Coincides, Relation::Supraregional,
                                   Relation::Crosses, Relation::Unresolved};

/// The letter under which a name stands: A to Z, else itself.
std::string initial_of(const std::string& name) {
    const std::string key = name_key(name);
    if (key.empty())
        return {};
    std::string_view rest = key;
    if (next_code_point(rest) >= 0x80)
        return key.substr(0, key.size() - rest.size());
    return std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(key[0]))));
}

DirectoryEntry line_of(const AtlasSource& source, const AtlasEntry& entry) {
    const Relation relation = entry.assessment->verdict.relation;
    return {.text = entry.name,
            .note = std::string(report::short_label(relation, source.report.language)),
            .sign = sign_of(relation)};
}

/// Why an unresolved partnership is: its first finding that weighs as an error.
std::string reason_of(const AtlasEntry& entry, Language language) {
    for (const auto& finding : entry.assessment->partnership.findings)
        if (kind_of(finding.number).severity == Severity::Error)
            return fmt::format("{} ({})", message(finding, language, Lists::Short),
                               label(finding.number));
    return std::string(report::label_of(Relation::Unresolved, language));
}

} // namespace

map::Sheet with_page_number(map::Sheet sheet) {
    constexpr double kForNumber = 12;
    sheet.footer.right -= kForNumber;
    return sheet;
}

AtlasMap draw_entry(const AtlasSource& source, std::size_t entry) {
    const auto& assessment = *source.plan.entries[entry].assessment;
    try {
        const auto content =
            source.arguments.content(source.project, source.report, assessment, source.theme);
        const auto paper =
            map::fitting_paper(content, *map::find_paper(source.sheet.paper), source.theme.page);
        const map::Sheet sheet = paper ? map::lay_out(*paper, source.theme.page) : source.sheet;
        auto drawn = map::draw(content, with_page_number(sheet), source.theme, source.fonts);
        return {.scene = std::move(drawn.scene),
                .audit = std::move(drawn.audit),
                .sheet = sheet,
                .source_line = content.source_line};
    } catch (const InputError& error) {
        return {.failure = error};
    }
}

std::string title_of(const AtlasSource& source) {
    const Language language = source.report.language;
    const std::string_view atlas =
        in(language, "Atlas van werkingsgebieden", "Atlas of working areas");
    return source.report.title.empty() ? std::string(atlas)
                                       : fmt::format("{} – {}", atlas, source.report.title);
}

map::Cover cover_of(const AtlasSource& source) {
    const Language language = source.report.language;
    map::Cover cover{
        .language = language,
        .title = std::string(in(language, "Atlas van werkingsgebieden", "Atlas of working areas")),
        .subtitle = question(source),
        .total = number_of_partnerships(source.report.assessments.size(), language)};
    if (!source.report.title.empty())
        cover.subtitle = fmt::format("{}. {}", source.report.title, cover.subtitle);
    const auto summary = report::summarise(source.report.assessments);
    for (const Relation relation : kRelations)
        if (const std::size_t count = summary.of(relation); count > 0)
            cover.counts.push_back({sign_of(relation),
                                    std::string(report::label_of(relation, language)),
                                    report::counted(count)});
    cover.lines = source_lines(source);
    cover.is_schematic = source.project.boundaries->layer().is_schematic();
    return cover;
}

map::Overview overview_of(const AtlasSource& source, std::size_t first_map) {
    const Language language = source.report.language;
    map::Overview overview{.ground = project::ground_map(source.project)};
    if (overview.ground.municipalities.empty())
        throw InputError(fmt::format("{}: no municipality of a region has a polygon",
                                     to_text(source.project.boundaries->layer().source())),
                         "does the layer have the codes of the municipalities, and of their day?");
    overview.ground.title = in(language, "Overzicht", "Overview");
    overview.ground.subtitle = fmt::format(
        "{} {}",
        in(language, "Samenwerkingsverbanden volgens de regio met de meeste leden. Toestand op",
           "Partnerships by the region with most of their members. As of"),
        report::written_date(source.report.as_of, language));
    overview.ground.source_line = fmt::format("{}", fmt::join(source_lines(source), " · "));
    std::vector<Relation> relations;
    const auto summary = report::summarise(source.report.assessments);
    for (const Relation relation : kRelations)
        if (relation != Relation::Unresolved && summary.of(relation) > 0) {
            relations.push_back(relation);
            overview.columns.push_back(
                {sign_of(relation), std::string(report::label_of(relation, language))});
        }
    for (const auto& region : source.report.regions->all())
        overview.rows.push_back(
            {.name = region.name, .counts = std::vector<std::size_t>(relations.size())});
    for (const auto& group : source.plan.groups) {
        if (group.rank >= overview.rows.size())
            continue;
        auto& row = overview.rows[group.rank];
        row.page = first_map + group.first;
        for (std::size_t i = group.first; i < group.first + group.size; ++i)
            for (std::size_t column = 0; column < relations.size(); ++column)
                if (source.plan.entries[i].assessment->verdict.relation == relations[column])
                    ++row.counts[column];
    }
    return overview;
}

map::Directory contents_of(const AtlasSource& source, std::size_t first_map, std::size_t index,
                           std::size_t sources) {
    map::Directory contents = directory(source, "Inhoud", "Contents");
    for (const auto& group : source.plan.groups) {
        contents.entries.push_back(heading(group.region));
        for (std::size_t i = group.first; i < group.first + group.size; ++i) {
            auto line = line_of(source, source.plan.entries[i]);
            line.pages = {first_map + i};
            contents.entries.push_back(std::move(line));
        }
    }
    const Language language = source.report.language;
    contents.entries.push_back(heading(std::string(in(language, "Achteraan", "At the end"))));
    contents.entries.push_back(
        {.text = std::string(in(language, "Index van gemeenten", "Index of municipalities")),
         .pages = {index}});
    contents.entries.push_back(
        {.text = std::string(in(language, "Bronnen en bevindingen", "Sources and findings")),
         .pages = {sources}});
    return contents;
}

map::Directory index_of_municipalities(const AtlasSource& source, std::size_t first_map) {
    map::Directory index = directory(source, "Index van gemeenten", "Index of municipalities");
    std::string initial;
    for (auto& [name, places] : index_of(source.plan, *source.report.municipalities)) {
        if (const std::string own = initial_of(name); own != initial) {
            index.entries.push_back(heading(own));
            initial = own;
        }
        DirectoryEntry entry{.kind = DirectoryEntry::Kind::Listing, .text = name};
        for (const std::size_t place : places)
            entry.pages.push_back(first_map + place);
        index.entries.push_back(std::move(entry));
    }
    return index;
}

map::Directory sources_of(const AtlasSource& source, const AtlasNotes& notes,
                          std::size_t first_map) {
    const Language language = source.report.language;
    map::Directory sources = directory(source, "Bronnen en bevindingen", "Sources and findings");
    auto& entries = sources.entries;
    entries.push_back(heading(std::string(in(language, "Bronnen", "Sources"))));
    for (const auto& line : notes.source_lines)
        entries.push_back({.text = line});
    if (!source.plan.unresolved.empty()) {
        entries.push_back(heading(
            std::string(in(language, "Zonder kaart: onbepaald", "Without a map: unresolved"))));
        for (const auto& entry : source.plan.unresolved)
            entries.push_back(
                {.text = fmt::format("{}: {}", entry.name, reason_of(entry, language)),
                 .sign = sign_of(Relation::Unresolved)});
    }
    if (!notes.failures.empty()) {
        entries.push_back(
            heading(std::string(in(language, "Niet getekend", "Could not be drawn"))));
        for (const std::size_t entry : notes.failures)
            entries.push_back(
                {.text = source.plan.entries[entry].name, .pages = {first_map + entry}});
    }
    if (!notes.larger_paper.empty()) {
        entries.push_back(
            heading(std::string(in(language, "Op groter papier, omdat het gebied niet past",
                                   "On larger paper, because the area does not fit"))));
        for (const auto& [entry, paper] : notes.larger_paper)
            entries.push_back({.text = source.plan.entries[entry].name,
                               .note = paper,
                               .pages = {first_map + entry}});
    }
    if (!notes.dropped_labels.empty()) {
        entries.push_back(heading(std::string(
            in(language, "Leden zonder naam op de kaart", "Members without a name on the map"))));
        for (const auto& [entry, names] : notes.dropped_labels)
            entries.push_back({.text = fmt::format("{}: {}", source.plan.entries[entry].name,
                                                   fmt::join(names, ", ")),
                               .pages = {first_map + entry}});
    }
    return sources;
}

map::Directory failed_page(const AtlasSource& source, std::size_t entry,
                           const InputError& failure) {
    const Language language = source.report.language;
    return {.language = language,
            .title = source.plan.entries[entry].name,
            .book = title_of(source),
            .entries = {heading(std::string(in(language, "Deze kaart kon niet getekend worden",
                                               "This map could not be drawn"))),
                        {.text = failure.what()},
                        {.text = failure.hint()}}};
}

} // namespace regio::cli
