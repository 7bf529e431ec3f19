#include "registry/locate.hpp"

#include "base/contract.hpp"

#include <algorithm>

namespace regio::registry {

namespace {

DatedCode dated(const std::string& code, const Period& period, Date list_date) {
    return {.code = code, .date = nearest_day(period, list_date)};
}

} // namespace

Naming naming(std::string_view code, std::string_view name) {
    const bool has_digit = code.find_first_of("0123456789") != std::string_view::npos;
    return name.empty() && !has_digit ? Naming{.code = {}, .name = code}
                                      : Naming{.code = code, .name = name};
}

Location locate(const Territory& territory, std::string_view code, std::string_view name,
                Date list_date) {
    REGIO_EXPECTS(!code.empty() || !name.empty());
    const Naming meant = naming(code, name);
    code = meant.code;
    name = meant.name;
    if (!code.empty()) {
        if (!territory.is_known(code))
            return {};
        const Period period = territory.mergers().validity(code);
        return {.candidates = {dated(std::string(code), period, list_date)}};
    }
    const auto named = territory.named(name);
    Location on_date;
    Location ever;
    for (const auto& municipality : named) {
        const auto candidate = dated(municipality.code, municipality.period, list_date);
        ever.candidates.push_back(candidate);
        if (contains(municipality.period, list_date))
            on_date.candidates.push_back(candidate);
    }
    return on_date.candidates.empty() ? ever : on_date;
}

void ListDating::narrow(std::string_view code, std::string_view name) {
    if (!period_)
        return;
    const Naming meant = naming(code, name);
    code = meant.code;
    name = meant.name;
    if (!code.empty()) {
        period_ = intersection(*period_, territory_->mergers().validity(code));
        return;
    }
    const auto named = territory_->named(name);
    if (named.empty())
        return;
    Period hull = named.front().period;
    for (const auto& municipality : named) {
        const Period& period = municipality.period;
        hull.from = hull.from && period.from ? std::min(hull.from, period.from) : std::nullopt;
        hull.to = hull.to && period.to ? std::max(hull.to, period.to) : std::nullopt;
    }
    period_ = intersection(*period_, hull);
}

Date ListDating::date() const {
    return period_ ? nearest_day(*period_, territory_->as_of()) : territory_->as_of();
}

} // namespace regio::registry
