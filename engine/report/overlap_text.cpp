#include "report/overlap_text.hpp"

#include "base/utf8.hpp"
#include "report/boundary_mark.hpp"
#include "report/labelled_line.hpp"
#include "report/measures.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace regio::report {

namespace {

/// "12 vlakken", "1 vlak".
std::string with_noun(std::size_t number, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", counted(number), number == 1 ? one : several);
}

std::string areas_counted(std::size_t number, Language language) {
    return with_noun(number, in(language, "vlak", "polygon"), in(language, "vlakken", "polygons"));
}

/// A share in percent with one decimal; what is not quite nothing or all is said to be so.
std::string share_text(const std::optional<double>& share, Language language) {
    constexpr double kLeast = 0.0005;
    if (!share)
        return {};
    const auto percent = [&](double value) {
        return decimal(value, 1, language) + std::string(in(language, "\u00A0%", "%"));
    };
    if (*share < kLeast)
        return "<" + percent(0.1);
    if (*share < 1 && *share >= 1 - kLeast)
        return ">" + percent(99.9);
    return percent(100 * *share);
}

/// An area in the unit that suits it, short enough for a column.
std::string column_area(double square_metres, Language language) {
    constexpr double kLeast = 0.001;
    return square_metres < kLeast ? fmt::format("<{} m²", decimal(kLeast, 3, language))
                                  : area_text(square_metres, language);
}

std::string name_of(const layer::Feature* feature, Language language) {
    return feature == nullptr ? std::string(in(language, "(geen)", "(none)")) : label_of(*feature);
}

/// The rows in the order of people.
std::vector<const OverlapRow*> largest_first(const OverlapReport& report) {
    std::vector<const OverlapRow*> rows;
    for (const OverlapRow& row : report.rows.shown)
        rows.push_back(&row);
    // Rows of one feature of a are neighbours; what lies in none of b is the last of them.
    for (auto first = rows.begin(); first != rows.end() && (*first)->a;) {
        const auto end = std::find_if(first, rows.end(), [&](const OverlapRow* row) {
            return row->a != (*first)->a || !row->b;
        });
        std::stable_sort(first, end, [](const OverlapRow* one, const OverlapRow* other) {
            return one->area_m2 > other->area_m2;
        });
        first = std::find_if(end, rows.end(),
                             [&](const OverlapRow* row) { return row->b.has_value(); });
    }
    return rows;
}

using Cells = std::array<std::string, 5>;

Cells cells_of(const OverlapReport& report, const OverlapRow& row) {
    return {name_of(feature_a(report, row), report.language),
            name_of(feature_b(report, row), report.language),
            column_area(row.area_m2, report.language), share_text(row.share_a, report.language),
            share_text(row.share_b, report.language)};
}

/// What two columns of names get of the width that is left for them: each what it needs, unless
/// both need more than their half.
void divide(std::size_t room, TextColumn& one, TextColumn& other) {
    if (one.width + other.width <= room)
        return;
    const std::size_t half = room / 2;
    const std::size_t needed_by_one = one.width;
    one.width = std::min(one.width, std::max(half, room - std::min(room, other.width)));
    other.width =
        std::min(other.width, std::max(room - half, room - std::min(room, needed_by_one)));
}

/// Columns that are as wide as their widest cell; those of names as far as there is room.
std::array<TextColumn, 5> columns(const OverlapReport& report) {
    const Language language = report.language;
    std::array<TextColumn, 5> columns = {
        {{.heading = "A"},
         {.heading = "B"},
         {.heading = in(language, "Oppervlakte", "Area"), .align = Align::Right},
         {.heading = in(language, "van A", "of A"), .align = Align::Right},
         {.heading = in(language, "van B", "of B"), .align = Align::Right}}};
    for (auto& column : columns)
        column.width = display_width(column.heading);
    for (const OverlapRow& row : report.rows.shown) {
        const Cells cells = cells_of(report, row);
        for (std::size_t i = 0; i < cells.size(); ++i)
            columns[i].width = std::max(columns[i].width, display_width(cells[i]));
    }
    const std::size_t taken = columns[2].width + columns[3].width + columns[4].width;
    divide(kTextWidth - taken - 2 * (columns.size() - 1), columns[0], columns[1]);
    return columns;
}

/// "gemeenten.gpkg: 319 vlakken".
std::string side_text(const OverlapSideInfo& side, Language language) {
    std::string text = side.file;
    if (!side.layer.empty())
        text += fmt::format(" ({})", side.layer);
    text += ": " + areas_counted(side.features, language);
    if (!side.members.empty())
        text += filled(in(language, ", als {} volgens {}", ", as {} by {}"),
                       with_noun(side.measured->features().size(), in(language, "groep", "group"),
                                 in(language, "groepen", "groups")),
                       side.members);
    if (side.overlaps_itself)
        text += in(language, ", die elkaar overlappen", ", which overlap each other");
    if (side.measured->is_schematic())
        text += fmt::format(" ({})", schematic_boundaries(language));
    return text;
}

std::string pairs_text(const OverlapTally& tally, Language language) {
    if (tally.rows == 0)
        return std::string(in(language, "geen paren", "no pairs"));
    return filled(
        in(language, "{} met samen {}", "{} with {} in all"),
        with_noun(tally.rows, in(language, "paar", "pair"), in(language, "paren", "pairs")),
        area_text(tally.area_m2, language));
}

std::string alone_text(const OverlapTally& tally, Language language) {
    if (tally.rows == 0)
        return std::string(in(language, "niets", "nothing"));
    return fmt::format("{} ({})", area_text(tally.area_m2, language),
                       areas_counted(tally.rows, language));
}

std::string totals_text(const OverlapTotals& totals, Language language) {
    return filled(in(language, "{}; van A onder geen B {}, van B onder geen A {}",
                     "{}; of A in no B {}, of B in no A {}"),
                  pairs_text(totals.pairs, language), alone_text(totals.a_alone, language),
                  alone_text(totals.b_alone, language));
}

std::string slivers_text(const OverlapReport& report) {
    const Language language = report.language;
    const bool is_one = report.rows.slivers == 1;
    return filled(in(language,
                     is_one ? "{} paar beslaat minder dan {} % van het kleinste van zijn vlakken"
                            : "{} paren beslaan minder dan {} % van het kleinste van hun vlakken",
                     is_one ? "{} pair covers less than {}% of the smaller of its polygons"
                            : "{} pairs cover less than {}% of the smaller of their polygons"),
                  counted(report.rows.slivers), 100 * kSliverShare);
}

/// The greatest error of what is shown, rounded up to one digit.
std::string certificate_text(const OverlapReport& report) {
    const Language language = report.language;
    double greatest = 0;
    bool is_known = true;
    for (const OverlapRow& row : report.rows.shown) {
        greatest = std::max(greatest, row.error_m2.value_or(0));
        is_known = is_known && row.error_m2.has_value();
    }
    std::string text(in(language, "elke oppervlakte klopt precies", "every area is exact"));
    if (greatest > 0) {
        const int exponent = static_cast<int>(std::floor(std::log10(greatest)));
        const double digit = std::ceil(greatest / std::pow(10, exponent));
        text = filled(in(language, "elke oppervlakte klopt op {:.0f}e{} m² na",
                         "every area is right within {:.0f}e{} m²"),
                      digit, exponent);
    }
    if (!is_known)
        text +=
            in(language, ", behalve wat onder geen vlak ligt van een laag die zichzelf overlapt",
               ", but for what lies in no polygon of a layer that overlaps itself");
    return text;
}

std::string closing_lines(const OverlapReport& report) {
    const Language language = report.language;
    std::string lines =
        labelled_line(in(language, "Samen", "In all"), totals_text(report.rows.totals, language));
    if (report.rows.slivers > 0)
        lines += labelled_line(in(language, "Snippers", "Slivers"), slivers_text(report));
    if (report.rows.left_out.rows() > 0)
        lines += labelled_line(in(language, "Niet getoond", "Not shown"),
                               totals_text(report.rows.left_out, language));
    if (report.is_certified)
        lines += labelled_line(in(language, "Zekerheid", "Certainty"), certificate_text(report));
    return lines;
}

} // namespace

void write_overlap_text(const OverlapReport& report, const Sink& sink) {
    sink(labelled_line("A", side_text(report.sides[0], report.language)));
    sink(labelled_line("B", side_text(report.sides[1], report.language)) + "\n");
    const auto table = columns(report);
    sink(table_heading(table));
    for (const OverlapRow* row : largest_first(report))
        sink(table_line(table, cells_of(report, *row)));
    sink("\n" + closing_lines(report));
}

} // namespace regio::report
