#include "io/fields.hpp"

#include "base/error.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <array>

namespace regio::io {

namespace {

template <std::size_t N>
using Names = std::array<std::string_view, N>;

constexpr Names<9> kMunicipalityCode = {"nis",         "niscode", "nis5",
                                        "refnis",      "codenis", "gemeentecode",
                                        "nisgemeente", "code",    "municipality"};
constexpr Names<8> kMunicipalityName = {"gemeente",     "gemeentenaam", "naamgemeente", "lid",
                                        "municipality", "membername",   "naam",         "name"};
constexpr Names<4> kInhabitants = {"inwoners", "inhabitants", "bevolking", "population"};
constexpr Names<6> kRegionCode = {
    "refregcode", "referentieregiocode", "regioncode", "regiocode", "refreg", "coderegio"};
constexpr Names<6> kRegionName = {
    "refregname", "referentieregionaam", "referentieregio", "regionname", "regio", "region"};
constexpr Names<11> kPartnershipId = {
    "igskbo",  "ondernemingsnummer", "kbo",         "kbonummer", "kbonr", "ovo",
    "ovocode", "partnershipid",      "partnership", "nummer",    "id"};
constexpr Names<8> kPartnershipName = {"igsname",
                                       "igsnaam",
                                       "samenwerkingsverband",
                                       "naamsamenwerkingsverband",
                                       "partnershipname",
                                       "vereniging",
                                       "naam",
                                       "name"};
constexpr Names<8> kKind = {"igsclass", "juridischevorm", "rechtsvorm", "vorm",
                            "soort",    "kind",           "type",       "typesamenwerkingsverband"};
constexpr Names<2> kStatus = {"status", "toestand"};
constexpr Names<2> kSector = {"sector", "domein"};
constexpr Names<4> kFounded = {"oprichtingsdatum", "opgericht", "founded", "oprichting"};
constexpr Names<4> kMemberKind = {"memberkind", "soortlid", "typelid", "lidsoort"};
constexpr Names<4> kMemberFrom = {"lidsinds", "van", "from", "begindatum"};
constexpr Names<5> kMemberTo = {"lidtot", "tot", "totenmet", "to", "einddatum"};
constexpr Names<4> kOldCode = {"oldnis", "oldcode", "oudenis", "oudecode"};
constexpr Names<3> kOldName = {"oldname", "oudenaam", "oudegemeente"};
constexpr Names<4> kNewCode = {"newnis", "newcode", "nieuwenis", "nieuwecode"};
constexpr Names<3> kNewName = {"newname", "nieuwenaam", "nieuwegemeente"};
constexpr Names<4> kMergerDate = {"date", "effectivedate", "datum", "ingangsdatum"};

} // namespace

std::span<const FieldRole> all_roles() {
    using enum FieldRole;
    static constexpr std::array kAll = {
        MunicipalityCode, MunicipalityName, Inhabitants, RegionCode, RegionName,
        PartnershipId,    PartnershipName,  Kind,        Status,     Sector,
        Founded,          MemberKind,       MemberFrom,  MemberTo,   OldCode,
        OldName,          NewCode,          NewName,     MergerDate};
    return kAll;
}

std::span<const std::string_view> guesses(FieldRole role) {
    switch (role) {
    case FieldRole::MunicipalityCode:
        return kMunicipalityCode;
    case FieldRole::MunicipalityName:
        return kMunicipalityName;
    case FieldRole::Inhabitants:
        return kInhabitants;
    case FieldRole::RegionCode:
        return kRegionCode;
    case FieldRole::RegionName:
        return kRegionName;
    case FieldRole::PartnershipId:
        return kPartnershipId;
    case FieldRole::PartnershipName:
        return kPartnershipName;
    case FieldRole::Kind:
        return kKind;
    case FieldRole::Status:
        return kStatus;
    case FieldRole::Sector:
        return kSector;
    case FieldRole::Founded:
        return kFounded;
    case FieldRole::MemberKind:
        return kMemberKind;
    case FieldRole::MemberFrom:
        return kMemberFrom;
    case FieldRole::MemberTo:
        return kMemberTo;
    case FieldRole::OldCode:
        return kOldCode;
    case FieldRole::OldName:
        return kOldName;
    case FieldRole::NewCode:
        return kNewCode;
    case FieldRole::NewName:
        return kNewName;
    case FieldRole::MergerDate:
        return kMergerDate;
    }
    return {};
}

std::optional<std::size_t> find_field(const FieldNames& fields, const std::string& wanted,
                                      FieldRole role) {
    if (!wanted.empty())
        return fields.require(wanted);
    for (const auto guess : guesses(role))
        if (const auto place = fields.find(guess))
            return place;
    return std::nullopt;
}

std::string_view cell(const Table& table, std::optional<std::size_t> field) {
    return field ? registry::trimmed(table.cell(*field)) : std::string_view();
}

void throw_no_field(const FieldNames& fields, std::string_view what, std::string_view hint) {
    throw InputError(fmt::format("{}: no field holds {}", to_text(fields.source()), what),
                     fmt::format("{}; {}", hint, fields.listed()));
}

} // namespace regio::io
