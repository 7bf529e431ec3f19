#include "report/drawing_facts.hpp"

#include "base/name_key.hpp"
#include "report/drawing_text.hpp"
#include "report/measures.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::report {

namespace {

using nesting::Assessment;
using nesting::CoveredShare;
using nesting::Drawing;
using nesting::ExcessPart;
using nesting::ShapeRelation;
using nesting::ShapeVerdict;

/// A number stays with its unit where a line ends.
std::string unbroken(const std::string& measure) {
    std::string text;
    for (const char character : measure)
        text += character == ' ' ? "\u00a0" : std::string(1, character);
    return text;
}

/// Writes short sentences about one drawing in one language.
class DrawingFacts {
public:
    DrawingFacts(const CheckReport& report, const Assessment& assessment)
        : words_(report.language), report_(report), assessment_(assessment),
          drawing_(*assessment.drawing) {}

    [[nodiscard]] std::string area_line() const {
        constexpr double kSquareKilometre = 1e6;
        const std::size_t members = assessment_.partnership.members.size();
        const std::size_t partial = assessment_.partnership.partial_members.size();
        std::string text =
            filled(words_.say("Getekend gebied van {}\u00a0km²: {} {}",
                              "Drawn area of {}\u00a0km²: {} {}"),
                   decimal(drawing_.area_m2 / kSquareKilometre, 1, words_.language()), members,
                   members == 1 ? words_.say("gemeente", "municipality")
                                : words_.say("gemeenten", "municipalities"));
        if (partial > 0)
            text +=
                filled(words_.say(", waarvan {} voor een deel", ", {} of them in part"), partial);
        if (const auto& inhabitants = assessment_.verdict.figures.inhabitants)
            text += filled(partial > 0 ? words_.say("; als geheel geteld {} inwoners",
                                                    "; counted whole {} inhabitants")
                                       : words_.say(", {} inwoners", ", {} inhabitants"),
                           grouped(*inhabitants));
        return text;
    }

    [[nodiscard]] std::vector<std::string> excess_lines() const {
        std::vector<std::string> lines;
        if (!drawing_.container.empty())
            lines.push_back(drawing_.shape ? excess(*drawing_.shape) : no_shape());
        if (drawing_.shape && drawing_.shape->relation != ShapeRelation::Exact)
            lines.push_back(tolerance(*drawing_.shape));
        return lines;
    }

    [[nodiscard]] std::string thresholds() const {
        const auto& shares = drawing_.terms.shares;
        std::string text = filled(words_.say("Lid vanaf {} van een gemeente, {}",
                                             "Member from {} of a municipality on, {}"),
                                  threshold_text(shares.member, words_.language()),
                                  noise_text(shares.sliver, words_.language()));
        if (const auto& sliver = drawing_.covered.greatest_sliver)
            text += filled(words_.say("; grootste ruis: {} van {}", "; greatest noise: {} of {}"),
                           share_text(sliver->share(), words_.language()), name(*sliver));
        return text;
    }

private:
    [[nodiscard]] std::string excess(const ShapeVerdict& verdict) const {
        if (verdict.parts.empty())
            return filled(words_.say("Niets van de tekening ligt buiten {}",
                                     "Nothing of the drawing lies outside {}"),
                          container_text(report_, drawing_));
        const auto& largest = *std::max_element(
            verdict.parts.begin(), verdict.parts.end(),
            [](const ExcessPart& a, const ExcessPart& b) { return a.twice_area < b.twice_area; });
        std::string text =
            filled(words_.say("Buiten {}: {}", "Outside {}: {}"), container_text(report_, drawing_),
                   unbroken(area_text(excess_m2(verdict), words_.language())));
        if (verdict.parts.size() > 1)
            text += filled(
                words_.say(" in {} delen, het grootste {}", " in {} parts, the largest {}"),
                verdict.parts.size(), unbroken(area_text(largest.area_m2, words_.language())));
        return text +
               filled(words_.say(", op zijn breedst {}", ", at its widest {}"),
                      unbroken(depth_text(largest.greatest_width.middle_m(), words_.language())));
    }

    [[nodiscard]] std::string no_shape() const {
        return filled(words_.say("Hoe ver de tekening buiten {} komt, is niet te meten",
                                 "How far the drawing reaches out of {} cannot be measured"),
                      container_text(report_, drawing_));
    }

    [[nodiscard]] std::string tolerance(const ShapeVerdict& verdict) const {
        std::string text = filled(
            words_.say("Tot {} ver, {} de tolerantie van {}",
                       "Up to {} away, {} the tolerance of {}"),
            unbroken(depth_text(verdict.depth.middle_m(), words_.language())), side_of(verdict),
            unbroken(plain(drawing_.terms.tolerance_m, words_.language()) + " m"));
        if (verdict.relation == ShapeRelation::Within)
            text += filled(words_.say("; dat blijft zo vanaf {}", "; it stays so from {} on"),
                           interval_end(verdict.holds_from_m, IntervalEnd::From));
        if (verdict.relation == ShapeRelation::Outside)
            text += filled(words_.say("; dat blijft zo tot {}", "; it stays so up to {}"),
                           interval_end(verdict.holds_to_m, IntervalEnd::To));
        if (verdict.is_fragile)
            text += words_.say(" (kwetsbaar)", " (fragile)");
        return text;
    }

    [[nodiscard]] std::string_view side_of(const ShapeVerdict& verdict) const {
        if (verdict.relation == ShapeRelation::AtTolerance)
            return words_.say("precies", "exactly");
        return verdict.relation == ShapeRelation::Within ? words_.say("binnen", "within")
                                                         : words_.say("buiten", "beyond");
    }

    [[nodiscard]] std::string interval_end(double metres, IntervalEnd end) const {
        return unbroken(interval_text(metres, end, words_.language()));
    }

    [[nodiscard]] const std::string& name(const CoveredShare& share) const {
        return (*report_.municipalities)[share.municipality].name;
    }

    Wording words_;
    const CheckReport& report_;
    const Assessment& assessment_;
    const Drawing& drawing_;
};

} // namespace

std::string drawn_area_line(const CheckReport& report, const Assessment& assessment) {
    return DrawingFacts(report, assessment).area_line();
}

std::vector<std::string> excess_lines(const CheckReport& report, const Assessment& assessment) {
    return DrawingFacts(report, assessment).excess_lines();
}

std::string threshold_line(const CheckReport& report, const Assessment& assessment) {
    return DrawingFacts(report, assessment).thresholds();
}

} // namespace regio::report
