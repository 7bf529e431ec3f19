#pragma once

#include "base/date.hpp"

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regio {

/// Throws InputError "FILE: line N: what" with the hint for what is no TOML.
[[nodiscard]] toml::table parse_toml(const std::string& text, const std::string& file,
                                     const std::string& hint);

/// A table of a TOML file that is read strictly: every key must be asked for before finish(), and
/// have the type that is asked for. Errors are InputError with file and line.
class TomlSection {
public:
    /// `table` must outlive the object; `name` is for messages.
    TomlSection(const toml::table& table, std::string name, std::string file);

    [[nodiscard]] bool has(std::string_view key) { return node(key) != nullptr; }
    [[nodiscard]] bool is_text(std::string_view key);
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::string text_or_empty(std::string_view key);
    [[nodiscard]] std::string required_text(std::string_view key);
    /// A text, or an array of texts.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// A date, or a text that is one.
    [[nodiscard]] std::optional<Date> date(std::string_view key);
    [[nodiscard]] std::optional<bool> boolean(std::string_view key);
    /// A whole number or one with decimals.
    [[nodiscard]] std::optional<double> number(std::string_view key);
    /// A number, or an array of numbers; empty when the key is absent.
    [[nodiscard]] std::vector<double> numbers(std::string_view key);
    /// Nothing when the key is absent or holds something else than a table.
    [[nodiscard]] std::optional<TomlSection> table_if(std::string_view key);
    /// Like table_if(), but something else than a table is an error.
    [[nodiscard]] std::optional<TomlSection> table(std::string_view key);
    /// One table, or an array of them.
    [[nodiscard]] std::vector<TomlSection> tables(std::string_view key);
    /// All keys of the table.
    [[nodiscard]] std::vector<std::string> keys() const;

    /// The keys that were not asked for.
    [[nodiscard]] std::vector<std::string> unknown_keys() const;

    /// Throws for a key that is not known, with the nearest of those that were asked for.
    [[noreturn]] void refuse_unknown(std::string_view key) const;

    /// Throws for the first key that was not asked for.
    void finish() const;

    /// Throws InputError "FILE: line N: [section] key: what".
    [[noreturn]] void fail(std::string_view key, std::string_view what,
                           const std::string& hint = {}) const;

private:
    [[nodiscard]] const toml::node* node(std::string_view key);

    const toml::table& table_;
    std::string name_;
    std::string file_;
    std::set<std::string, std::less<>> asked_;
};

} // namespace regio
