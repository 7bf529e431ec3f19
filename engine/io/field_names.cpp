#include "io/field_names.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"

#include <fmt/format.h>

namespace regio::io {

namespace {

constexpr std::size_t kShapefileNameLength = 10;

} // namespace

template <typename Answers>
std::optional<std::size_t> FieldNames::only(std::string_view name, const Answers& answers) const {
    std::optional<std::size_t> place;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (!answers(names_[i]))
            continue;
        if (place)
            throw InputError(fmt::format("{}: has several fields \"{}\"", to_text(source_), name),
                             "rename one of them");
        place = i;
    }
    return place;
}

std::optional<std::size_t> FieldNames::find(std::string_view name) const {
    if (const auto exact = only(name, [&](const std::string& field) { return field == name; }))
        return exact;
    const std::string key = name_key(name);
    if (key.empty())
        return std::nullopt;
    if (const auto same = only(name, [&](const auto& field) { return name_key(field) == key; }))
        return same;
    return only(name, [&](const std::string& field) {
        return field.size() == kShapefileNameLength && key.starts_with(name_key(field)) &&
               !name_key(field).empty();
    });
}

std::size_t FieldNames::require(std::string_view name) const {
    if (const auto place = find(name))
        return *place;
    throw InputError(fmt::format("{}: has no field \"{}\"", to_text(source_), name),
                     names_.empty() ? "it has no fields at all"
                                    : fmt::format("there are: {}", fmt::join(names_, ", ")));
}

} // namespace regio::io
