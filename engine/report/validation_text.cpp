#include "report/validation_text.hpp"

#include "base/utf8.hpp"
#include "kernel/place_text.hpp"
#include "report/boundary_mark.hpp"
#include "report/labelled_line.hpp"
#include "report/measures.hpp"
#include "report/text_layout.hpp"
#include "report/words.hpp"
#include "validation/kind_label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regio::report {

namespace {

using validation::Defect;

/// What is to be said of a defect besides its features, its place and its sizes.
std::string remark_on(const Defect& defect, Language language) {
    if (defect.features.empty())
        return fmt::format(fmt::runtime(in(language, "de hele laag: {} van {} ringen",
                                           "the whole layer: {} of {} rings")),
                           value_of(defect.finding, "count").value(),
                           value_of(defect.finding, "rings").value());
    if (!defect.why.empty())
        return fmt::format(": {}", defect.why);
    for (const std::string_view key : {"kinds", "text"})
        if (const auto value = value_of(defect.finding, key).value_or(""); !value.empty())
            return fmt::format(": {}", value);
    return {};
}

/// A width, of which what cannot be read is said to be less.
std::string width_text(double metres, Language language) {
    constexpr double kLeast = 0.01;
    return metres < kLeast ? "<" + length_text(kLeast, language) : length_text(metres, language);
}

/// An area short enough for a column.
std::string column_area(double square_metres, Language language) {
    constexpr double kLeast = 0.001;
    return square_metres < kLeast ? fmt::format("<{} m²", decimal(kLeast, 3, language))
                                  : area_text(square_metres, language);
}

std::string crs_text(const CrsInfo& crs) {
    return crs.code.empty() ? crs.name : crs.code;
}

/// The table of the defects of one kind and weight.
class Table {
public:
    Table(const ValidationReport& report, const DefectTally& tally)
        : report_(report), tally_(tally) {
        const Language language = report.language;
        add_column(in(language, "Plaats", "Place"), Align::Left);
        if (tally.width_m)
            add_column(in(language, "Breedte", "Width"), Align::Right);
        if (tally.area_m2)
            add_column(in(language, "Oppervlakte", "Area"), Align::Right);
        if (tally.length_m)
            add_column(tally.number == FindingNumber::PartFarAway
                           ? in(language, "Afstand", "Distance")
                           : in(language, "Lengte", "Length"),
                       Align::Right);
        add_column(in(language, "Wat", "What"), Align::Left);
        const bool is_cut = report.most > 0 && report.most < tally.defects.size();
        for (const Defect& defect :
             tally.defects.first(is_cut ? report.most : tally.defects.size()))
            rows_.push_back(cells(defect));
        fit();
    }

    void write(const Sink& sink) const {
        sink(table_heading(columns_));
        for (const auto& row : rows_)
            sink(table_line(columns_, row));
        if (rows_.size() < tally_.defects.size())
            sink(fmt::format(fmt::runtime(in(report_.language, "… en nog {}\n", "… and {} more\n")),
                             counted(tally_.defects.size() - rows_.size())));
    }

private:
    void add_column(std::string_view heading, Align align) {
        columns_.push_back({.heading = heading, .width = display_width(heading), .align = align});
    }

    [[nodiscard]] std::vector<std::string> cells(const Defect& defect) const {
        const Language language = report_.language;
        std::vector<std::string> cells = {
            defect.place ? place_text(report_.validated->lattice().position(*defect.place))
                         : std::string(in(language, "(geen)", "(none)"))};
        if (tally_.width_m)
            cells.push_back(defect.width_m ? width_text(*defect.width_m, language) : "");
        if (tally_.area_m2)
            cells.push_back(defect.area_m2 ? column_area(*defect.area_m2, language) : "");
        if (tally_.length_m)
            cells.push_back(defect.length_m ? length_text(*defect.length_m, language) : "");
        cells.push_back(what(defect));
        return cells;
    }

    [[nodiscard]] std::string what(const Defect& defect) const {
        std::vector<std::string> names;
        for (const auto feature : defect.features)
            names.push_back(label_of((*report_.validated)[feature]));
        constexpr std::size_t kRoom = 50; // What is left beside the widest other cells.
        const std::string features =
            names.size() == 1 ? names.front() : names_in_width(names, kRoom);
        return features + remark_on(defect, report_.language);
    }

    /// Columns as wide as their widest cell, the last as far as there is room.
    void fit() {
        std::size_t used = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            for (const auto& row : rows_)
                columns_[i].width = std::max(columns_[i].width, display_width(row[i]));
            if (i + 1 == columns_.size())
                columns_[i].width = std::min(columns_[i].width, kTextWidth - used);
            used += columns_[i].width + 2;
        }
    }

    const ValidationReport& report_;
    const DefectTally& tally_;
    std::vector<TextColumn> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// "FOUT  overlap (R417): 12, samen 3,40 km², op zijn breedst 12,34 m".
std::string tally_text(const DefectTally& tally, Language language) {
    std::string text = fmt::format("{}  {} ({}): {}",
                                   tally.is_accepted ? in(language, "aanvaard", "accepted")
                                                     : label_of(tally.severity, language),
                                   validation::kind_label(tally.number, language),
                                   label(tally.number), counted(tally.defects.size()));
    if (tally.defects.size() < 2)
        return text;
    const std::string_view together = in(language, "samen", "together");
    if (tally.area_m2)
        text += fmt::format(", {} {}", together, column_area(*tally.area_m2, language));
    if (tally.length_m && !tally.area_m2)
        text += fmt::format(", {} {}", together, length_text(*tally.length_m, language));
    if (tally.width_m)
        text += fmt::format(", {} {}", in(language, "op zijn breedst", "widest"),
                            width_text(*tally.width_m, language));
    return text;
}

std::string layer_text(const ValidationReport& report) {
    std::string text = report.file;
    if (!report.layer.empty())
        text += fmt::format(" ({})", report.layer);
    const std::size_t features = report.validated->features().size();
    text += fmt::format(": {} {}, {}", counted(features),
                        features == 1 ? in(report.language, "vlak", "polygon")
                                      : in(report.language, "vlakken", "polygons"),
                        crs_text(report.crs));
    if (report.transformation)
        text +=
            fmt::format(" ({} {})", in(report.language, "uit", "from"), crs_text(report.own_crs));
    if (report.validated->is_schematic())
        text += fmt::format(" ({})", schematic_boundaries(report.language));
    return text;
}

std::string result_text(const ValidationReport& report) {
    if (report.defects.empty())
        return std::string(in(report.language, "niets gevonden", "nothing found"));
    const std::size_t errors = count_of(report, Severity::Error);
    const std::size_t accepted = count_of_accepted(report);
    const std::string text = fmt::format("{} {}, {} {}, {} info", counted(errors),
                                         errors == 1 ? in(report.language, "fout", "error")
                                                     : in(report.language, "fouten", "errors"),
                                         counted(count_of(report, Severity::Warning)),
                                         in(report.language, "keer let op", "warnings"),
                                         counted(count_of(report, Severity::Info)));
    return accepted == 0 ? text
                         : fmt::format("{}; {} {}", text, counted(accepted),
                                       in(report.language, "aanvaard", "accepted"));
}

std::string tolerance_text(const ValidationReport& report) {
    return fmt::format(
        fmt::runtime(in(report.language,
                        "gaten en overlappen van hoogstens {} m breed zijn geen fout",
                        "gaps and overlaps that are at most {} m wide are no errors")),
        plain(report.tolerance_m, report.language));
}

bool has(const std::vector<DefectTally>& all, FindingNumber number, Severity severity) {
    return std::any_of(all.begin(), all.end(), [&](const DefectTally& tally) {
        return tally.number == number && tally.severity == severity && !tally.is_accepted;
    });
}

/// What is to be known of gaps and overlaps before they are mended.
std::string lines_on_misfits(Language language, const std::vector<DefectTally>& all) {
    std::string lines;
    const bool has_gaps = has(all, FindingNumber::GapBetweenFeatures, Severity::Error);
    if (has_gaps)
        lines +=
            labelled_line(in(language, "Gaten", "Gaps"),
                          in(language, "enclaves en meren die zo bedoeld zijn, staan er ook bij",
                             "enclaves and lakes that are meant to be there are among them"));
    if (has_gaps || has(all, FindingNumber::FeaturesOverlap, Severity::Error))
        lines += labelled_line(
            in(language, "Ruis", "Noise"),
            in(language, "met --tolerance METER is wat nergens breder is geen fout, maar let op",
               "with --tolerance METRES what is nowhere wider is a warning, not an error"));
    return lines;
}

/// What to do next.
std::string closing_lines(const ValidationReport& report, const std::vector<DefectTally>& all) {
    const Language language = report.language;
    std::string lines = lines_on_misfits(language, all);
    lines +=
        labelled_line(in(language, "Uitleg", "Explained"),
                      fmt::format(fmt::runtime(in(language, "regio help {}, en zo van elk nummer",
                                                  "regio help {}, and so of every number")),
                                  label(all.front().number)));
    lines += labelled_line(
        in(language, "Op de kaart", "On the map"),
        in(language, "-o fouten.gpkg, te openen in QGIS", "-o defects.gpkg, to be opened in QGIS"));
    const bool is_cut = report.most > 0 && std::any_of(all.begin(), all.end(), [&](const auto& t) {
                            return t.defects.size() > report.most;
                        });
    if (is_cut)
        lines += labelled_line(in(language, "Alles", "All of them"),
                               in(language, "--most 0, of -f csv", "--most 0, or -f csv"));
    return lines;
}

} // namespace

void write_validation_text(const ValidationReport& report, const Sink& sink) {
    const Language language = report.language;
    sink(labelled_line(in(language, "Laag", "Layer"), layer_text(report)));
    sink(labelled_line(in(language, "Uitslag", "Result"), result_text(report)));
    if (report.tolerance_m > 0)
        sink(labelled_line(in(language, "Tolerantie", "Tolerance"), tolerance_text(report)));
    const auto all = tallies(report);
    for (const DefectTally& tally : all) {
        sink("\n" + tally_text(tally, language) + "\n");
        Table(report, tally).write(sink);
    }
    if (!all.empty())
        sink("\n" + closing_lines(report, all));
}

} // namespace regio::report
