#pragma once

#include "base/source_ref.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regio::io {

/// The fields of a table or layer, found by name.
class FieldNames {
public:
    FieldNames() = default;
    /// `source` names the table in messages.
    FieldNames(std::vector<std::string> names, SourceRef source)
        : names_(std::move(names)), source_(std::move(source)) {}

    [[nodiscard]] const std::vector<std::string>& all() const noexcept { return names_; }
    [[nodiscard]] const SourceRef& source() const noexcept { return source_; }

    /// "there are: nis, naam", for hints.
    [[nodiscard]] std::string listed() const;

    /// The places of the fields that answer to a name: those with exactly this name, else those
    /// with its name key, else those with its first ten characters, to which a Shapefile cuts its
    /// names.
    [[nodiscard]] std::vector<std::size_t> matches(std::string_view name) const;

    /// The place of the one field that answers to the name; nothing when none does. Throws
    /// InputError when several do.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

    /// The place of a field that must be there. Throws InputError with the fields there are.
    [[nodiscard]] std::size_t require(std::string_view name) const;

private:
    std::vector<std::string> names_;
    SourceRef source_;
};

} // namespace regio::io
