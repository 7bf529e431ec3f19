#include "generator/world.hpp"

#include "base/error.hpp"
#include "io/table.hpp"
#include "registry/area.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace regio::schematic {

namespace {

/// Where the coast begins and ends among the border points.
constexpr kernel::Point kDePanne{22000, 200000};
constexpr kernel::Point kZwin{80000, 229500};

/// Mergers before this day are in the table of 2019 already.
constexpr std::string_view kAfter2019 = "2020-01-01";

/// A table with fields that must be there, asked for by name.
class Rows {
public:
    explicit Rows(const std::string& file)
        : table_(io::TableSource{.source = {.file = file, .layer = {}}, .where = {}}) {}

    bool next() { return table_.next(); }

    [[nodiscard]] std::string text(std::string_view field) const {
        return std::string(table_.cell(table_.fields().require(field)));
    }

    [[nodiscard]] kernel::Point point() const { return {metres("x"), metres("y")}; }

    [[nodiscard]] std::int64_t area_m2() const {
        const std::string figure = text("area_km2");
        const auto area = registry::parse_area(figure, registry::AreaUnit::SquareKilometre);
        if (!area || area->mm2 == 0)
            fail(figure, "an area in square kilometres");
        return area->mm2 / 1'000'000;
    }

    [[noreturn]] void fail(const std::string& cell, const std::string& wanted) const {
        throw InputError(fmt::format("{}:{}: \"{}\" is not {}", to_text(table_.source()),
                                     table_.row(), cell, wanted),
                         "the tables of shapes/flanders show what is meant");
    }

private:
    [[nodiscard]] std::int32_t metres(std::string_view field) const {
        constexpr std::int32_t kMost = 1'000'000;
        const std::string figure = text(field);
        std::int32_t value = 0;
        const char* const end = figure.data() + figure.size();
        const auto [rest, error] = std::from_chars(figure.data(), end, value);
        if (error != std::errc() || rest != end || value < 0 || value > kMost)
            fail(figure, "a coordinate in whole metres");
        return value;
    }

    io::Table table_;
};

Owner find(const World& world, const Rows& rows, const std::string& code) {
    const auto found =
        std::lower_bound(world.municipalities.begin(), world.municipalities.end(), code,
                         [](const Municipality& municipality, const std::string& wanted) {
                             return municipality.code < wanted;
                         });
    if (found == world.municipalities.end() || found->code != code)
        rows.fail(code, "the code of a municipality of 2019");
    return Owner(static_cast<std::uint16_t>(found - world.municipalities.begin()));
}

void read_municipalities(const std::string& file, World& world) {
    Rows rows(file);
    while (rows.next())
        world.municipalities.push_back({.code = rows.text("nis"),
                                        .name = rows.text("name"),
                                        .centre = rows.point(),
                                        .area_m2 = rows.area_m2()});
    std::ranges::sort(world.municipalities, {}, &Municipality::code);
    const auto twice =
        std::ranges::adjacent_find(world.municipalities, std::equal_to{}, &Municipality::code);
    if (twice != world.municipalities.end())
        throw InputError(fmt::format("{}: {} stands there twice", file, twice->code),
                         "keep one row for each municipality");
}

/// Which municipality of 2025 each of 2019 is in, by their codes.
std::map<std::string, std::string> read_mergers(const std::string& file) {
    std::map<std::string, std::string> merged;
    Rows rows(file);
    while (rows.next())
        if (rows.text("date") > kAfter2019)
            merged[rows.text("old_nis")] = rows.text("new_nis");
    return merged;
}

/// Gives the merged municipality its parts, and them what they are meant to have.
void join_parts(World& world, Merged& merged, std::int64_t official_m2) {
    std::int64_t sum = 0;
    for (const Owner part : merged.parts)
        sum += world.municipalities[index(part)].area_m2;
    for (const Owner part : merged.parts) {
        auto& municipality = world.municipalities[index(part)];
        municipality.intended_m2 =
            municipality.area_m2 + municipality.area_m2 * (official_m2 - sum) / (2 * sum);
    }
}

void read_merged(const std::string& folder, World& world) {
    const auto mergers = read_mergers(folder + "/mergers.csv");
    std::map<std::string, std::vector<Owner>> parts;
    for (std::size_t i = 0; i < world.municipalities.size(); ++i) {
        const std::string& code = world.municipalities[i].code;
        const auto merger = mergers.find(code);
        parts[merger == mergers.end() ? code : merger->second].push_back(
            Owner(static_cast<std::uint16_t>(i)));
    }
    Rows rows(folder + "/municipalities_2025.csv");
    while (rows.next()) {
        const auto found = parts.find(rows.text("nis"));
        if (found == parts.end())
            rows.fail(rows.text("nis"), "what the mergers make of the municipalities of 2019");
        world.merged.push_back(
            {.code = found->first, .name = rows.text("name"), .parts = std::move(found->second)});
        join_parts(world, world.merged.back(), rows.area_m2());
        parts.erase(found);
    }
    if (!parts.empty())
        throw InputError(folder + "/municipalities_2025.csv: lacks " + parts.begin()->first,
                         "are municipalities_2019.csv and mergers.csv of the same days?");
    std::ranges::sort(world.merged, {}, &Merged::code);
}

void read_places(const std::string& file, World& world) {
    Rows rows(file);
    while (rows.next()) {
        const Owner owner = find(world, rows, rows.text("nis"));
        if (rows.area_m2() >= world.municipalities[index(owner)].area_m2)
            rows.fail(rows.text("area_km2"), "less than the whole municipality has");
        world.places.push_back({.owner = owner, .centre = rows.point(), .area_m2 = rows.area_m2()});
    }
}

/// Without the last point where it repeats the first.
void open_ring(kernel::Ring& ring, const std::string& file) {
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    if (ring.size() < 3)
        throw InputError(file + ": a ring has fewer than three points",
                         "it holds the parts main (rings outer and Brussels) and Voeren");
}

void find_coast(const std::string& file, World& world) {
    const auto& shell = world.mainland.shell;
    const auto first = std::ranges::find(shell, kDePanne);
    const auto last = std::find(first, shell.end(), kZwin);
    if (last == shell.end())
        throw InputError(file + ": the coast from De Panne to the Zwin is not there",
                         "the border points run clockwise and hold both its ends");
    world.coast.assign(first, last + 1);
}

void read_outline(const std::string& file, World& world) {
    world.mainland.holes.resize(1);
    Rows rows(file);
    while (rows.next()) {
        const std::string part = rows.text("part");
        const std::string ring = rows.text("ring");
        if (part == "main" && ring == "outer")
            world.mainland.shell.push_back(rows.point());
        else if (part == "main" && ring == "Brussels")
            world.mainland.holes.front().push_back(rows.point());
        else if (part == "Voeren")
            world.voeren.push_back(rows.point());
        else
            rows.fail(part + " " + ring, "a part of the outline");
    }
    open_ring(world.mainland.shell, file);
    open_ring(world.mainland.holes.front(), file);
    open_ring(world.voeren, file);
    find_coast(file, world);
}

} // namespace

World read_world(const std::string& folder) {
    World world;
    read_municipalities(folder + "/municipalities_2019.csv", world);
    read_merged(folder, world);
    read_places(folder + "/places.csv", world);
    read_outline(folder + "/outline.csv", world);
    return world;
}

} // namespace regio::schematic
