#include "project/options.hpp"

#include "base/name_key.hpp"

#include <filesystem>

namespace regio::project {

std::optional<Language> parse_language(std::string_view text) {
    if (text == "nl")
        return Language::Dutch;
    if (text == "en")
        return Language::English;
    return std::nullopt;
}

registry::AreaUnit area_unit_of_field(std::string_view field) {
    const std::string key = name_key(field);
    if (key.ends_with("km2"))
        return registry::AreaUnit::SquareKilometre;
    if (key.ends_with("ha"))
        return registry::AreaUnit::Hectare;
    return registry::AreaUnit::SquareMetre;
}

std::string default_list_name(const io::PartnershipsSource& source) {
    if (!source.kind_is.empty())
        return source.kind_is;
    return std::filesystem::path(source.table.source.file).stem().string();
}

} // namespace regio::project
