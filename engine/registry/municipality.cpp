#include "registry/municipality.hpp"

#include "base/contract.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::registry {

namespace {

bool same_data(const Municipality& one, const Municipality& other) {
    return one.name == other.name && one.figures == other.figures;
}

[[noreturn]] void throw_contradiction(const Municipality& one, const Municipality& other) {
    throw InputError(fmt::format("{}: municipality {} stands twice with different data: {} in row "
                                 "{}, {} in row {}",
                                 one.source.file, one.code, one.name, one.source.fid, other.name,
                                 other.source.fid),
                     "keep the right row; for several dates use a [[municipalities]] block each");
}

} // namespace

MunicipalityTable::MunicipalityTable(std::vector<Municipality> municipalities, Period period,
                                     const SourceRef& source, std::vector<Finding>& findings)
    : period_(period) {
    if (municipalities.empty())
        throw InputError(to_text(source) + ": holds no municipality",
                         "give a table with a row for each municipality");
    std::stable_sort(municipalities.begin(), municipalities.end(),
                     [](const auto& a, const auto& b) { return a.code < b.code; });
    for (auto& municipality : municipalities) {
        if (municipalities_.empty() || municipalities_.back().code != municipality.code) {
            municipalities_.push_back(std::move(municipality));
            continue;
        }
        if (!same_data(municipalities_.back(), municipality))
            throw_contradiction(municipalities_.back(), municipality);
        findings.push_back({.number = FindingNumber::MunicipalityTwice,
                            .values = {{"name", municipality.name}, {"nis", municipality.code}},
                            .source = municipality.source});
    }
}

const Municipality& MunicipalityTable::operator[](MunicipalityIndex index) const {
    const auto place = static_cast<std::size_t>(index);
    REGIO_EXPECTS(place < municipalities_.size());
    return municipalities_[place];
}

std::optional<MunicipalityIndex> MunicipalityTable::find(std::string_view code) const {
    const auto found =
        std::lower_bound(municipalities_.begin(), municipalities_.end(), code,
                         [](const Municipality& m, std::string_view c) { return m.code < c; });
    if (found == municipalities_.end() || found->code != code)
        return std::nullopt;
    return static_cast<MunicipalityIndex>(found - municipalities_.begin());
}

void MunicipalityTable::set_measured_area(MunicipalityIndex index, Area area) {
    Figures& figures = municipalities_[static_cast<std::size_t>(index)].figures;
    if (figures.area)
        return;
    figures.area = area;
    figures.area_source = AreaSource::Polygons;
}

std::string name_and_code(const Municipality& municipality) {
    return fmt::format("{} ({})", municipality.name, municipality.code);
}

} // namespace regio::registry
