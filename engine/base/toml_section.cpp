#include "base/toml_section.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"

#include <fmt/format.h>

namespace regio {

namespace {

std::optional<Date> checked(const toml::date& date) {
    return parse_date(fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day));
}

} // namespace

toml::table parse_toml(const std::string& text, const std::string& file, const std::string& hint) {
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& fault) {
        throw InputError(
            fmt::format("{}: line {}: {}", file, fault.source().begin.line, fault.description()),
            hint);
    }
}

TomlSection::TomlSection(const toml::table& table, std::string name, std::string file)
    : table_(table), name_(std::move(name)), file_(std::move(file)) {}

bool TomlSection::is_text(std::string_view key) {
    const auto* found = node(key);
    return found != nullptr && found->is_string();
}

std::optional<std::string> TomlSection::text(std::string_view key) {
    const auto* found = node(key);
    if (found == nullptr)
        return std::nullopt;
    if (const auto* value = found->as_string())
        return value->get();
    fail(key, "is not a text", "write it between quotes");
}

std::string TomlSection::text_or_empty(std::string_view key) {
    return text(key).value_or("");
}

std::string TomlSection::required_text(std::string_view key) {
    if (auto value = text(key); value && !value->empty())
        return *std::move(value);
    fail(key, "is missing");
}

std::vector<std::string> TomlSection::texts(std::string_view key) {
    const auto* found = node(key);
    if (found == nullptr)
        return {};
    if (const auto* value = found->as_string())
        return {value->get()};
    const auto* array = found->as_array();
    if (array == nullptr)
        fail(key, "is not a list of texts");
    std::vector<std::string> values;
    for (const auto& element : *array) {
        const auto* value = element.as_string();
        if (value == nullptr)
            fail(key, "is not a list of texts", "write each between quotes");
        values.push_back(value->get());
    }
    return values;
}

std::optional<Date> TomlSection::date(std::string_view key) {
    const auto* found = node(key);
    if (found == nullptr)
        return std::nullopt;
    std::optional<Date> value;
    if (const auto* date = found->as_date())
        value = checked(date->get());
    else if (const auto* date_time = found->as_date_time())
        value = checked(date_time->get().date);
    else if (const auto* text_value = found->as_string())
        value = parse_date(text_value->get());
    if (!value)
        fail(key, "is not a date", "write it as 2024-12-31, without quotes");
    return value;
}

std::optional<bool> TomlSection::boolean(std::string_view key) {
    const auto* found = node(key);
    if (found == nullptr)
        return std::nullopt;
    if (const auto* value = found->as_boolean())
        return value->get();
    fail(key, "is neither true nor false");
}

std::optional<double> TomlSection::number(std::string_view key) {
    const auto* found = node(key);
    if (found == nullptr)
        return std::nullopt;
    if (found->is_number())
        return found->value<double>();
    fail(key, "is not a number");
}

std::vector<double> TomlSection::numbers(std::string_view key) {
    const auto* found = node(key);
    if (found == nullptr)
        return {};
    const auto* array = found->as_array();
    if (array == nullptr)
        return {*number(key)};
    std::vector<double> values;
    for (const auto& element : *array) {
        if (!element.is_number())
            fail(key, "is not a list of numbers");
        values.push_back(*element.value<double>());
    }
    return values;
}

std::optional<TomlSection> TomlSection::table_if(std::string_view key) {
    const auto* found = node(key);
    if (found == nullptr || found->as_table() == nullptr)
        return std::nullopt;
    return TomlSection(*found->as_table(),
                       name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key), file_);
}

std::optional<TomlSection> TomlSection::table(std::string_view key) {
    auto section = table_if(key);
    if (!section && has(key))
        fail(key, "is not a table");
    return section;
}

std::vector<TomlSection> TomlSection::tables(std::string_view key) {
    const auto* found = node(key);
    std::vector<TomlSection> sections;
    if (found == nullptr)
        return sections;
    if (const auto* one = found->as_table()) {
        sections.emplace_back(*one, std::string(key), file_);
        return sections;
    }
    const auto* array = found->as_array();
    if (array == nullptr)
        fail(key, "is not a table");
    for (const auto& element : *array) {
        if (!element.is_table())
            fail(key, "is not a table");
        sections.emplace_back(*element.as_table(), std::string(key), file_);
    }
    return sections;
}

std::vector<std::string> TomlSection::keys() const {
    std::vector<std::string> result;
    for (const auto& [key, value] : table_)
        result.emplace_back(key.str());
    return result;
}

std::vector<std::string> TomlSection::unknown_keys() const {
    std::vector<std::string> unknown;
    for (const auto& [key, value] : table_)
        if (!asked_.contains(key.str()))
            unknown.emplace_back(key.str());
    return unknown;
}

void TomlSection::refuse_unknown(std::string_view key) const {
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    const auto near = nearest_names(key, known, 1);
    fail(key, "is not a key that is known here",
         near.empty() ? fmt::format("known are: {}", fmt::join(known, ", "))
                      : fmt::format("did you mean {}?", near.front()));
}

void TomlSection::finish() const {
    if (const auto unknown = unknown_keys(); !unknown.empty())
        refuse_unknown(unknown.front());
}

void TomlSection::fail(std::string_view key, std::string_view what, const std::string& hint) const {
    const auto* found = table_.get(key);
    const auto line = found != nullptr ? found->source().begin.line : table_.source().begin.line;
    const std::string section = name_.empty() ? std::string() : fmt::format("[{}] ", name_);
    throw InputError(fmt::format("{}: line {}: {}{} {}", file_, line, section, key, what), hint);
}

const toml::node* TomlSection::node(std::string_view key) {
    asked_.emplace(key);
    return table_.get(key);
}

} // namespace regio
