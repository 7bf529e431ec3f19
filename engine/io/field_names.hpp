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

    /// The place of a field by its exact name, else by its name key, else by the first ten
    /// characters, to which a Shapefile cuts its names. Nothing when it is not there. Throws
    /// InputError when several fields answer to the name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

    /// The place of a field that must be there. Throws InputError with the fields there are.
    [[nodiscard]] std::size_t require(std::string_view name) const;

private:
    template <typename Answers>
    [[nodiscard]] std::optional<std::size_t> only(std::string_view name,
                                                  const Answers& answers) const;

    std::vector<std::string> names_;
    SourceRef source_;
};

} // namespace regio::io
