#include "map/area_legend.hpp"

#include "map/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace regio::map {

namespace {

/// What each kind of zone is called in the legend, and its class.
struct ZoneClass {
    Zone::Kind kind;
    const char* symbol_class;
    const char* dutch;
    const char* english;
};

constexpr std::array kZoneClasses = {
    ZoneClass{Zone::Kind::Brussels, "brussels", "Brussels Hoofdstedelijk Gewest",
              "Brussels-Capital Region"},
    ZoneClass{Zone::Kind::Wallonia, "wallonia", "Waals Gewest", "Walloon Region"},
    ZoneClass{Zone::Kind::Abroad, "abroad", "buitenland", "abroad"},
    ZoneClass{Zone::Kind::Sea, "sea", "zee en brede stromen", "sea and wide rivers"},
};

const ZoneClass& class_of(Zone::Kind kind) {
    return *std::find_if(kZoneClasses.begin(), kZoneClasses.end(),
                         [&](const ZoneClass& zone) { return zone.kind == kind; });
}

std::string partial_text(const AreaMap& map) {
    return std::string(map.drawing
                           ? say(map.language, "deel van een gemeente is getekend (percentage)",
                                 "part of a municipality is drawn (percentage)")
                           : say(map.language, "deel van een fusiegemeente is lid",
                                 "part of a merged municipality is member"));
}

std::string_view text_of(Widening widening, Language language) {
    switch (widening) {
    case Widening::Some:
        return say(language, "; smalle delen: breedte overdreven",
                   "; narrow parts: width exaggerated");
    case Widening::All:
        return say(language, "; breedte overdreven", "; width exaggerated");
    case Widening::None:
        break;
    }
    return "";
}

std::string excess_text(const AreaMap& map, Widening widening) {
    return fmt::format("{} {}{}", say(map.language, "tekening buiten", "drawing outside"),
                       map.drawing ? map.drawing->container : std::string(),
                       text_of(widening, map.language));
}

} // namespace

const char* symbol_class_of(Zone::Kind kind) {
    return class_of(kind).symbol_class;
}

const AreaSymbol& symbol_of(Zone::Kind kind, const Theme& theme) {
    switch (kind) {
    case Zone::Kind::Sea:
        return theme.sea;
    case Zone::Kind::Wallonia:
        return theme.wallonia;
    case Zone::Kind::Brussels:
        return theme.brussels;
    case Zone::Kind::Abroad:
        break;
    }
    return theme.abroad;
}

std::vector<LegendEntry> area_legend(const AreaMap& map, const std::set<std::string>& drawn,
                                     Widening widening, const Theme& theme) {
    std::vector<LegendEntry> entries;
    const auto add = [&](const char* symbol_class, auto symbol, std::string text) {
        if (drawn.contains(symbol_class))
            entries.push_back({symbol_class, std::move(symbol), std::move(text)});
    };
    const auto words = [&](std::string_view dutch, std::string_view english) {
        return std::string(say(map.language, dutch, english));
    };
    const bool has_outsiders = drawn.contains("outsider") || drawn.contains("partial-outsider");
    add("member", theme.member,
        has_outsiders
            ? fmt::format("{} {}", say(map.language, "lid in", "member in"), map.main_region)
            : words("lid", "member"));
    add("outsider", theme.outsider,
        fmt::format("{} {}", say(map.language, "lid buiten", "member outside"), map.main_region));
    add("partial", theme.former, partial_text(map));
    add("partial-outsider", theme.former_outsider,
        fmt::format("{}, {} {}", partial_text(map), say(map.language, "buiten", "outside"),
                    map.main_region));
    add("excess", ExcessSymbol{}, excess_text(map, widening));
    add("area-outline", theme.area,
        map.drawing ? words("grens van het getekende gebied", "outline of the drawn area")
                    : words("grens van het werkingsgebied", "outline of the working area"));
    add("region-border", theme.region,
        words("grens van een referentieregio", "border of a reference region"));
    add("municipality-border", LineSymbol{theme.municipality, std::nullopt},
        words("gemeentegrens", "municipal border"));
    add("land", AreaSymbol{theme.land, theme.municipality},
        words("andere gemeente", "other municipality"));
    for (const ZoneClass& zone : kZoneClasses)
        add(zone.symbol_class, symbol_of(zone.kind, theme), words(zone.dutch, zone.english));
    return entries;
}

} // namespace regio::map
