#include "project/verdict_style.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace regio::project {

namespace {

using io::FillPattern;

constexpr std::uint32_t kBlue = 0x0072b2;
constexpr std::uint32_t kSkyBlue = 0x56b4e9;
constexpr std::uint32_t kBluishGreen = 0x009e73;
constexpr std::uint32_t kVermilion = 0xd55e00;
constexpr std::uint32_t kReddishPurple = 0xcc79a7;
constexpr std::uint32_t kOrange = 0xe69f00;

/// One class of a legend.
struct Entry {
    std::string_view value;
    std::string_view dutch;
    std::string_view english;
    std::uint32_t colour;
    FillPattern pattern = FillPattern::Solid;
    double outline_mm = 0.3;
};

constexpr auto kVerdicts = std::to_array<Entry>({
    {"unresolved", "onbepaald", "unresolved", kReddishPurple, FillPattern::Crossed, 0.6},
    {"crosses", "overschrijdt een regiogrens", "crosses a region border", kVermilion,
     FillPattern::Diagonal, 0.8},
    {"supraregional", "valt samen met meerdere regio's", "coincides with several regions", kSkyBlue,
     FillPattern::Solid, 0.6},
    {"coincides", "valt samen met een regio", "coincides with a region", kBlue, FillPattern::Solid,
     0.6},
    {"within", "binnen één regio", "within one region", kBluishGreen},
});

constexpr auto kExcesses = std::to_array<Entry>({
    {"municipality", "gemeente buiten de hoofdregio", "municipality outside the main region",
     kVermilion, FillPattern::Diagonal, 0.6},
    {"outside", "deel verder buiten dan de tolerantie", "part further out than the tolerance",
     kVermilion, FillPattern::Crossed, 0.8},
    {"at-tolerance", "deel precies zo ver buiten als de tolerantie",
     "part exactly as far out as the tolerance", kReddishPurple, FillPattern::Solid, 0.6},
    {"within", "deel buiten, binnen de tolerantie", "part outside, within the tolerance", kOrange},
});

io::LayerStyle style(std::string_view field, std::span<const Entry> entries, Language language) {
    io::LayerStyle style{
        .name = std::string(field), .field = std::string(field), .classes = {}, .others = {}};
    for (const Entry& entry : entries)
        style.classes.push_back(
            {.value = std::string(entry.value),
             .label = std::string(language == Language::Dutch ? entry.dutch : entry.english),
             .symbol = {.fill = entry.colour,
                        // Working areas overlap each other; between lines one sees through anyway.
                        .fill_opacity = entry.pattern == FillPattern::Solid ? 0.45 : 1,
                        .pattern = entry.pattern,
                        .outline = entry.colour,
                        .outline_mm = entry.outline_mm}});
    return style;
}

} // namespace

io::LayerStyle style_by_verdict(Language language) {
    return style("verdict", kVerdicts, language);
}

io::LayerStyle style_by_excess(Language language) {
    return style("what", kExcesses, language);
}

} // namespace regio::project
