#include "io/field_names.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"

#include <fmt/format.h>

namespace regio::io {

namespace {

constexpr std::size_t kShapefileNameLength = 10;

template <typename Answers>
std::vector<std::size_t> places_of(const std::vector<std::string>& names, const Answers& answers) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (answers(names[i]))
            places.push_back(i);
    return places;
}

} // namespace

std::vector<std::size_t> FieldNames::matches(std::string_view name) const {
    const std::string key = name_key(name);
    const auto is_same = [&](const std::string& field) { return field == name; };
    const auto has_key = [&](const std::string& field) {
        return !key.empty() && name_key(field) == key;
    };
    const auto is_cut = [&](const std::string& field) {
        return field.size() == kShapefileNameLength && key.starts_with(name_key(field)) &&
               !name_key(field).empty();
    };
    auto places = places_of(names_, is_same);
    if (places.empty())
        places = places_of(names_, has_key);
    return places.empty() ? places_of(names_, is_cut) : places;
}

std::optional<std::size_t> FieldNames::find(std::string_view name) const {
    const auto places = matches(name);
    if (places.size() > 1)
        throw InputError(fmt::format("{}: has several fields \"{}\"", to_text(source_), name),
                         "rename one of them");
    return places.empty() ? std::nullopt : std::optional(places.front());
}

std::string FieldNames::listed() const {
    return names_.empty() ? "it has no fields at all; of a Shapefile, is the .dbf beside it?"
                          : fmt::format("there are: {}", fmt::join(names_, ", "));
}

std::size_t FieldNames::require(std::string_view name) const {
    if (const auto place = find(name))
        return *place;
    throw InputError(fmt::format("{}: has no field \"{}\"", to_text(source_), name), listed());
}

} // namespace regio::io
