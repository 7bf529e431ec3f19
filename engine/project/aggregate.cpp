#include "project/aggregate.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "io/field_names.hpp"
#include "kernel/wide.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace regio::project {

namespace {

using io::OutputField;
using io::OutputValue;
using kernel::Wide;
using Type = OutputField::Type;

/// What is there of a field in a group, in order.
using Values = std::vector<OutputValue>;

struct FunctionName {
    std::string_view name;
    AggregateFunction function;
};

/// Those that can be asked for by name.
constexpr std::array kFunctions = {
    FunctionName{"sum", AggregateFunction::Sum},
    FunctionName{"mean", AggregateFunction::Mean},
    FunctionName{"min", AggregateFunction::Min},
    FunctionName{"max", AggregateFunction::Max},
    FunctionName{"count", AggregateFunction::Count},
    FunctionName{"concat", AggregateFunction::Concat},
};

std::string_view name_of(AggregateFunction function) {
    return std::find_if(kFunctions.begin(), kFunctions.end(),
                        [&](const FunctionName& one) { return one.function == function; })
        ->name;
}

bool is_of_numbers(AggregateFunction function) {
    return function == AggregateFunction::Sum || function == AggregateFunction::Mean;
}

bool is_there(const OutputValue& value) {
    const auto* const number = std::get_if<double>(&value);
    return !std::holds_alternative<std::monostate>(value) &&
           (number == nullptr || std::isfinite(*number));
}

/// With one zero: two that are equal would come in any order.
OutputValue without_sign_of_zero(const OutputValue& value) {
    const auto* const number = std::get_if<double>(&value);
    return number == nullptr ? value : *number + 0.0;
}

Wide sum_of_whole(const Values& values) {
    Wide sum = 0;
    for (const OutputValue& value : values)
        sum += std::get<std::int64_t>(value);
    return sum;
}

/// With what each addition loses added up apart (Neumaier, Rundungsfehleranalyse einiger Verfahren
/// zur Summation endlicher Summen, 1974).
double sum_of_real(const Values& values) {
    double sum = 0;
    double lost = 0;
    for (const OutputValue& value : values) {
        const double next = std::get<double>(value);
        const double longer = sum + next;
        lost += std::abs(sum) >= std::abs(next) ? (sum - longer) + next : (next - longer) + sum;
        sum = longer;
    }
    return sum + lost;
}

/// Nothing when the type of the field has no room for it.
std::optional<OutputValue> sum_of(const Values& values) {
    if (std::holds_alternative<double>(values.front())) {
        const double sum = sum_of_real(values);
        return std::isfinite(sum) ? std::optional<OutputValue>(sum) : std::nullopt;
    }
    const Wide sum = sum_of_whole(values);
    if (sum < std::numeric_limits<std::int64_t>::min() ||
        sum > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return static_cast<std::int64_t>(sum);
}

double mean_of(const Values& values) {
    const auto count = static_cast<double>(values.size());
    if (std::holds_alternative<std::int64_t>(values.front()))
        return static_cast<double>(sum_of_whole(values)) / count;
    return sum_of_real(values) / count;
}

std::string text_of(const OutputValue& value) {
    if (const auto* const whole = std::get_if<std::int64_t>(&value))
        return fmt::to_string(*whole);
    if (const auto* const real = std::get_if<double>(&value))
        return fmt::to_string(*real);
    return std::get<std::string>(value);
}

std::string concatenated(const Values& values) {
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (i == 0 || values[i] != values[i - 1])
            text += (i == 0 ? "" : ", ") + text_of(values[i]);
    return text;
}

/// Nothing when its type has no room for it. Precondition: there are values.
std::optional<OutputValue> aggregate(AggregateFunction function, const Values& values) {
    switch (function) {
    case AggregateFunction::Keep:
        return values.front() == values.back() ? values.front() : OutputValue();
    case AggregateFunction::Count:
        return static_cast<std::int64_t>(values.size());
    case AggregateFunction::Sum:
        return sum_of(values);
    case AggregateFunction::Mean: {
        const double mean = mean_of(values);
        return std::isfinite(mean) ? std::optional<OutputValue>(mean) : std::nullopt;
    }
    case AggregateFunction::Min:
        return values.front();
    case AggregateFunction::Max:
        return values.back();
    case AggregateFunction::Concat:
        break;
    }
    return concatenated(values);
}

/// How it was asked for.
std::string text_of(const Aggregate& aggregate) {
    return fmt::format("{}:{}", name_of(aggregate.function), aggregate.field);
}

OutputField field_of(AggregateFunction function, const OutputField& field) {
    if (function == AggregateFunction::Keep)
        return field;
    OutputField result{.name = fmt::format("{}_{}", name_of(function), field.name),
                       .type = field.type};
    if (function == AggregateFunction::Min || function == AggregateFunction::Max)
        result.meaning = field.meaning;
    if (function == AggregateFunction::Count)
        result.type = Type::Integer;
    else if (function == AggregateFunction::Mean)
        result.type = Type::Real;
    else if (function == AggregateFunction::Concat)
        result.type = Type::Text;
    return result;
}

} // namespace

Aggregate parse_aggregate(std::string_view text, std::string_view option) {
    const auto colon = text.find(':');
    const std::string function = in_lower_case(std::string(text.substr(0, colon)));
    const auto* const found =
        std::find_if(kFunctions.begin(), kFunctions.end(),
                     [&](const FunctionName& one) { return one.name == function; });
    const std::string usage = "write FUNCTION:FIELD, as in sum:inwoners; functions are sum, mean, "
                              "min, max, count and concat";
    if (colon == std::string_view::npos || colon + 1 == text.size())
        throw UsageError(fmt::format("{} {}: has no function and field", option, text), usage);
    if (found == kFunctions.end())
        throw UsageError(fmt::format("{} {}: there is no such function", option, text), usage);
    return {found->function, std::string(text.substr(colon + 1))};
}

Aggregation::Aggregation(std::vector<Aggregate> aggregates, io::AttributeTable table,
                         SourceRef source)
    : table_(std::move(table)), source_(std::move(source)) {
    std::vector<std::string> names;
    for (const OutputField& field : table_.fields)
        names.push_back(field.name);
    const io::FieldNames fields(std::move(names), source_);
    for (Aggregate& aggregate : aggregates) {
        const std::size_t place = fields.require(aggregate.field);
        if (is_of_numbers(aggregate.function) && table_.fields[place].type == Type::Text)
            throw InputError(fmt::format("{}: {}: the field holds texts, not numbers",
                                         to_text(source_), text_of(aggregate)),
                             "a .csvt file beside delimited text says which fields hold numbers; "
                             "texts have min, max, count and concat");
        columns_.push_back({.aggregate = std::move(aggregate), .place = place});
    }
}

std::vector<OutputField> Aggregation::fields() const {
    std::vector<OutputField> fields;
    for (const Column& column : columns_)
        fields.push_back(field_of(column.aggregate.function, table_.fields[column.place]));
    return fields;
}

Values Aggregation::values_in(const Column& column,
                              std::span<const layer::FeatureId> features) const {
    Values values;
    for (const layer::FeatureId feature : features)
        if (const OutputValue& value = table_.rows[index(feature)][column.place]; is_there(value))
            values.push_back(without_sign_of_zero(value));
    std::sort(values.begin(), values.end());
    return values;
}

Values Aggregation::values(const std::string& group, std::span<const layer::FeatureId> features) {
    ++groups_;
    Values row;
    for (Column& column : columns_) {
        const AggregateFunction function = column.aggregate.function;
        const Values values = values_in(column, features);
        if (values.empty() && function != AggregateFunction::Count) {
            row.emplace_back();
            continue;
        }
        auto value = aggregate(function, values);
        if (!value)
            throw InputError(fmt::format("{}: {} of {}: there is no room for it in 64 bits",
                                         to_text(source_), text_of(column.aggregate), group),
                             "are these amounts, and not codes?");
        if (function == AggregateFunction::Keep && !is_there(*value) &&
            column.differing_groups++ == 0)
            column.first_differing = group;
        row.push_back(std::move(*value));
    }
    return row;
}

void Aggregation::report(std::vector<Finding>& findings) const {
    for (const Column& column : columns_)
        if (column.differing_groups > 0)
            findings.push_back({.number = FindingNumber::MembersDiffer,
                                .values = {{"field", table_.fields[column.place].name},
                                           {"count", fmt::to_string(column.differing_groups)},
                                           {"groups", fmt::to_string(groups_)},
                                           {"group", column.first_differing}},
                                .source = source_});
}

} // namespace regio::project
