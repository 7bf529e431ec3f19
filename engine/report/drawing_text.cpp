#include "report/drawing_text.hpp"

#include "base/name_key.hpp"
#include "base/utf8.hpp"
#include "kernel/place_text.hpp"
#include "report/measures.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace regio::report {

namespace {

using nesting::Assessment;
using nesting::CoveredShare;
using nesting::Drawing;
using nesting::ExcessPart;
using nesting::ShapeRelation;
using nesting::ShapeVerdict;

/// Writes about one drawing in one language.
class DrawingWriter {
public:
    DrawingWriter(const CheckReport& report, const Assessment& assessment)
        : words_(report.language), report_(report), assessment_(assessment),
          drawing_(*assessment.drawing) {}

    [[nodiscard]] std::string text() const {
        std::string text = paragraph(coverage());
        if (drawing_.weight && drawing_.weight->decides())
            text += paragraph(weight());
        if (!drawing_.container.empty())
            text += paragraph(drawing_.shape ? shape(*drawing_.shape) : no_shape());
        if (drawing_.shape && !drawing_.shape->parts.empty())
            text += deepest_parts(drawing_.shape->parts);
        return text;
    }

private:
    [[nodiscard]] std::string coverage() const {
        const auto& covered = drawing_.covered;
        const auto& shares = drawing_.terms.shares;
        std::string text =
            filled(words_.say("Getekend gebied van {}: {} er voor {} of meer in.",
                              "Drawn area of {}: {} in it for {} or more."),
                   area_text(drawing_.area_m2, words_.language()), that_lie(covered.members.size()),
                   threshold_text(shares.member, words_.language()));
        if (!covered.partial.empty())
            text += filled(words_.say(" {} er voor een deel in, en {} hierboven als geheel.",
                                      " {} in it in part, and {} as a whole above."),
                           that_lie(covered.partial.size()),
                           covered.partial.size() == 1 ? words_.say("telt", "counts")
                                                       : words_.say("tellen", "count"));
        if (covered.greatest_sliver)
            text += filled(
                words_.say(" {} er voor minder dan {} in, wat ruis is en niet telt: het meest {} "
                           "van {}.",
                           " {} in it for less than {}, which is noise and does not count: at "
                           "most {} of {}."),
                that_lie(covered.slivers.size()), threshold_text(shares.sliver, words_.language()),
                share_text(covered.greatest_sliver->share(), words_.language()),
                name(covered.greatest_sliver->municipality));
        if (drawing_.elsewhere_m2 >= nesting::kLeastElsewhere_m2)
            text += filled(
                words_.say(" {} ligt in geen enkele gemeente.", " {} lies in no municipality."),
                area_text(drawing_.elsewhere_m2, words_.language()));
        return text;
    }

    /// "12 gemeenten liggen".
    [[nodiscard]] std::string that_lie(std::size_t count) const {
        return fmt::format("{} {}", count,
                           count == 1 ? words_.say("gemeente ligt", "municipality lies")
                                      : words_.say("gemeenten liggen", "municipalities lie"));
    }

    [[nodiscard]] std::string weight() const {
        return filled(
            words_.say(
                "Het oordeel hangt af van de gemeenten die maar voor een deel getekend zijn. "
                "Zonder "
                "die delen: {}. Met die gemeenten in hun geheel: {}.",
                "The verdict hangs on the municipalities that are drawn in part. Without those "
                "parts: {}. With those municipalities as a whole: {}."),
            label_of(drawing_.weight->without, words_.language()),
            label_of(drawing_.weight->with_whole, words_.language()));
    }

    [[nodiscard]] std::string shape(const ShapeVerdict& verdict) const {
        if (verdict.relation == ShapeRelation::Exact)
            return filled(words_.say("Niets van de tekening ligt buiten {}.",
                                     "Nothing of the drawing lies outside {}."),
                          container_text(report_, drawing_));
        std::string text = excess(verdict) + " " + against_tolerance(verdict);
        if (verdict.is_fragile)
            text += words_.say(
                " Kwetsbaar: met de helft of het dubbele van de tolerantie kan het antwoord "
                "anders zijn.",
                " Fragile: with half or twice the tolerance the answer may be another.");
        return text;
    }

    /// Whether what lies outside counts. Precondition: something does.
    [[nodiscard]] std::string against_tolerance(const ShapeVerdict& verdict) const {
        const std::string tolerance = plain(drawing_.terms.tolerance_m, words_.language());
        if (verdict.relation == ShapeRelation::AtTolerance)
            return filled(
                words_.say("Dat is precies de tolerantie van {} m: of het telt, valt niet te "
                           "zeggen.",
                           "That is exactly the tolerance of {} m: whether it counts cannot be "
                           "told."),
                tolerance);
        if (verdict.relation == ShapeRelation::Within)
            return filled(
                words_.say("Dat is minder dan de tolerantie van {} m, dus te lezen als verschil "
                           "tussen twee bronnen; zo blijft het bij elke tolerantie vanaf {}.",
                           "That is less than the tolerance of {} m, so to be read as a "
                           "difference between two sources; it stays so for every tolerance "
                           "from {} on."),
                tolerance,
                interval_text(verdict.holds_from_m, IntervalEnd::From, words_.language()));
        const std::string end =
            interval_text(verdict.holds_to_m, IntervalEnd::To, words_.language());
        if (drawing_.terms.tolerance_m > 0)
            return filled(
                words_.say("Dat is meer dan de tolerantie van {} m, dus geen meetverschil; zo "
                           "blijft het bij elke tolerantie onder {}.",
                           "That is more than the tolerance of {} m, so no difference between "
                           "surveys; it stays so for every tolerance below {}."),
                tolerance, end);
        return filled(
            words_.say("Zonder tolerantie telt alles wat buiten ligt, ook een meetverschil; zo "
                       "blijft het bij elke tolerantie onder {}.",
                       "Without a tolerance all that lies outside counts, a difference between "
                       "surveys too; it stays so for every tolerance below {}."),
            end);
    }

    [[nodiscard]] std::string excess(const ShapeVerdict& verdict) const {
        return filled(words_.say("Buiten {} ligt {} van de tekening, in {} {}, tot {} ver.",
                                 "Outside {} lies {} of the drawing, in {} {}, up to {} away."),
                      container_text(report_, drawing_),
                      area_text(excess_m2(verdict), words_.language()), verdict.parts.size(),
                      verdict.parts.size() == 1 ? words_.say("deel", "part")
                                                : words_.say("delen", "parts"),
                      depth_text(verdict.depth.middle_m(), words_.language()));
    }

    [[nodiscard]] std::string no_shape() const {
        return filled(
            words_.say("Hoe ver de tekening buiten {} komt, is niet te meten: niet alle gemeenten "
                       "daarvan hebben een vlak.",
                       "How far the drawing reaches out of {} cannot be measured: not all of its "
                       "municipalities have polygons."),
            container_text(report_, drawing_));
    }

    [[nodiscard]] std::string deepest_parts(const std::vector<ExcessPart>& parts) const {
        constexpr std::size_t kMost = 3;
        std::string lines;
        for (std::size_t i = 0; i < std::min(kMost, parts.size()); ++i)
            lines += wrapped(part_text(parts[i]), kTextWidth, 4);
        return lines;
    }

    [[nodiscard]] std::string part_text(const ExcessPart& part) const {
        return filled(words_.say("  - {} diep bij {}: {}, gemiddeld {} breed, op zijn breedst {}",
                                 "  - {} deep at {}: {}, {} wide on average, {} at its widest"),
                      depth_text(part.depth.middle_m(), words_.language()),
                      place_text(part.deepest), area_text(part.area_m2, words_.language()),
                      depth_text(part.mean_width_m, words_.language()),
                      depth_text(part.greatest_width.middle_m(), words_.language()));
    }

    [[nodiscard]] const std::string& name(registry::MunicipalityIndex municipality) const {
        return (*report_.municipalities)[municipality].name;
    }

    [[nodiscard]] static std::string paragraph(const std::string& text) {
        return wrapped(text, kTextWidth, 2);
    }

    Wording words_;
    const CheckReport& report_;
    const Assessment& assessment_;
    const Drawing& drawing_;
};

std::vector<const Assessment*> drawings(const CheckReport& report) {
    std::vector<const Assessment*> drawn;
    std::copy_if(report.assessments.begin(), report.assessments.end(), std::back_inserter(drawn),
                 [](const Assessment* assessment) { return assessment->drawing.has_value(); });
    return drawn;
}

} // namespace

std::string noise_text(nesting::ShareThreshold sliver, Language language) {
    if (sliver.millionths == 0)
        return std::string(in(language, "niets is ruis", "nothing is noise"));
    return fmt::format(fmt::runtime(in(language, "ruis onder {}, tenzij daar het meeste ligt",
                                       "noise below {}, unless most lies there")),
                       threshold_text(sliver, language));
}

namespace {

/// "4,9 % van Mesen", of the drawings together.
std::string greatest_sliver(const CheckReport& report,
                            const std::vector<const Assessment*>& drawn) {
    const CoveredShare* greatest = nullptr;
    for (const Assessment* assessment : drawn)
        if (const auto& sliver = assessment->drawing->covered.greatest_sliver;
            sliver && (greatest == nullptr || greatest->share() < sliver->share()))
            greatest = &*sliver;
    if (greatest == nullptr)
        return {};
    return fmt::format(
        "; {} {} {} {}", in(report.language, "grootste daaronder:", "greatest below that:"),
        share_text(greatest->share(), report.language), in(report.language, "van", "of"),
        (*report.municipalities)[greatest->municipality].name);
}

/// "Kwetsbaar (2): Oostzone, Westzone"; nothing when there are none.
std::string names_line(std::string_view heading, const std::vector<std::string>& names) {
    if (names.empty())
        return {};
    const std::string start = fmt::format("{} ({}): ", heading, names.size());
    return start + names_in_width(names, kTextWidth - display_width(start)) + "\n";
}

std::string fragile_line(const CheckReport& report, const std::vector<const Assessment*>& drawn) {
    std::vector<std::string> names;
    for (const Assessment* assessment : drawn)
        if (assessment->drawing->shape && assessment->drawing->shape->is_fragile)
            names.push_back(assessment->partnership.partnership.name);
    return names_line(in(report.language, "Kwetsbaar", "Fragile"), names);
}

/// Those with this finding, and how far each reaches out.
std::string contradictions_line(const std::vector<const Assessment*>& drawn, FindingNumber number,
                                std::string_view heading, Language language) {
    std::vector<std::string> names;
    for (const Assessment* assessment : drawn) {
        const auto& findings = assessment->partnership.findings;
        if (std::any_of(findings.begin(), findings.end(),
                        [&](const Finding& finding) { return finding.number == number; }))
            names.push_back(
                fmt::format("{} ({})", assessment->partnership.partnership.name,
                            depth_text(assessment->drawing->shape->depth.middle_m(), language)));
    }
    return names_line(heading, names);
}

/// What the shapes say, counted: "Vorm: 2 exact, 1 binnen de tolerantie, 1 erbuiten".
std::string shapes_line(const CheckReport& report, const std::vector<const Assessment*>& drawn) {
    struct Label {
        ShapeRelation relation;
        std::string_view dutch;
        std::string_view english;
    };
    constexpr auto kLabels =
        std::to_array<Label>({{ShapeRelation::Exact, "exact", "exact"},
                              {ShapeRelation::Within, "binnen de tolerantie", "within tolerance"},
                              {ShapeRelation::AtTolerance, "op de tolerantie", "at tolerance"},
                              {ShapeRelation::Outside, "erbuiten", "outside"}});
    const auto relation_of = [](const Assessment* assessment) {
        const auto& shape = assessment->drawing->shape;
        return shape ? std::optional(shape->relation) : std::nullopt;
    };
    std::vector<std::string> parts;
    const auto count = [&](std::optional<ShapeRelation> relation, std::string_view label) {
        const auto number = std::count_if(drawn.begin(), drawn.end(), [&](const auto* assessment) {
            return relation_of(assessment) == relation;
        });
        if (number > 0)
            parts.push_back(fmt::format("{} {}", number, label));
    };
    for (const Label& label : kLabels)
        count(label.relation, in(report.language, label.dutch, label.english));
    count(std::nullopt, in(report.language, "niet gemeten", "not measured"));
    return fmt::format("{}: {}\n", in(report.language, "Vorm", "Shape"), fmt::join(parts, ", "));
}

} // namespace

std::string threshold_text(nesting::ShareThreshold threshold, Language language) {
    return plain(threshold.millionths / 1e4, language) + std::string(in(language, "\u00A0%", "%"));
}

std::string container_text(const CheckReport& report, const Drawing& drawing) {
    std::vector<std::string> names;
    for (const auto region : drawing.container)
        names.push_back((*report.regions)[region].name);
    return enumerated(names, in(report.language, "en", "and"));
}

bool has_drawings(const CheckReport& report) {
    return std::any_of(
        report.assessments.begin(), report.assessments.end(),
        [](const Assessment* assessment) { return assessment->drawing.has_value(); });
}

std::string drawing_paragraphs(const CheckReport& report, const Assessment& assessment) {
    return DrawingWriter(report, assessment).text();
}

std::string drawings_line(const CheckReport& report) {
    const auto drawn = drawings(report);
    if (drawn.empty())
        return {};
    const auto& terms = drawn.front()->drawing->terms;
    const std::string line = fmt::format(
        fmt::runtime(in(report.language,
                        "Getekend ({}): lid vanaf {} van een gemeente, {}{}; tolerantie {} m",
                        "Drawn ({}): member from {} of a municipality on, {}{}; tolerance {} m")),
        drawn.size(), threshold_text(terms.shares.member, report.language),
        noise_text(terms.shares.sliver, report.language), greatest_sliver(report, drawn),
        plain(terms.tolerance_m, report.language));
    const Language language = report.language;
    return wrapped(line, kTextWidth, 2) + shapes_line(report, drawn) +
           contradictions_line(drawn, FindingNumber::DrawingReachesOut,
                               in(language, "Past, maar steekt uit", "Nests, but reaches out"),
                               language) +
           contradictions_line(drawn, FindingNumber::DrawingHardlyReachesOut,
                               in(language, "Overschrijdt, maar steekt nauwelijks uit",
                                  "Crosses, but hardly reaches out"),
                               language) +
           fragile_line(report, drawn);
}

} // namespace regio::report
