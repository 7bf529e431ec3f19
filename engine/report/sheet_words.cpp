#include "report/sheet_words.hpp"

#include "base/name_key.hpp"
#include "report/drawing_facts.hpp"
#include "report/explanation.hpp"
#include "report/measures.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regio::report {

namespace {

using nesting::Assessment;
using nesting::Relation;

constexpr std::array kDutchMonths = {"januari",   "februari", "maart",    "april",
                                     "mei",       "juni",     "juli",     "augustus",
                                     "september", "oktober",  "november", "december"};
constexpr std::array kEnglishMonths = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};

/// "31.12.2024".
std::string short_date(Date date) {
    const std::chrono::year_month_day day(date.day);
    return fmt::format("{}.{}.{}", static_cast<unsigned>(day.day()),
                       static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
}

std::string capitalised(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z')
        result[0] = static_cast<char>(result[0] - 'a' + 'A');
    return result;
}

/// Gathers the facts about one working area.
class FactWriter {
public:
    FactWriter(const CheckReport& report, const Assessment& assessment)
        : report_(report), assessment_(assessment), language_(report.language) {}

    [[nodiscard]] std::vector<std::string> facts() const {
        std::vector<std::string> facts =
            assessment_.drawing ? drawn_figures() : std::vector{figures()};
        for (const auto& share : shares())
            facts.push_back(region_line(share));
        if (assessment_.drawing)
            facts.push_back(threshold_line(report_, assessment_));
        else
            for (const auto& member : assessment_.partnership.partial_members)
                facts.push_back(partial_line(member));
        if (assessment_.verdict.near_miss)
            facts.push_back(near_miss_sentence(report_, assessment_));
        return facts;
    }

private:
    /// By falling number of members.
    [[nodiscard]] std::vector<nesting::RegionShare> shares() const {
        auto shares = assessment_.verdict.regions;
        std::stable_sort(shares.begin(), shares.end(),
                         [](const auto& a, const auto& b) { return a.members > b.members; });
        return shares;
    }

    [[nodiscard]] std::string region_line(const nesting::RegionShare& share) const {
        return fmt::format("{}: {} {} {} {}", (*report_.regions)[share.region].name, share.members,
                           in(language_, "van de", "of the"), share.of,
                           share.of == 1 ? in(language_, "gemeente", "municipality")
                                         : in(language_, "gemeenten", "municipalities"));
    }

    [[nodiscard]] std::string partial_line(const registry::PartialMember& partial) const {
        std::vector<std::string> names;
        for (const auto& part : partial.parts)
            names.push_back(part.name);
        return fmt::format(fmt::runtime(names.size() == 1
                                            ? in(language_, "{}: alleen het vroegere {} is lid",
                                                 "{}: only the former {} is a member")
                                            : in(language_, "{}: alleen het vroegere {} zijn lid",
                                                 "{}: only the former {} are members")),
                           (*report_.municipalities)[partial.municipality].name,
                           enumerated(names, in(language_, "en", "and")));
    }

    [[nodiscard]] std::string figures() const {
        const auto members = assessment_.partnership.members.size();
        std::string text = fmt::format("{} {}", members,
                                       members == 1 ? in(language_, "gemeente", "municipality")
                                                    : in(language_, "gemeenten", "municipalities"));
        const auto& figures = assessment_.verdict.figures;
        if (figures.inhabitants)
            text += fmt::format(", {} {}", grouped(*figures.inhabitants),
                                in(language_, "inwoners", "inhabitants"));
        if (figures.area)
            text += fmt::format(
                ", {} km²",
                square_kilometres(*figures.area, 1, language_ == Language::Dutch ? ',' : '.'));
        return text;
    }

    [[nodiscard]] std::vector<std::string> drawn_figures() const {
        std::vector<std::string> facts{drawn_area_line(report_, assessment_)};
        const auto excess = excess_lines(report_, assessment_);
        facts.insert(facts.end(), excess.begin(), excess.end());
        return facts;
    }

    const CheckReport& report_;
    const Assessment& assessment_;
    Language language_;
};

} // namespace

std::string written_date(Date date, Language language) {
    const std::chrono::year_month_day day(date.day);
    const auto& months = language == Language::Dutch ? kDutchMonths : kEnglishMonths;
    return fmt::format("{}\u00a0{}\u00a0{}", static_cast<unsigned>(day.day()),
                       months[static_cast<unsigned>(day.month()) - 1],
                       static_cast<int>(day.year()));
}

SheetWords sheet_words(const CheckReport& report, const Assessment& assessment) {
    const Language language = report.language;
    return {.title = fmt::format("{} {}", in(language, "Werkingsgebied van", "Working area of"),
                                 assessment.partnership.partnership.name),
            .subtitle = fmt::format("{} {}",
                                    in(language, "Past het in de referentieregio's? Toestand op",
                                       "Does it nest in the reference regions? As of"),
                                    written_date(report.as_of, language)),
            .verdict = capitalised(label_of(assessment.verdict.relation, language)),
            .facts = FactWriter(report, assessment).facts()};
}

std::string source_line(const CheckReport& report, const SheetSources& sources) {
    const Language language = report.language;
    std::string period;
    if (sources.period.from && sources.period.to)
        period = fmt::format(" ({} – {})", short_date(*sources.period.from),
                             short_date(*sources.period.to));
    else if (sources.period.from)
        period = fmt::format(" ({} {})", in(language, "sinds", "since"),
                             short_date(*sources.period.from));
    else if (sources.period.to)
        period =
            fmt::format(" ({} {})", in(language, "tot", "until"), short_date(*sources.period.to));
    std::string members = sources.members;
    if (const auto dated = parse_date(sources.members_dated))
        members += fmt::format(" ({})", short_date(*dated));
    return fmt::format(
        "{}: {}{} · {}: {} · {}: {} · {} {} · {} {} · {}", in(language, "Grenzen", "Boundaries"),
        sources.boundaries, period,
        sources.is_drawn ? in(language, "Tekening", "Drawing") : in(language, "Leden", "Members"),
        members, in(language, "Projectie", "Projection"), sources.projection,
        in(language, "Gemaakt met", "Made with"), sources.maker, in(language, "Toestand", "As of"),
        short_date(report.as_of), in(language, "Geen juridisch advies", "No legal advice"));
}

} // namespace regio::report
