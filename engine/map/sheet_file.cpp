#include "map/sheet_file.hpp"

#include "base/toml_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace regio::map {

namespace {

/// What a number may be.
struct Range {
    double least = 0;
    double most = 0;
    const char* unit = "mm";
};

constexpr Range kLetters{6.5, 72, "pt"}; ///< Smaller ones cannot be read on paper.
constexpr std::size_t kMostSizes = 3;    ///< Of the names of members: more look restless.

/// Reads one section after the other; each key by itself, so that a fault hides no other.
class SheetReader {
public:
    SheetReader(const std::filesystem::path& folder, Completeness completeness, Theme& theme,
                Faults& faults)
        : folder_(folder), completeness_(completeness), theme_(theme), faults_(faults) {}

    void read(TomlSection& file) {
        section(file, "colours", [&](TomlSection& s) { read_colours(s); });
        section(file, "letters", [&](TomlSection& s) { read_letters(s); });
        section(file, "map", [&](TomlSection& s) { read_map(s); });
        section(file, "page", [&](TomlSection& s) { read_page(s); });
        section(file, "fonts", [&](TomlSection& s) { read_fonts(s); });
        if (file.has("maker"))
            faults_.attempt([&] { theme_.maker = file.required_text("maker"); });
        refuse_unknown(file);
    }

private:
    void section(TomlSection& file, std::string_view name,
                 const std::function<void(TomlSection&)>& read) {
        faults_.attempt([&] {
            auto section = file.table(name);
            if (!section) {
                if (completeness_ == Completeness::Whole)
                    file.fail(name, "is missing", "or name a base: base = \"print\"");
                return;
            }
            read(*section);
            refuse_unknown(*section);
        });
    }

    void refuse_unknown(const TomlSection& section) {
        for (const auto& key : section.unknown_keys())
            faults_.attempt([&] { section.refuse_unknown(key); });
    }

    /// Whether the key is there to be read; where a theme has to be whole it must be.
    bool is_given(TomlSection& section, std::string_view key) const {
        if (section.has(key))
            return true;
        if (completeness_ == Completeness::Whole)
            section.fail(key, "is missing", "or name a base: base = \"print\"");
        return false;
    }

    void colour(TomlSection& section, std::string_view key, scene::Colour& value) {
        faults_.attempt([&] {
            if (!is_given(section, key))
                return;
            const auto colour = scene::parse_colour(section.required_text(key));
            if (!colour)
                section.fail(key, "is no colour", "write it as \"#1a1a1a\"");
            value = *colour;
        });
    }

    static void refuse_outside(const TomlSection& section, std::string_view key, double value,
                               const Range& range) {
        if (!(value >= range.least && value <= range.most))
            section.fail(key, fmt::format("is {} {}", value, range.unit),
                         fmt::format("it may be {} to {} {}", range.least, range.most, range.unit));
    }

    void number(TomlSection& section, std::string_view key, const Range& range, double& value) {
        faults_.attempt([&] {
            if (!is_given(section, key))
                return;
            const double given = *section.number(key);
            refuse_outside(section, key, given, range);
            value = given;
        });
    }

    void sizes(TomlSection& section, std::string_view key, std::vector<double>& values) {
        faults_.attempt([&] {
            if (!is_given(section, key))
                return;
            const auto given = section.numbers(key);
            if (given.empty() || given.size() > kMostSizes)
                section.fail(key, fmt::format("has {} sizes", given.size()),
                             "give one to three, the largest first");
            for (const double size : given)
                refuse_outside(section, key, size, kLetters);
            if (!std::is_sorted(given.begin(), given.end(), std::greater<>()))
                section.fail(key, "does not go down", "give the largest size first");
            values = given;
        });
    }

    void read_colours(TomlSection& section) {
        colour(section, "ink", theme_.ink);
        colour(section, "quiet_ink", theme_.quiet_ink);
        colour(section, "paper", theme_.paper);
        colour(section, "sea_ink", theme_.sea_ink);
        colour(section, "inset_frame", theme_.inset_frame);
    }

    void read_letters(TomlSection& section) {
        sizes(section, "member", theme_.member_sizes_pt);
        sizes(section, "other", theme_.other_sizes_pt);
        number(section, "region", kLetters, theme_.region_size_pt);
        number(section, "title", kLetters, theme_.title_size_pt);
        number(section, "subtitle", kLetters, theme_.subtitle_size_pt);
        number(section, "text", kLetters, theme_.text_size_pt);
        number(section, "small", kLetters, theme_.small_size_pt);
        number(section, "halo", {0.1, 3}, theme_.halo_mm);
    }

    void read_map(TomlSection& section) {
        number(section, "tolerance", {0.001, 0.19}, theme_.tolerance_mm);
        number(section, "least_excess", {0.5, 10}, theme_.least_excess_mm);
    }

    /// Even an A5 keeps a map of 60 mm.
    void read_page(TomlSection& section) {
        number(section, "margin", {8, 25}, theme_.page.margin_mm);
        number(section, "gap", {2, 15}, theme_.page.gap_mm);
        number(section, "panel", {55, 85}, theme_.page.panel_mm);
        number(section, "footer", {7, 20}, theme_.page.footer_mm);
    }

    void read_fonts(TomlSection& section) {
        constexpr std::array kFaces = {"regular", "semibold", "italic"};
        for (std::size_t face = 0; face < kFaces.size(); ++face)
            faults_.attempt([&] {
                // Three files of one family: never some of them.
                const std::filesystem::path file = section.required_text(kFaces[face]);
                theme_.fonts.faces[face] = (folder_ / file).lexically_normal();
            });
    }

    const std::filesystem::path& folder_;
    Completeness completeness_;
    Theme& theme_;
    Faults& faults_;
};

} // namespace

void read_sheet(TomlSection& file, const std::filesystem::path& folder, Completeness completeness,
                Theme& theme, Faults& faults) {
    SheetReader(folder, completeness, theme, faults).read(file);
}

} // namespace regio::map
