#include "report/coverage_text.hpp"

#include "kernel/place_text.hpp"
#include "report/labelled_line.hpp"
#include "report/measures.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

namespace regio::report {

namespace {

std::string borders_line(const CoverageInfo& coverage, Language language) {
    std::string text =
        filled(in(language,
                  "{} grenslijnstukken: {} gedeeld door twee vlakken, {} met maar één "
                  "vlak ({})",
                  "{} border edges: {} shared by two polygons, {} with one polygon "
                  "only ({})"),
               counted(coverage.edges), counted(coverage.edges - coverage.one_sided_edges),
               counted(coverage.one_sided_edges), length_text(coverage.one_sided_m, language));
    if (coverage.inside_other_m > 0)
        text += filled(in(language, ", waarvan {} binnen een ander object",
                          ", of which {} inside another feature"),
                       length_text(coverage.inside_other_m, language));
    return labelled_line(in(language, "Grenzen", "Borders"), text);
}

std::string gaps_line(const CoverageInfo& coverage, Language language) {
    const GapsInfo& gaps = coverage.gaps;
    std::string text(in(language, "geen", "none"));
    if (gaps.largest_at)
        text = filled(in(language, "{}, samen {}; het grootste, {}, rond {}",
                         "{}, together {}; the largest, {}, around {}"),
                      counted(gaps.count), area_text(gaps.area_m2, language),
                      area_text(gaps.largest_m2, language), place_text(*gaps.largest_at));
    if (coverage.may_cross())
        text += in(language, "; gaten waar grenzen elkaar kruisen, zijn niet geteld",
                   "; gaps where borders cross are not counted");
    return labelled_line(in(language, "Gaten", "Gaps"), text);
}

std::string overlaps_line(const CoverageInfo& coverage, Language language) {
    std::string text(in(language, "geen", "none"));
    if (coverage.overlaps > 0) {
        const bool is_one = coverage.overlaps == 1;
        text = fmt::format("{} {}: ", counted(coverage.overlaps),
                           in(language, is_one ? "paar" : "paren", is_one ? "pair" : "pairs"));
        std::string_view separator;
        for (const auto& [one, other] : coverage.first_overlaps) {
            text += fmt::format("{}{} {} {}", separator, one, in(language, "en", "and"), other);
            separator = "; ";
        }
        if (coverage.overlaps > coverage.first_overlaps.size())
            text += "; …";
    }
    return labelled_line(in(language, "Overlappingen", "Overlaps"), text);
}

std::string contacts_line(const ContactsInfo& contacts, std::string_view label, Language language) {
    if (contacts.count == 0)
        return {};
    std::string text = counted(contacts.count);
    std::string_view separator = ": ";
    for (const auto& place : contacts.first) {
        text += fmt::format("{}{} {} {}", separator, place.feature, in(language, "bij", "at"),
                            place_text(place.at));
        separator = "; ";
    }
    if (contacts.count > contacts.first.size())
        text += "; …";
    return labelled_line(label, text);
}

/// What is wrong inside single features.
std::string ring_lines(const CoverageInfo& coverage, Language language) {
    std::string lines =
        contacts_line(coverage.crossing, in(language, "Kruist zichzelf", "Crosses itself"),
                      language) +
        contacts_line(coverage.doubled, in(language, "Loopt dubbel", "Runs doubled"), language) +
        contacts_line(coverage.touching, in(language, "Raakt zichzelf", "Touches itself"),
                      language);
    if (lines.empty())
        return labelled_line(in(language, "Ringen", "Rings"),
                             in(language, "geen kruist zichzelf, loopt dubbel of raakt zichzelf",
                                "none crosses itself, runs doubled or touches itself"));
    return lines;
}

} // namespace

std::string coverage_text(const CoverageInfo& coverage, Language language) {
    return borders_line(coverage, language) + gaps_line(coverage, language) +
           overlaps_line(coverage, language) + ring_lines(coverage, language);
}

} // namespace regio::report
