#include "cli/atlas_book.hpp"

#include "base/append.hpp"
#include "base/parallel_in_order.hpp"
#include "report/words.hpp"
#include "scene/book.hpp"

#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <utility>

namespace regio::cli {

namespace {

using report::in;
using scene::BookPage;

/// Puts the pages of an atlas into one file.
class BookMaker {
public:
    BookMaker(const AtlasSource& source, std::string file, Progress& progress,
              AtlasOutcome& outcome)
        : source_(source), file_(std::move(file)), progress_(progress), outcome_(outcome),
          book_(source.fonts, {.title = title_of(source),
                               .maker = kProgram,
                               .seconds_of_epoch = seconds_of_epoch(),
                               .language = source.report.language}) {}

    std::string make() {
        const std::size_t count = source_.plan.entries.size();
        const std::size_t contents = set(contents_of(source_, 0, 0, 0), kContents).size();
        overview_ = kContents + contents;
        first_map_ = overview_ + 1;
        const auto index = set(index_of_municipalities(source_, first_map_), first_map_ + count);
        const std::size_t sources = first_map_ + count + index.size();
        book_.add({map::draw_cover(cover_of(source_), source_.sheet, source_.theme, source_.fonts),
                   "1",
                   {}});
        add(set(contents_of(source_, first_map_, first_map_ + count, sources), kContents));
        add_overview();
        add_maps();
        add(index);
        add(set(sources_of(source_, notes_, first_map_), sources));
        add_bookmarks(sources);
        return book_.finish();
    }

private:
    static constexpr std::size_t kContents = 1; ///< Behind the cover.

    [[nodiscard]] std::vector<BookPage> set(const map::Directory& directory,
                                            std::size_t first_page) const {
        return map::draw_directory(directory, first_page, source_.sheet, source_.theme,
                                   source_.fonts);
    }

    void add(const std::vector<BookPage>& pages) {
        for (const auto& page : pages)
            book_.add(page);
    }

    void add_overview() {
        auto page =
            map::draw_overview(overview_of(source_, first_map_), with_page_number(source_.sheet),
                               source_.theme, source_.fonts);
        page.label = fmt::format("{}", overview_ + 1);
        map::draw_page_number(page.scene, overview_, {}, source_.sheet, source_.theme,
                              source_.fonts);
        book_.add(page);
    }

    void add_maps() {
        const std::size_t count = source_.plan.entries.size();
        make_in_parallel(
            count, kMapsAtATime, [&](std::size_t i) { return draw_entry(source_, i); },
            [&](std::size_t i, AtlasMap map) {
                progress_.tell(fmt::format("map {} of {}", i + 1, count));
                add_map(i, std::move(map));
            });
        if (notes_.failures.size() == count)
            throw InputError(*first_failure_);
    }

    void add_map(std::size_t entry, AtlasMap map) {
        const std::size_t page = first_map_ + entry;
        if (map.failure) {
            add(set(failed_page(source_, entry, *map.failure), page));
            append(failure_lines(source_.plan.entries[entry], *map.failure), outcome_.failures);
            notes_.failures.push_back(entry);
            if (!first_failure_)
                first_failure_ = map.failure;
            return;
        }
        if (map.sheet.paper != source_.sheet.paper)
            notes_.larger_paper.emplace_back(entry, map.sheet.paper);
        map::draw_page_number(map.scene, page, {}, map.sheet, source_.theme, source_.fonts);
        book_.add({std::move(map.scene), fmt::format("{}", page + 1), {}});
        auto findings = sheet_findings(source_.project, *source_.plan.entries[entry].assessment,
                                       file_, map.audit);
        std::move(findings.begin(), findings.end(), std::back_inserter(outcome_.findings));
        notes_.source_lines.insert(std::move(map.source_line));
        if (!map.audit.dropped_members.empty())
            notes_.dropped_labels.emplace_back(entry, std::move(map.audit.dropped_members));
    }

    void add_bookmarks(std::size_t sources) {
        const Language language = source_.report.language;
        const auto add = [&](std::string_view dutch, std::string_view english, std::size_t page) {
            book_.add_bookmark(scene::BookmarkId::Root, std::string(in(language, dutch, english)),
                               page);
        };
        add("Inhoud", "Contents", kContents);
        add("Overzicht", "Overview", overview_);
        for (const auto& group : source_.plan.groups) {
            const auto region =
                book_.add_bookmark(scene::BookmarkId::Root, group.region, first_map_ + group.first);
            for (std::size_t i = group.first; i < group.first + group.size; ++i)
                book_.add_bookmark(region, bookmark_of(source_.plan.entries[i]), first_map_ + i);
        }
        add("Index van gemeenten", "Index of municipalities",
            first_map_ + source_.plan.entries.size());
        add("Bronnen en bevindingen", "Sources and findings", sources);
    }

    /// With its regions where there are several.
    [[nodiscard]] std::string bookmark_of(const AtlasEntry& entry) const {
        if (entry.assessment->verdict.regions.size() < 2)
            return entry.name;
        return fmt::format("{} ({})", entry.name,
                           regions_of(*entry.assessment, *source_.report.regions));
    }

    const AtlasSource& source_;
    std::string file_;
    Progress& progress_;
    AtlasOutcome& outcome_;
    scene::Book book_;
    std::size_t overview_ = 0;  ///< Its page.
    std::size_t first_map_ = 0; ///< That of the first map.
    AtlasNotes notes_;
    std::optional<InputError> first_failure_;
};

} // namespace

std::vector<std::string> failure_lines(const AtlasEntry& entry, const InputError& failure) {
    std::vector<std::string> lines{
        fmt::format("regio: {}: no map: {}", entry.name, failure.what())};
    if (!failure.hint().empty())
        lines.push_back(fmt::format("hint: {}", failure.hint()));
    return lines;
}

std::string atlas_book(const AtlasSource& source, const std::string& file, Progress& progress,
                       AtlasOutcome& outcome) {
    return BookMaker(source, file, progress, outcome).make();
}

} // namespace regio::cli
