#include "base/contract.hpp"
#include "base/finding.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <utility>

namespace regio {

namespace {

/// What stands for "key", "key#", "key*" or "key%" of a message, as FindingKind has them.
std::string filled(const Finding& finding, std::string_view place, Language language, Lists lists) {
    REGIO_EXPECTS(!place.empty());
    const char mark = place.back();
    const bool is_list = mark == '*' || mark == '%';
    if (is_list || mark == '#')
        place.remove_suffix(1);
    const auto value = value_of(finding, place);
    REGIO_EXPECTS(value.has_value());
    if (mark == '#')
        return number_text(*value, language);
    std::string text =
        is_list && lists == Lists::Short ? shortened_list(*value, language) : std::string(*value);
    return mark == '%' ? shares_in_text(std::move(text), language) : text;
}

} // namespace

std::optional<std::string_view> value_of(const Finding& finding, std::string_view key) {
    const auto value = std::find_if(finding.values.begin(), finding.values.end(),
                                    [&](const FindingValue& v) { return v.key == key; });
    return value != finding.values.end() ? std::optional<std::string_view>(value->text)
                                         : std::nullopt;
}

std::string message(const Finding& finding, Language language, Lists lists) {
    const FindingKind& kind = kind_of(finding.number);
    std::string_view rest = language == Language::Dutch ? kind.dutch : kind.english;
    std::string text;
    while (true) {
        const auto open = rest.find('{');
        text += rest.substr(0, open);
        if (open == std::string_view::npos)
            return text;
        const auto close = rest.find('}', open);
        REGIO_EXPECTS(close != std::string_view::npos);
        text += filled(finding, rest.substr(open + 1, close - open - 1), language, lists);
        rest.remove_prefix(close + 1);
    }
}

} // namespace regio
