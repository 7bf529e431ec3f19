#include "io/likely_uses.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <initializer_list>

namespace regio::io {

namespace {

constexpr std::size_t kShortestName = 4;

/// Answers questions about the fields of one layer.
class Fields {
public:
    explicit Fields(const LayerDescription& layer) : layer_(layer) {}

    /// The field that is guessed for the role; null when there is none.
    [[nodiscard]] const FieldDescription* field(FieldRole role) const {
        const auto place = layer_.roles.find(role);
        return place == layer_.roles.end() ? nullptr : &layer_.fields[place->second];
    }

    [[nodiscard]] bool has(FieldRole role) const { return field(role) != nullptr; }

    [[nodiscard]] bool has_municipality_codes() const {
        const auto* const code = field(FieldRole::MunicipalityCode);
        return code != nullptr && layer_.rows > 0 && 10 * code->nis_codes >= 9 * layer_.rows;
    }

    [[nodiscard]] bool has_each_municipality_once() const {
        return has_municipality_codes() && !field(FieldRole::MunicipalityCode)->repeats;
    }

    /// Two or three letters, as VL, are a code of something else.
    [[nodiscard]] bool has_region_names() const {
        const auto* const name = field(FieldRole::RegionName);
        return name != nullptr && name->filled > 0 &&
               std::all_of(name->samples.begin(), name->samples.end(), [](const auto& sample) {
                   return display_width(sample) >= kShortestName;
               });
    }

    /// Those of the roles for which there is a field that is not read in an earlier one.
    [[nodiscard]] std::vector<FieldRole> present(std::initializer_list<FieldRole> roles) const {
        std::vector<FieldRole> found;
        std::vector<const FieldDescription*> taken;
        for (const auto role : roles) {
            const auto* const candidate = field(role);
            if (candidate == nullptr ||
                std::find(taken.begin(), taken.end(), candidate) != taken.end())
                continue;
            taken.push_back(candidate);
            found.push_back(role);
        }
        return found;
    }

private:
    const LayerDescription& layer_;
};

bool is_municipalities(const Fields& fields) {
    return fields.has_each_municipality_once();
}

bool is_regions(const Fields& fields) {
    return fields.has_each_municipality_once() &&
           (fields.has(FieldRole::RegionCode) || fields.has_region_names());
}

/// A name beside a code is as likely the municipality's, as the reader of lists has it.
bool is_partnerships(const Fields& fields) {
    const auto* const id = fields.field(FieldRole::PartnershipId);
    const auto* const member_name = fields.field(FieldRole::MunicipalityName);
    const auto* const name = fields.field(FieldRole::PartnershipName);
    const auto* const partnership = id != nullptr ? id : name;
    if (partnership == nullptr || !partnership->repeats || (id == nullptr && name == member_name))
        return false;
    const bool has_member_names =
        member_name != nullptr && member_name != id && member_name != name;
    return fields.has_municipality_codes() || has_member_names;
}

bool is_mergers(const Fields& fields) {
    return fields.has(FieldRole::OldCode) && fields.has(FieldRole::NewCode) &&
           fields.has(FieldRole::MergerDate);
}

} // namespace

std::vector<LikelyUse> likely_uses(const LayerDescription& layer) {
    using enum FieldRole;
    const Fields fields(layer);
    std::vector<LikelyUse> uses;
    const auto add = [&](LayerUse use, std::initializer_list<FieldRole> roles) {
        uses.push_back({.use = use, .roles = fields.present(roles)});
    };
    if (is_municipalities(fields))
        add(LayerUse::Municipalities, {MunicipalityCode, MunicipalityName, Inhabitants});
    if (is_regions(fields))
        add(LayerUse::Regions, {RegionCode, RegionName, MunicipalityCode});
    if (is_partnerships(fields))
        add(LayerUse::Partnerships,
            {PartnershipId, PartnershipName, Kind, Status, Sector, Founded, MunicipalityCode,
             MunicipalityName, MemberKind, MemberFrom, MemberTo});
    if (is_mergers(fields))
        add(LayerUse::Mergers, {OldCode, OldName, NewCode, NewName, MergerDate});
    if (layer.geometry == DescribedGeometry::Polygons && !is_municipalities(fields))
        add(LayerUse::DrawnAreas, {});
    return uses;
}

} // namespace regio::io
