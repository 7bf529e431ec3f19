#include "report/finding_texts.hpp"

#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::report {

namespace {

constexpr FindingNumber kGathered = FindingNumber::MemberWithoutRegion;

/// "Brussel (21004), Elsene (21009) zijn lid en liggen in geen referentieregio".
std::string members_without_region(std::span<const Finding> findings, Language language) {
    std::vector<std::string> names;
    for (const Finding& finding : findings)
        if (finding.number == kGathered)
            names.push_back(fmt::format("{} ({})", value_of(finding, "name").value(),
                                        value_of(finding, "nis").value()));
    return fmt::format("{} {}", fmt::join(names, ", "),
                       in(language, "zijn lid en liggen in geen referentieregio",
                          "are members and lie in no reference region"));
}

} // namespace

std::vector<FindingText> finding_texts(std::span<const Finding> findings, Language language) {
    const bool is_gathered = std::count_if(findings.begin(), findings.end(), [](const auto& one) {
                                 return one.number == kGathered;
                             }) > 1;
    std::vector<FindingText> texts;
    bool is_told = false;
    for (const Finding& finding : findings) {
        const bool is_of_several = is_gathered && finding.number == kGathered;
        if (is_of_several && is_told)
            continue;
        texts.push_back({.number = finding.number,
                         .text = is_of_several ? members_without_region(findings, language)
                                               : message(finding, language),
                         .source = finding.source});
        is_told |= is_of_several;
    }
    return texts;
}

} // namespace regio::report
