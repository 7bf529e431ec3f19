#include "report/pieces.hpp"

#include "base/name_key.hpp"
#include "report/boundary_mark.hpp"
#include "report/text_layout.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::report {

namespace {

using nesting::Piece;

/// Pieces that are named together: one of several municipalities, or all that are of the same one
/// alone.
struct NamedPieces {
    const Piece* first = nullptr;
    std::size_t count = 0;
    registry::Area area;
};

std::vector<NamedPieces> gather(const nesting::WorkingArea& area) {
    std::vector<NamedPieces> gathered;
    for (const Piece& piece : area.pieces) {
        const auto same = std::find_if(gathered.begin(), gathered.end(), [&](const auto& named) {
            return piece.municipalities.size() == 1 &&
                   named.first->municipalities == piece.municipalities;
        });
        if (same == gathered.end()) {
            gathered.push_back({.first = &piece, .count = 1, .area = piece.area});
            continue;
        }
        ++same->count;
        same->area = same->area + piece.area;
    }
    return gathered;
}

std::string name_of(const CheckReport& report, const NamedPieces& named) {
    constexpr std::size_t kNamed = 3;
    const auto& municipalities = named.first->municipalities;
    const bool dutch = report.language == Language::Dutch;
    std::vector<std::string> names;
    for (const auto municipality : municipalities)
        names.push_back((*report.municipalities)[municipality].name);
    std::string text = names.size() <= kNamed
                           ? enumerated(names, in(report.language, "en", "and"))
                           : fmt::format("{} {}", names.size(),
                                         in(report.language, "gemeenten", "municipalities"));
    if (named.count > 1)
        text += fmt::format(" in {} {}", named.count, in(report.language, "stukken", "pieces"));
    return fmt::format("{} ({} km²)", text, square_kilometres(named.area, 1, dutch ? ',' : '.'));
}

} // namespace

std::string pieces_sentence(const CheckReport& report, const nesting::Assessment& assessment) {
    const auto& area = assessment.area.value();
    if (area.is_in_one_piece())
        return fmt::format("{}{}.",
                           in(report.language, "Het werkingsgebied is in één stuk",
                              "The working area is in one piece"),
                           schematic_mark(report));
    std::vector<std::string> pieces;
    for (const auto& named : gather(area))
        pieces.push_back(name_of(report, named));
    return fmt::format("{} {} {}{}: {}.",
                       in(report.language, "Het werkingsgebied is in", "The working area is in"),
                       area.pieces.size(), in(report.language, "stukken", "pieces"),
                       schematic_mark(report), fmt::join(pieces, "; "));
}

std::string in_pieces_line(const CheckReport& report) {
    std::vector<std::string> names;
    for (const auto* assessment : report.assessments)
        if (assessment->area && !assessment->area->is_in_one_piece())
            names.push_back(assessment->partnership.partnership.name);
    if (names.empty())
        return {};
    const std::string heading = fmt::format(
        "{} ({}): ", in(report.language, "Niet in één stuk", "Not in one piece"), names.size());
    const std::string mark = schematic_mark(report);
    return heading + names_in_width(names, kTextWidth - heading.size() - mark.size()) + mark + "\n";
}

} // namespace regio::report
