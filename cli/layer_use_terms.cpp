#include "cli/layer_use_terms.hpp"

namespace regio::cli {

namespace {

using io::FieldRole;
using io::LayerUse;

std::string_view municipality_flag(FieldRole role) {
    switch (role) {
    case FieldRole::MunicipalityCode:
        return "--municipality-code";
    case FieldRole::MunicipalityName:
        return "--municipality-name";
    case FieldRole::Inhabitants:
        return "--inhabitants";
    default:
        return {};
    }
}

std::string_view region_flag(FieldRole role) {
    switch (role) {
    case FieldRole::RegionCode:
        return "--region-code";
    case FieldRole::RegionName:
        return "--region-name";
    case FieldRole::MunicipalityCode:
        return "--region-member";
    default:
        return {};
    }
}

std::string_view partnership_flag(FieldRole role) {
    switch (role) {
    case FieldRole::PartnershipId:
        return "--partnership-id";
    case FieldRole::PartnershipName:
        return "--partnership-name";
    case FieldRole::Kind:
        return "--partnership-kind";
    case FieldRole::MunicipalityCode:
        return "--member";
    case FieldRole::MunicipalityName:
        return "--member-name";
    default:
        return {};
    }
}

} // namespace

report::Term term_of(LayerUse use) {
    switch (use) {
    case LayerUse::Municipalities:
        return {"municipalities", "gemeenten", "municipalities"};
    case LayerUse::Regions:
        return {"regions", "lijst van regio's", "list of regions"};
    case LayerUse::Partnerships:
        return {"partnerships", "ledenlijst van samenwerkingsverbanden",
                "member list of partnerships"};
    case LayerUse::Mergers:
        return {"mergers", "lijst van fusies", "list of mergers"};
    case LayerUse::DrawnAreas:
        return {"drawn_areas", "getekende gebieden", "drawn areas"};
    }
    return {};
}

report::Term term_of(FieldRole role) {
    switch (role) {
    case FieldRole::MunicipalityCode:
        return {"municipality_code", "code van gemeente", "code of municipality"};
    case FieldRole::MunicipalityName:
        return {"municipality_name", "naam van gemeente", "name of municipality"};
    case FieldRole::Inhabitants:
        return {"inhabitants", "inwoners", "inhabitants"};
    case FieldRole::RegionCode:
        return {"region_code", "code van regio", "code of region"};
    case FieldRole::RegionName:
        return {"region_name", "naam van regio", "name of region"};
    case FieldRole::PartnershipId:
        return {"partnership_id", "id van verband", "id of partnership"};
    case FieldRole::PartnershipName:
        return {"partnership_name", "naam van verband", "name of partnership"};
    case FieldRole::Kind:
        return {"partnership_kind", "soort verband", "kind of partnership"};
    case FieldRole::Status:
        return {"partnership_status", "status van verband", "status of partnership"};
    case FieldRole::Sector:
        return {"partnership_sector", "sector van verband", "sector of partnership"};
    case FieldRole::Founded:
        return {"partnership_founded", "oprichting van verband", "founding of partnership"};
    case FieldRole::MemberKind:
        return {"member_kind", "soort lid", "kind of member"};
    case FieldRole::MemberFrom:
        return {"member_from", "lid vanaf", "member from"};
    case FieldRole::MemberTo:
        return {"member_to", "lid tot", "member until"};
    case FieldRole::OldCode:
        return {"old_code", "code voor de fusie", "code before merger"};
    case FieldRole::OldName:
        return {"old_name", "naam voor de fusie", "name before merger"};
    case FieldRole::NewCode:
        return {"new_code", "code na de fusie", "code after merger"};
    case FieldRole::NewName:
        return {"new_name", "naam na de fusie", "name after merger"};
    case FieldRole::MergerDate:
        return {"merger_date", "datum van de fusie", "date of merger"};
    }
    return {};
}

std::string_view flag_of(LayerUse use) {
    switch (use) {
    case LayerUse::Municipalities:
        return "--municipalities";
    case LayerUse::Regions:
        return "--regions";
    case LayerUse::Partnerships:
        return "--partnerships";
    case LayerUse::Mergers:
        return "--mergers";
    case LayerUse::DrawnAreas:
        break;
    }
    return {};
}

std::string_view flag_of(LayerUse use, FieldRole role) {
    switch (use) {
    case LayerUse::Municipalities:
        return municipality_flag(role);
    case LayerUse::Regions:
        return region_flag(role);
    case LayerUse::Partnerships:
        return partnership_flag(role);
    case LayerUse::Mergers:
    case LayerUse::DrawnAreas:
        break;
    }
    return {};
}

} // namespace regio::cli
