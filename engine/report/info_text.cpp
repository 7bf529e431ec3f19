#include "report/info_text.hpp"

#include "base/utf8.hpp"
#include "report/boundary_mark.hpp"
#include "report/coverage_text.hpp"
#include "report/labelled_line.hpp"
#include "report/measures.hpp"
#include "report/text_layout.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regio::report {

namespace {

std::string_view type_word(std::string_view type, Language language) {
    struct Word {
        std::string_view type;
        std::string_view dutch;
        std::string_view english;
    };
    constexpr std::array<Word, 6> kWords = {{{"String", "tekst", "text"},
                                             {"Integer", "geheel", "whole"},
                                             {"Integer64", "geheel", "whole"},
                                             {"Real", "getal", "number"},
                                             {"Date", "datum", "date"},
                                             {"DateTime", "tijdstip", "time"}}};
    const auto* const word =
        std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return w.type == type; });
    return word == kWords.end() ? type : in(language, word->dutch, word->english);
}

std::string format_text(const std::string& format, Language language) {
    return format == "delimited text"
               ? std::string(in(language, "tekst met scheidingstekens", "delimited text"))
               : format;
}

std::string rows_line(const LayerInfo& layer, Language language) {
    if (layer.geometry_types.empty())
        return labelled_line(in(language, "Rijen", "Rows"), counted(layer.rows));
    return labelled_line(in(language, "Objecten", "Features"),
                         fmt::format("{} ({})", counted(layer.rows), layer.geometry_types));
}

std::string crs_text(const CrsInfo& crs, Language language) {
    std::string text = crs.code.empty() ? crs.name : fmt::format("{} ({})", crs.name, crs.code);
    if (crs.is_geographic)
        text += in(language, ", in graden", ", in degrees");
    if (crs.is_declared)
        text += in(language, ", opgegeven met --src-crs", ", given with --src-crs");
    return text;
}

std::string accuracy_text(const std::optional<double>& metres, Language language) {
    return metres
               ? fmt::format(fmt::runtime(in(language, "op {} m nauwkeurig", "to within {} m")),
                             plain(*metres, language))
               : std::string(in(language, "met onbekende nauwkeurigheid", "with unknown accuracy"));
}

/// The CRS, and how the layer was brought to another.
std::string crs_lines(const LayerInfo& layer, Language language) {
    if (layer.geometry_types.empty())
        return {};
    if (!layer.crs)
        return labelled_line("CRS", in(language, "geen", "none"));
    std::string lines = labelled_line("CRS", crs_text(*layer.crs, language));
    if (!layer.transformation)
        return lines;
    const auto& transformation = *layer.transformation;
    std::string text = fmt::format("{}, {}, {} \"{}\"", crs_text(*layer.working_crs, language),
                                   accuracy_text(transformation.accuracy_m, language),
                                   in(language, "met", "by"), transformation.operation);
    if (!transformation.missing_grids.empty())
        text += fmt::format("; {} {}, {} {}", in(language, "met het rooster", "with the grid"),
                            fmt::join(transformation.missing_grids, ", "),
                            in(language, "dat PROJ hier niet heeft,", "which PROJ lacks here,"),
                            accuracy_text(transformation.better_accuracy_m, language));
    return lines + labelled_line(in(language, "Omgezet naar", "Brought to"), text);
}

std::string polygon_lines(const PolygonsInfo& polygons, Language language) {
    std::string lines;
    const auto& extent = polygons.extent;
    if (!extent.is_empty())
        lines +=
            labelled_line(in(language, "Bereik", "Extent"),
                          fmt::format("x {:.0f} {to} {:.0f}, y {:.0f} {to} {:.0f} ({} {by} {})",
                                      extent.min_x, extent.max_x, extent.min_y, extent.max_y,
                                      length_text(extent.max_x - extent.min_x, language),
                                      length_text(extent.max_y - extent.min_y, language),
                                      fmt::arg("to", in(language, "tot", "to")),
                                      fmt::arg("by", in(language, "bij", "by"))));
    lines +=
        labelled_line(in(language, "Rooster", "Lattice"), plain(polygons.unit_m, language) + " m");
    lines += labelled_line(
        in(language, "Vlakken", "Polygons"),
        fmt::format(fmt::runtime(in(language,
                                    "objecten met een vlak: {}, zonder: {}; delen: {}, gaten erin: "
                                    "{}, punten: {}",
                                    "features with a polygon: {}, without: {}; parts: {}, holes in "
                                    "them: {}, vertices: {}")),
                    counted(polygons.features_with), counted(polygons.features_without),
                    counted(polygons.parts), counted(polygons.holes), counted(polygons.vertices)));
    lines +=
        labelled_line(in(language, "Oppervlakte", "Area"), area_text(polygons.area_m2, language));
    if (polygons.provenance == layer::Provenance::Schematic)
        lines += labelled_line(in(language, "Herkomst", "Provenance"),
                               fmt::format("{}, {}", schematic_boundaries(language),
                                           in(language, "niet opgemeten", "not surveyed")));
    return lines;
}

std::string meanings_text(const FieldInfo& field, Language language) {
    std::vector<std::string> words;
    words.reserve(field.meanings.size());
    for (const auto& meaning : field.meanings)
        words.emplace_back(in(language, meaning.dutch, meaning.english));
    return fmt::format("{}", fmt::join(words, ", "));
}

/// The names of fields are shown whole where they can be, because they are to be typed.
std::string field_table(const LayerInfo& layer, Language language) {
    constexpr std::size_t kNarrowest = 10;
    constexpr std::size_t kWidest = 30;
    constexpr std::size_t kNamesAndSamples = 51;
    if (layer.fields.empty())
        return {};
    std::size_t width = kNarrowest;
    for (const auto& field : layer.fields)
        width = std::max(width, std::min(kWidest, display_width(field.name)));
    const std::size_t rest = kNamesAndSamples - width;
    const std::array<TextColumn, 5> columns = {
        {{.heading = in(language, "Veld", "Field"), .width = width},
         {.heading = "Type", .width = 8},
         {.heading = in(language, "Gevuld", "Filled"), .width = 7, .align = Align::Right},
         {.heading = in(language, "Voorbeelden", "Examples"), .width = rest},
         {.heading = in(language, "Gelezen als", "Read as"), .width = 26}}};
    std::string table = "\n" + table_heading(columns);
    for (const auto& field : layer.fields)
        table +=
            table_line(columns, std::array{field.name, std::string(type_word(field.type, language)),
                                           counted(field.filled),
                                           fmt::format("{}", fmt::join(field.samples, ", ")),
                                           meanings_text(field, language)});
    return table;
}

/// A word of a command line: between quotes where a shell would read something else in it.
std::string shell_word(const std::string& text) {
    const bool is_plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_./:,+@%").find(c) != std::string_view::npos;
    });
    if (is_plain)
        return text;
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + "'";
}

/// Flags with their values, as many on a line as fit, to be copied into a shell.
std::string arguments_lines(const std::vector<std::string>& arguments) {
    const std::string indent(kLabelWidth, ' ');
    std::string lines;
    std::string line;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        const std::string pair = fmt::format("{} {}", arguments[i], shell_word(arguments[i + 1]));
        constexpr std::size_t kContinued = 3; // a blank before, and " \" behind
        if (!line.empty() &&
            kLabelWidth + display_width(line) + display_width(pair) + kContinued > kTextWidth) {
            lines += indent + line + " \\\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + pair;
    }
    return line.empty() ? lines : lines + indent + line + "\n";
}

std::string use_lines(const LayerInfo& layer, Language language) {
    const auto label = in(language, "Bruikbaar als", "Can serve as");
    if (layer.uses.empty())
        return "\n" + labelled_line(label, in(language, "niets dat regio check herkent",
                                              "nothing that regio check knows"));
    std::string lines = "\n";
    for (const auto& use : layer.uses) {
        lines += labelled_line(&use == &layer.uses.front() ? label : "",
                               in(language, use.use.dutch, use.use.english));
        lines += arguments_lines(use.arguments);
    }
    return lines;
}

/// Names come from the data: they must not colour the terminal.
std::string without_controls(std::string text) {
    for (char& c : text)
        if (c >= 0 && c < ' ' && c != '\n')
            c = ' ';
    return text;
}

std::string layer_text(const LayerInfo& layer, Language language) {
    const std::string title =
        layer.layer.empty()
            ? layer.file
            : fmt::format("{}, {} {}", layer.file, in(language, "laag", "layer"), layer.layer);
    std::string text = fmt::format("{}\n{}\n", title,
                                   std::string(std::min(display_width(title), kTextWidth), '-'));
    text += labelled_line(in(language, "Formaat", "Format"), format_text(layer.format, language));
    text += rows_line(layer, language);
    text += crs_lines(layer, language);
    if (layer.polygons)
        text += polygon_lines(*layer.polygons, language);
    text += field_table(layer, language);
    if (layer.coverage)
        text += "\n" + coverage_text(*layer.coverage, language);
    return without_controls(text + use_lines(layer, language));
}

} // namespace

void write_info_text(const InfoReport& report, const Sink& sink) {
    std::string_view separator;
    for (const auto& layer : report.layers) {
        sink(separator);
        sink(layer_text(layer, report.language));
        separator = "\n\n";
    }
}

} // namespace regio::report
