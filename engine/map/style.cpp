#include "map/style.hpp"

#include "base/name_key.hpp"
#include "base/text_file.hpp"
#include "base/toml_section.hpp"
#include "map/faults.hpp"
#include "map/sheet_file.hpp"
#include "map/symbol_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <system_error>
#include <utility>
#include <variant>

namespace regio::map {

namespace fs = std::filesystem;

namespace {

constexpr const char* kSheetFile = "sheet.toml";
constexpr const char* kFolderHint = "make one that names its base: base = \"print\"";
constexpr const char* kThemeHint =
    "the themes of regio lie in styles; REGIO_DATA names the folder that has them";
constexpr int kMostBases = 4; ///< More is a ring of them.

/// Takes the parts of one symbol from below to above, as the theme has them.
class PartTaker {
public:
    PartTaker(std::vector<SymbolPart> parts, const std::string& file)
        : parts_(std::move(parts)), file_(file) {}

    template <class Paint>
    Paint take(const char* what) {
        if (auto* paint = next<Paint>())
            return std::move(*paint);
        if (at_ == parts_.size())
            throw InputError(fmt::format("{}: lacks {}", file_, what), kHint);
        refuse(what);
    }

    std::vector<Hatch> hatches() {
        std::vector<Hatch> hatches;
        while (const auto* hatch = next<Hatch>())
            hatches.push_back(*hatch);
        return hatches;
    }

    HatchedFill hatched_fill() {
        const auto fill = take<scene::Colour>("an even fill");
        return {.fill = fill, .hatches = hatches()};
    }

    AreaSymbol area() {
        const auto fill = take<scene::Colour>("an even fill");
        return {.fill = fill, .border = take<scene::Stroke>("a line around it")};
    }

    LineSymbol line() {
        auto stroke = take<scene::Stroke>("a line");
        if (at_ == parts_.size())
            return {.stroke = std::move(stroke), .casing = std::nullopt};
        const std::size_t line = parts_[at_].line;
        LineSymbol symbol{.stroke = take<scene::Stroke>("a line"), .casing = std::move(stroke)};
        if (symbol.casing->width_mm <= symbol.stroke.width_mm)
            throw InputError(
                fmt::format("{}: line {}: hides the line below it, which is no wider", file_, line),
                "the first line is the casing of the second: make it wider");
        return symbol;
    }

    void finish(const char* what) const {
        if (at_ < parts_.size())
            refuse(what);
    }

private:
    template <class Paint>
    Paint* next() {
        auto* paint = at_ < parts_.size() ? std::get_if<Paint>(&parts_[at_].paint) : nullptr;
        at_ += paint != nullptr ? 1 : 0;
        return paint;
    }

    [[noreturn]] void refuse(const char* what) const {
        const SymbolPart& part = parts_[at_];
        throw InputError(fmt::format("{}: line {}: <{}>: stands where {} belongs", file_, part.line,
                                     part.element, what),
                         kHint);
    }

    static constexpr const char* kHint = "regio-style(1) says what each symbol is made of";

    std::vector<SymbolPart> parts_;
    const std::string& file_;
    std::size_t at_ = 0;
};

/// A symbol file, and what of a theme it gives.
struct Symbol {
    const char* name;
    const char* nothing_more; ///< What may come behind its parts.
    void (*read)(PartTaker& parts, Theme& theme);
};

constexpr const char* kHatchOnly = "a hatch, or nothing,";
constexpr const char* kNothing = "nothing";

std::span<const Symbol> symbols() noexcept {
    static constexpr std::array kSymbols = {
        Symbol{"member", kHatchOnly, [](PartTaker& p, Theme& t) { t.member = p.hatched_fill(); }},
        Symbol{"outsider", kHatchOnly,
               [](PartTaker& p, Theme& t) { t.outsider = p.hatched_fill(); }},
        Symbol{"former", kHatchOnly, [](PartTaker& p, Theme& t) { t.former = p.hatched_fill(); }},
        Symbol{"former-outsider", kHatchOnly,
               [](PartTaker& p, Theme& t) { t.former_outsider = p.hatched_fill(); }},
        Symbol{"excess", kNothing,
               [](PartTaker& p, Theme& t) {
                   t.excess = p.hatched_fill();
                   t.excess_edge = p.take<scene::Stroke>("a line around it");
               }},
        Symbol{"land", kNothing,
               [](PartTaker& p, Theme& t) { t.land = p.take<scene::Colour>("an even fill"); }},
        Symbol{"sea", kNothing, [](PartTaker& p, Theme& t) { t.sea = p.area(); }},
        Symbol{"abroad", kNothing, [](PartTaker& p, Theme& t) { t.abroad = p.area(); }},
        Symbol{"wallonia", kNothing, [](PartTaker& p, Theme& t) { t.wallonia = p.area(); }},
        Symbol{"brussels", kNothing, [](PartTaker& p, Theme& t) { t.brussels = p.area(); }},
        Symbol{"municipality", kNothing,
               [](PartTaker& p, Theme& t) { t.municipality = p.take<scene::Stroke>("a line"); }},
        Symbol{"region", kNothing, [](PartTaker& p, Theme& t) { t.region = p.line(); }},
        Symbol{"area", kNothing, [](PartTaker& p, Theme& t) { t.area = p.line(); }},
        Symbol{"leader", kNothing, [](PartTaker& p, Theme& t) { t.leader = p.line(); }},
        Symbol{"frame", kNothing,
               [](PartTaker& p, Theme& t) { t.frame = p.take<scene::Stroke>("a line"); }},
    };
    return kSymbols;
}

/// Reads one folder, its base before it.
class StyleReader {
public:
    StyleReader(const fs::path& themes, Faults& faults) : themes_(themes), faults_(faults) {}

    StyleReading read(const fs::path& folder, int bases = 0) {
        const std::string file = (folder / kSheetFile).string();
        std::error_code fault;
        if (!fs::is_regular_file(file, fault))
            throw InputError(
                fmt::format("{}: is no style: there is no {} in it", folder.string(), kSheetFile),
                folder.parent_path() == themes_ ? kThemeHint : kFolderHint);
        StyleReading reading;
        auto completeness = Completeness::Changes; // when it cannot be told
        faults_.attempt([&] {
            read_sheet_file(file, folder, bases, reading);
            completeness = completeness_of(reading);
        });
        read_symbols(folder, completeness, reading);
        return reading;
    }

private:
    static Completeness completeness_of(const StyleReading& reading) {
        return reading.base.empty() ? Completeness::Whole : Completeness::Changes;
    }

    void read_sheet_file(const std::string& file, const fs::path& folder, int bases,
                         StyleReading& reading) {
        const auto table =
            parse_toml(read_text_file(file), file, "what a sheet looks like is written in TOML");
        TomlSection section(table, {}, file);
        if (const auto base = section.text("base"))
            reading = based_on(*base, section, bases);
        if (const auto description = section.text("description"))
            reading.description = *description;
        reading.theme.files.emplace_back(file);
        read_sheet(section, folder, completeness_of(reading), reading.theme, faults_);
    }

    StyleReading based_on(const std::string& base, const TomlSection& section, int bases) {
        const auto names = theme_names(themes_);
        if (std::find(names.begin(), names.end(), base) == names.end())
            section.fail("base", fmt::format("is \"{}\", which is no theme", base),
                         fmt::format("there are: {}", fmt::join(names, ", ")));
        if (bases == kMostBases)
            section.fail("base", "leads to itself", "a theme builds on none that builds on it");
        StyleReading reading = read(themes_ / base, bases + 1);
        return {.theme = std::move(reading.theme), .description = {}, .base = base};
    }

    void read_symbols(const fs::path& folder, Completeness completeness, StyleReading& reading) {
        const auto files = symbol_files(folder);
        for (const auto& file : files)
            if (std::none_of(symbols().begin(), symbols().end(),
                             [&](const Symbol& symbol) { return file == symbol.name; }))
                faults_.attempt([&] { refuse_unknown(folder, file); });
        for (const Symbol& symbol : symbols()) {
            const std::string file = (folder / symbol.name).string() + ".sld";
            if (std::binary_search(files.begin(), files.end(), symbol.name)) {
                ++reading.own_symbols;
                reading.theme.files.emplace_back(file);
                faults_.attempt([&] { read_symbol_file(symbol, file, reading.theme); });
            } else if (completeness == Completeness::Whole) {
                faults_.attempt([&] {
                    throw InputError(fmt::format("{}: is missing", file),
                                     "or name a base in sheet.toml: base = \"print\"");
                });
            }
        }
    }

    void read_symbol_file(const Symbol& symbol, const std::string& file, Theme& theme) {
        const std::size_t before = faults_.list().size();
        PartTaker parts(read_symbol(read_text_file(file), file, faults_), file);
        if (faults_.list().size() > before)
            return;
        symbol.read(parts, theme);
        parts.finish(symbol.nothing_more);
    }

    /// The names of its symbol files, without ".sld", in order.
    static std::vector<std::string> symbol_files(const fs::path& folder) {
        std::vector<std::string> names;
        std::error_code fault;
        for (fs::directory_iterator entry(folder, fault); !fault && entry != fs::end(entry);
             entry.increment(fault))
            if (entry->path().extension() == ".sld")
                names.push_back(entry->path().stem().string());
        if (fault)
            throw InputError(
                fmt::format("{}: cannot be listed: {}", folder.string(), fault.message()),
                "give yourself the right to read the folder");
        std::sort(names.begin(), names.end());
        return names;
    }

    [[noreturn]] static void refuse_unknown(const fs::path& folder, const std::string& name) {
        std::vector<std::string> known;
        for (const Symbol& symbol : symbols())
            known.emplace_back(symbol.name);
        const auto near = nearest_names(name, known, 1);
        throw InputError(fmt::format("{}.sld: there is no such symbol", (folder / name).string()),
                         near.empty() ? fmt::format("there are: {}", fmt::join(known, ", "))
                                      : fmt::format("did you mean {}.sld?", near.front()));
    }

    const fs::path& themes_;
    Faults& faults_;
};

} // namespace

StyleReading read_style(const fs::path& folder, const fs::path& themes) {
    Faults faults;
    StyleReading reading = StyleReader(themes, faults).read(folder);
    reading.faults = faults.list();
    return reading;
}

Theme read_theme(const fs::path& folder, const fs::path& themes) {
    StyleReading reading = read_style(folder, themes);
    if (!reading.faults.empty())
        throw InputError(reading.faults.front());
    return std::move(reading.theme);
}

std::vector<std::string> theme_names(const fs::path& themes) {
    std::vector<std::string> names;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(themes, fault))
        if (fs::is_regular_file(entry.path() / kSheetFile, fault))
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::size_t symbol_count() noexcept {
    return symbols().size();
}

} // namespace regio::map
