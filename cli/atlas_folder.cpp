#include "cli/atlas_folder.hpp"

#include "base/append.hpp"
#include "base/error.hpp"
#include "base/name_key.hpp"
#include "base/parallel_in_order.hpp"
#include "base/sha256.hpp"
#include "report/atlas_manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

namespace regio::cli {

namespace {

namespace fs = std::filesystem;

using report::AtlasManifest;

constexpr const char* kManifest = "manifest.json";

/// Adds the bytes of a file; false when they cannot be read, or not a second time.
bool add_file(Sha256& sum, const fs::path& file) {
    std::error_code fault;
    std::ifstream in(file, std::ios::binary);
    if (!fs::is_regular_file(file, fault) || !in)
        return false;
    std::array<char, 1 << 16> buffer;
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
        sum.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
    return !in.bad();
}

/// The same with its name and size before them, so that no bytes move from file to file unseen.
bool add_named_file(Sha256& sum, const fs::path& file) {
    std::error_code fault;
    const auto size = fs::file_size(file, fault);
    sum.add(fmt::format("{}\n{}\n", file.filename().string(), fault ? 0 : size));
    return add_file(sum, file);
}

std::string sha256_of_file(const fs::path& file) {
    Sha256 sum;
    return add_file(sum, file) ? sum.finish() : std::string();
}

std::string in_upper_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return text;
}

/// The files that belong to one: a Shapefile is several, and what SQLite has not yet put into a
/// GeoPackage lies beside it.
std::vector<fs::path> with_companions(const fs::path& file) {
    static constexpr std::array kEndings = {".dbf", ".shx", ".prj", ".cpg",
                                            ".mid", ".gfs", ".xsd", ".qpj"};
    std::vector<fs::path> files{file};
    const auto add = [&](fs::path companion) {
        std::error_code fault;
        if (companion != file && fs::is_regular_file(companion, fault))
            files.push_back(std::move(companion));
    };
    for (const std::string ending : kEndings) {
        add(fs::path(file).replace_extension(ending));
        add(fs::path(file).replace_extension(in_upper_case(ending)));
    }
    for (const char* journal : {"-wal", "-journal"})
        add(file.string() + journal);
    return files;
}

/// Of all that decides about the files; empty when an input can be read only once.
std::string inputs_of(const AtlasSource& source, const AtlasFolder& target) {
    Sha256 sum;
    sum.add(fmt::format("{}\n{}\n{}\n{}\n{}\n", kProgram, target.format, target.options,
                        to_iso(source.report.as_of), seconds_of_epoch()));
    for (const auto face : {scene::Face::Regular, scene::Face::Semibold, scene::Face::Italic})
        sum.add(source.fonts.bytes(face));
    for (const auto& file : source.theme.files)
        if (!add_named_file(sum, file))
            return {};
    for (const auto& input : source.project.files)
        if (!input.empty())
            for (const auto& file : with_companions(input))
                if (!add_named_file(sum, file))
                    return {};
    return sum.finish();
}

/// Makes the files of a folder.
class FolderMaker {
public:
    FolderMaker(const AtlasSource& source, const AtlasFolder& target, Progress& progress,
                AtlasOutcome& outcome)
        : source_(source), target_(target), progress_(progress), outcome_(outcome),
          folder_(target.folder) {}

    void make() {
        make_folder();
        manifest_ = {.program = kProgram, .inputs = inputs_of(source_, target_)};
        for (const auto& entry : source_.plan.unresolved)
            add_missing(entry, "unresolved");
        const auto before = read_manifest();
        refuse_other_atlas(before);
        keep_pages(before);
        refuse_strangers();
        make_in_parallel(
            wanted_.size(), kMapsAtATime, [&](std::size_t i) { return file_of(wanted_[i]); },
            [&](std::size_t i, Made made) {
                progress_.tell(fmt::format("map {} of {}", i + 1, wanted_.size()));
                take(wanted_[i], std::move(made));
            });
        if (manifest_.pages.empty())
            throw InputError(*first_failure_);
        flush();
        remove_old_files(before);
    }

private:
    /// A file that is made and not yet written.
    struct Made {
        AtlasMap map;
        std::string bytes;
        std::string sha256;
    };

    void make_folder() {
        std::error_code fault;
        fs::create_directories(folder_, fault);
        if (fault || !fs::is_directory(folder_, fault))
            throw InputError(fmt::format("{}: the folder cannot be made{}{}", target_.folder,
                                         fault ? ": " : "", fault ? fault.message() : ""),
                             "name one that can be written to");
    }

    [[nodiscard]] std::optional<AtlasManifest> read_manifest() const {
        const fs::path file = folder_ / kManifest;
        std::error_code fault;
        if (!fs::exists(file, fault))
            return std::nullopt;
        std::ostringstream text;
        text << std::ifstream(file, std::ios::binary).rdbuf();
        auto manifest = report::parse_atlas_manifest(text.str());
        if (!manifest && target_.overwrite == io::Overwrite::No)
            throw InputError(fmt::format("{}: is not the manifest of an atlas", file.string()),
                             "name another folder, or add --overwrite");
        return manifest;
    }

    [[nodiscard]] AtlasManifest::Page page_of(std::size_t entry) const {
        const auto& planned = source_.plan.entries[entry];
        const auto& partnership = planned.assessment->partnership;
        return {.page = entry + 1,
                .list = partnership.list,
                .id = partnership.partnership.id,
                .name = partnership.partnership.name,
                .verdict = std::string(id_of(planned.assessment->verdict.relation)),
                .file = atlas_file_name(entry + 1, source_.plan.entries.size(), planned.name,
                                        target_.format)};
    }

    /// Its manifest would be lost, and its files would lie between these.
    void refuse_other_atlas(const std::optional<AtlasManifest>& before) const {
        const bool is_same = before && before->program == manifest_.program &&
                             !before->inputs.empty() && before->inputs == manifest_.inputs;
        if (before && !is_same && target_.overwrite == io::Overwrite::No)
            throw InputError(fmt::format("{}: is of an atlas of other inputs or options",
                                         (folder_ / kManifest).string()),
                             "name another folder, or add --overwrite");
    }

    /// Takes over what an earlier run has made of the same; what it has not is wanted.
    void keep_pages(const std::optional<AtlasManifest>& before) {
        for (std::size_t i = 0; i < source_.plan.entries.size(); ++i) {
            const auto page = page_of(i);
            const auto* kept =
                target_.overwrite == io::Overwrite::No ? find(before, page) : nullptr;
            if (kept == nullptr || sha256_of_file(folder_ / page.file) != kept->sha256) {
                wanted_.push_back(i);
                continue;
            }
            manifest_.pages.push_back(*kept);
            tell(i, *kept);
        }
    }

    static const AtlasManifest::Page* find(const std::optional<AtlasManifest>& manifest,
                                           const AtlasManifest::Page& page) {
        if (!manifest)
            return nullptr;
        const auto found = std::ranges::find_if(manifest->pages, [&](const auto& other) {
            return other.file == page.file && other.list == page.list && other.id == page.id;
        });
        return found == manifest->pages.end() ? nullptr : &*found;
    }

    /// What a reader of a map does not see on it, whether it is new or kept.
    void tell(std::size_t entry, const AtlasManifest::Page& page) {
        const map::Audit audit{.partial_whole = page.partial_drawn_whole,
                               .dropped_members = page.dropped_labels,
                               .dropped_facts = page.dropped_facts,
                               .missing_characters = page.missing_characters};
        auto findings = sheet_findings(source_.project, *source_.plan.entries[entry].assessment,
                                       (folder_ / page.file).string(), audit);
        std::move(findings.begin(), findings.end(), std::back_inserter(outcome_.findings));
    }

    /// Files of the atlas that was here, unless somebody has changed them since.
    void remove_old_files(const std::optional<AtlasManifest>& before) const {
        if (!before)
            return;
        std::set<std::string> named;
        for (const auto& page : manifest_.pages)
            named.insert(page.file);
        for (const auto& page : before->pages) {
            const bool is_here = fs::path(page.file).filename() == page.file;
            std::error_code fault;
            if (is_here && !named.contains(page.file) &&
                sha256_of_file(folder_ / page.file) == page.sha256)
                fs::remove(folder_ / page.file, fault);
        }
    }

    /// Before long work: files that may not be replaced.
    void refuse_strangers() const {
        for (const std::size_t entry : wanted_)
            io::refuse_target((folder_ / page_of(entry).file).string(), target_.overwrite);
    }

    [[nodiscard]] Made file_of(std::size_t entry) const {
        Made made{.map = draw_entry(source_, entry)};
        if (made.map.failure)
            return made;
        try {
            made.bytes =
                rendered(made.map.scene, source_.fonts, target_.format, source_.arguments.dpi());
            made.sha256 = sha256(made.bytes);
        } catch (const InputError& error) {
            made.map.failure = error;
        }
        made.map.scene = {};
        return made;
    }

    void take(std::size_t entry, Made made) {
        const auto& planned = source_.plan.entries[entry];
        if (made.map.failure) {
            if (!first_failure_)
                first_failure_ = made.map.failure;
            append(failure_lines(planned, *made.map.failure), outcome_.failures);
            add_missing(planned, made.map.failure->what());
            return;
        }
        auto page = page_of(entry);
        page.sha256 = made.sha256;
        page.dropped_labels = std::move(made.map.audit.dropped_members);
        page.dropped_facts = std::move(made.map.audit.dropped_facts);
        page.missing_characters = std::move(made.map.audit.missing_characters);
        page.partial_drawn_whole = std::move(made.map.audit.partial_whole);
        tell(entry, page);
        waiting_.emplace_back(page.file, std::move(made.bytes));
        manifest_.pages.push_back(std::move(page));
        if (waiting_.size() == kMapsAtATime)
            flush();
    }

    void add_missing(const AtlasEntry& entry, const std::string& reason) {
        const auto& partnership = entry.assessment->partnership;
        manifest_.missing.push_back({.list = partnership.list,
                                     .id = partnership.partnership.id,
                                     .name = partnership.partnership.name,
                                     .reason = reason});
    }

    /// The manifest first: a file that it names and that is not there is made again.
    void flush() {
        std::sort(manifest_.pages.begin(), manifest_.pages.end(),
                  [](const auto& one, const auto& other) { return one.page < other.page; });
        write(kManifest, to_json(manifest_), io::Overwrite::Yes);
        for (const auto& [file, bytes] : waiting_)
            write(file, bytes, target_.overwrite);
        waiting_.clear();
    }

    void write(const std::string& file, const std::string& bytes, io::Overwrite overwrite) const {
        io::OutputFile output((folder_ / file).string(), overwrite);
        output.write(bytes);
        output.finish();
    }

    const AtlasSource& source_;
    const AtlasFolder& target_;
    Progress& progress_;
    AtlasOutcome& outcome_;
    fs::path folder_;
    AtlasManifest manifest_;
    std::vector<std::size_t> wanted_; ///< Entries whose files are made.
    std::vector<std::pair<std::string, std::string>> waiting_;
    std::optional<InputError> first_failure_;
};

} // namespace

std::string atlas_file_name(std::size_t page, std::size_t pages, const std::string& name,
                            const std::string& format) {
    constexpr std::size_t kLongest = 48;
    std::string slug;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find_first_of(" -/", at), name.size());
        std::string word = name_key(name.substr(at, end - at));
        std::erase_if(word, [](char letter) {
            return !((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'));
        });
        if (!word.empty() && slug.size() + word.size() < kLongest)
            slug += "-" + word;
        at = end + 1;
    }
    const std::size_t digits = std::max<std::size_t>(3, fmt::formatted_size("{}", pages));
    return fmt::format("{:0{}}{}.{}", page, digits, slug, format);
}

void write_atlas_folder(const AtlasSource& source, const AtlasFolder& target, Progress& progress,
                        AtlasOutcome& outcome) {
    FolderMaker(source, target, progress, outcome).make();
}

} // namespace regio::cli
