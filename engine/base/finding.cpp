#include "base/finding.hpp"

#include "base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regio {

namespace {

using enum FindingNumber;
using enum Severity;

constexpr std::array kCatalogue = std::to_array<FindingKind>({
    {MunicipalityTwice, Info, "municipality-twice",
     "{name} ({nis}) staat twee keer in de gemeentetabel, met dezelfde gegevens",
     "{name} ({nis}) stands twice in the table of municipalities, with the same data"},
    {MunicipalityWithoutRegion, Info, "municipality-without-region",
     "gemeenten in geen referentieregio ({count#}): {names*}",
     "municipalities in no reference region ({count#}): {names*}"},
    {FigureUnreadable, Warning, "figure-unreadable", "{field} van {nis} is geen getal: \"{text}\"",
     "{field} of {nis} is not a number: \"{text}\""},
    {MunicipalityWithoutCode, Warning, "municipality-without-code",
     "rijen zonder gemeentecode, overgeslagen: {count#}", "rows without a code, skipped: {count#}"},
    {MunicipalityDatesMixed, Warning, "municipality-dates-mixed",
     "de gemeentetabel mengt codes van verschillende data: {codes*}",
     "the table of municipalities mixes codes of different dates: {codes*}"},

    {RegionMemberTwice, Warning, "region-member-twice",
     "{name} staat twee keer in de regiolijst, telkens in {region}",
     "{name} stands twice in the list of regions, each time in {region}"},
    {RegionMemberUnknown, Warning, "region-member-unknown",
     "gemeenten van de regiolijst die op {as_of} niet bestaan ({count#}), hun regio is nergens "
     "volledig: {names*}",
     "municipalities of the list of regions that do not exist on {as_of} ({count#}), nothing "
     "covers their region whole: {names*}"},
    {RegionsCarried, Info, "regions-carried",
     "de regiolijst is van {dated} en is overgedragen naar {as_of}: {changes*}",
     "the list of regions is of {dated} and was carried over to {as_of}: {changes*}"},
    {RegionNamedTwice, Warning, "region-named-twice",
     "regio {code} heet \"{name}\" en ook \"{other}\"; de eerste naam geldt",
     "region {code} is called \"{name}\" and also \"{other}\"; the first name counts"},
    {RegionRowIncomplete, Warning, "region-row-incomplete",
     "rijen zonder regio of zonder gemeente, overgeslagen: {count#}",
     "rows without a region or without a municipality, skipped: {count#}"},

    {RegionsLaterThanQuestion, Warning, "regions-later-than-question",
     "de regiolijst is van {dated}; hoe de regio's op {as_of} waren, is niet bekend",
     "the list of regions is of {dated}; what the regions were on {as_of} is not known"},
    {RegionByShareDoubtful, Warning, "region-by-share-doubtful",
     "gemeenten die niet duidelijk in één getekende regio liggen ({count#}): {names%}",
     "municipalities that do not clearly lie in one drawn region ({count#}): {names%}"},

    {MemberUnknown, Error, "member-unknown", "lid onbekend: {member}{nearest}",
     "member unknown: {member}{nearest}"},
    {MemberAmbiguous, Error, "member-ambiguous",
     "naam van een lid is dubbelzinnig: {member} kan {candidates} zijn",
     "name of a member is ambiguous: {member} can be {candidates}"},
    {MemberOfOtherDate, Error, "member-of-other-date",
     "code van een andere datum: {member} bestaat niet op {as_of} en geen fusie verklaart dat",
     "code of another date: {member} does not exist on {as_of} and no merger explains it"},
    {MemberOfLaterDate, Error, "member-of-later-date",
     "code van een latere datum: {member} ontstond op {date} uit {parts}; wie daarvan op {as_of} "
     "lid was, is niet bekend",
     "code of a later date: {member} was made on {date} from {parts}; which of them were members "
     "on {as_of} is not known"},
    {MemberCarried, Info, "member-carried", "overgedragen naar {as_of}: {changes*}",
     "carried over to {as_of}: {changes*}"},
    {MemberPartial, Info, "member-partial",
     "{name} ({nis}) is gedeeltelijk lid: alleen het vroegere {parts}, zonder {missing}",
     "{name} ({nis}) is a partial member: only the former {parts}, without {missing}"},
    {PartnershipWithoutMembers, Error, "partnership-without-members",
     "geen enkele gemeente als lid", "no municipality as a member"},
    {ListedTwice, Warning, "listed-twice",
     "staat twee keer in de lijst, met dezelfde leden: {first} en {second}",
     "stands twice in the list, with the same members: {first} and {second}"},
    {ListedTwiceDifferently, Error, "listed-twice-differently",
     "staat twee keer in de lijst, met verschillende leden: {first}: {first_members*}; {second}: "
     "{second_members*}",
     "stands twice in the list, with different members: {first}: {first_members*}; {second}: "
     "{second_members*}"},
    {MemberTwice, Warning, "member-twice", "twee keer als lid genoemd: {names*}",
     "named twice as a member: {names*}"},
    {MemberWithoutRegion, Error, "member-without-region",
     "{name} ({nis}) is lid en ligt in geen referentieregio",
     "{name} ({nis}) is a member and lies in no reference region"},
    {RowWithoutPartnership, Error, "row-without-partnership",
     "rijen van de lijst zonder samenwerkingsverband, overgeslagen: {count#} (betekent leeg: in "
     "geen, zeg dan none = [\"\"])",
     "rows of the list without a partnership, skipped: {count#} (if empty means in none, say none "
     "= [\"\"])"},
    {RowInNone, Info, "row-in-none", "gemeenten onder \"{value}\", dus in geen: {count#}",
     "municipalities under \"{value}\", so in none: {count#}"},
    {NameContradictsCode, Warning, "name-contradicts-code",
     "code {nis} is {name}, maar de lijst schrijft {other}; de code geldt",
     "code {nis} is {name}, but the list writes {other}; the code counts"},
    {AttributeDiffers, Warning, "attribute-differs",
     "{field} is \"{first}\" en ook \"{other}\"; de eerste waarde geldt",
     "{field} is \"{first}\" and also \"{other}\"; the first value counts"},
    {ListLaterThanQuestion, Warning, "list-later-than-question",
     "de lijst is van {dated}; wat tussen {as_of} en die dag veranderde, is niet bekend",
     "the list is of {dated}; what changed between {as_of} and that day is not known"},
    {ListDateInferred, Info, "list-date-inferred",
     "lijst zonder datum; volgens haar codes gelezen als van {dated}",
     "list without a date; read by its codes as of {dated}"},
    {MembershipDateUnreadable, Error, "membership-date-unreadable",
     "{field} van {member} is geen datum: \"{text}\"",
     "{field} of {member} is not a date: \"{text}\""},
    {SupraregionalNotAllowed, Warning, "supraregional-not-allowed",
     "valt samen met meerdere volledige referentieregio's; voor deze soort is dat niet toegelaten",
     "coincides with several whole reference regions; this kind may not"},
    {CodeNewerThanList, Info, "code-newer-than-list",
     "de lijst is van {dated}, maar {member} bestaat pas sinds {date}",
     "the list is of {dated}, but {member} exists only since {date}"},
    {ListWithoutPartnerships, Error, "list-without-partnerships",
     "de lijst bevat geen enkel samenwerkingsverband", "the list holds no partnership"},
    {PartnershipNotDescribed, Error, "partnership-not-described",
     "staat bij de leden, maar niet in de tabel die de samenwerkingsverbanden beschrijft",
     "stands with the members, but not in the table that describes the partnerships"},
    {MemberBlank, Error, "member-blank", "een rij noemt geen lid", "a row names no member"},
    {MemberKindContradicts, Warning, "member-kind-contradicts",
     "{member} is een gemeente, maar de lijst noemt het een ander soort lid; het telt niet mee",
     "{member} is a municipality, but the list calls it another kind of member; it does not count"},
    {ListDatesMixed, Warning, "list-dates-mixed",
     "lijst zonder datum, met codes van verschillende data; gelezen als van {as_of}",
     "list without a date, with codes of different dates; read as of {as_of}"},
    {DrawingIncomplete, Error, "drawing-incomplete",
     "van de {total#} vlakken van de tekening zijn er {count#} leeg of niet te lezen",
     "of the {total#} polygons of the drawing, {count#} are empty or cannot be read"},
    {DrawingBesidePolygons, Error, "drawing-beside-polygons",
     "{area#} m² van de tekening ligt in geen enkel vlak, en deze gemeenten hebben er geen: "
     "{names*}",
     "{area#} m² of the drawing lies in no polygon, and these municipalities have none: {names*}"},
    {PartialMembersDecide, Info, "partial-members-decide",
     "het oordeel hangt af van gemeenten die maar voor een deel getekend zijn: {names%}",
     "the verdict hangs on municipalities that are drawn in part only: {names%}"},
    {DrawingFragile, Warning, "drawing-fragile",
     "kwetsbaar: de tekening komt tot {depth#} m buiten {regions*}, en met de helft of het dubbele "
     "van {tolerance#} m tolerantie kan het antwoord anders zijn",
     "fragile: the drawing reaches up to {depth#} m out of {regions*}, and with half or twice the "
     "tolerance of {tolerance#} m the answer may be another"},
    {DrawingAtTolerance, Warning, "drawing-at-tolerance",
     "de tekening komt precies zo ver buiten {regions*} als de tolerantie van {tolerance#} m: of "
     "dat erbinnen of erbuiten is, valt niet te zeggen",
     "the drawing reaches exactly as far out of {regions*} as the tolerance of {tolerance#} m: "
     "whether that is within or outside cannot be told"},
    {DrawingReachesOut, Warning, "drawing-reaches-out",
     "volgens de gemeenten past het, maar de tekening komt tot {depth#} m buiten {regions*}, meer "
     "dan de tolerantie van {tolerance#} m",
     "by its municipalities it nests, but the drawing reaches up to {depth#} m out of {regions*}, "
     "more than the tolerance of {tolerance#} m"},
    {DrawingHardlyReachesOut, Warning, "drawing-hardly-reaches-out",
     "volgens de gemeenten overschrijdt het een regiogrens, maar de tekening komt nergens verder "
     "buiten {regions*} dan {depth#} m, minder dan de tolerantie van {tolerance#} m",
     "by its municipalities it crosses a region border, but the drawing reaches nowhere further "
     "out of {regions*} than {depth#} m, less than the tolerance of {tolerance#} m"},
    {ListAgainstDrawing, Warning, "list-against-drawing",
     "lijst {listed#}, tekening {drawn#} gemeenten ({list}). Alleen op de lijst: {only_listed*}; "
     "alleen getekend: {only_drawn*}; op de lijst, deels getekend: {listed_in_part%}; niet op de "
     "lijst, deels getekend: {drawn_in_part%}",
     "list {listed#}, drawing {drawn#} municipalities ({list}). Only on the list: {only_listed*}; "
     "only drawn: {only_drawn*}; on the list, drawn in part: {listed_in_part%}; not on the list, "
     "drawn in part: {drawn_in_part%}"},
    {VerdictsContradict, Warning, "verdicts-contradict",
     "de lijst ({list}) geeft een ander oordeel dan de tekening",
     "the list ({list}) gives another verdict than the drawing"},

    {GeometryMissing, Warning, "geometry-missing",
     "{name} heeft geen vlak: geen geometrie, of er blijft niets van over",
     "{name} has no polygon: no geometry, or nothing is left of it"},
    {GeometryOfOtherKind, Warning, "geometry-of-other-kind",
     "{name}: delen die geen vlak zijn, overgeslagen: {kinds*}",
     "{name}: parts that are no polygon, left out: {kinds*}"},
    {CoordinateNotFinite, Error, "coordinate-not-finite",
     "{name}: coördinaat {text} is geen getal; het hele vlak is overgeslagen",
     "{name}: coordinate {text} is no number; the whole polygon is left out"},
    {RingTooShort, Warning, "ring-too-short", "ring van {count#} punten, overgeslagen",
     "ring of {count#} points, left out"},
    {RingWithoutArea, Warning, "ring-without-area",
     "ring van {count#} punten zonder oppervlakte op het rooster, overgeslagen",
     "ring of {count#} points without area on the lattice, left out"},
    {RingCrosses, Warning, "ring-crosses",
     "{name}: randen van hetzelfde vlak kruisen elkaar bij {place}",
     "{name}: edges of one feature cross at {place}"},
    {RingDoubled, Warning, "ring-doubled",
     "{name}: randen van hetzelfde vlak lopen over elkaar bij {place}",
     "{name}: edges of one feature run over each other at {place}"},
    {RingTouches, Info, "ring-touches", "{name}: een ring raakt zichzelf bij {place}",
     "{name}: a ring touches itself at {place}"},
    {CurvesLinearised, Info, "curves-linearised",
     "vlakken met bogen, vervangen door rechte stukken die er hoogstens {tolerance#} m naast "
     "liggen: {count#}",
     "features with arcs, replaced by straight lines that are {tolerance#} m off at most: "
     "{count#}"},
    {LayerTransformed, Info, "layer-transformed",
     "van {from} naar {to} gebracht met \"{operation}\", op {accuracy#} m nauwkeurig",
     "brought from {from} to {to} by \"{operation}\", accurate to {accuracy#} m"},
    {GridMissing, Info, "grid-missing",
     "met het rooster {grids*}, dat PROJ hier niet heeft, zou dat op {accuracy#} m nauwkeurig zijn",
     "with the grid {grids*}, which PROJ lacks here, that would be accurate to {accuracy#} m"},
    {FeatureWithoutCode, Warning, "feature-without-code", "vlakken zonder code: {count#}",
     "features without a code: {count#}"},
    {CodeIllFormed, Warning, "code-ill-formed",
     "codes die geen NIS-code van vijf cijfers zijn ({count#}): {codes*}",
     "codes that are no NIS code of five digits ({count#}): {codes*}"},
    {CodeTwice, Warning, "code-twice", "{code} staat op meer dan één vlak: {places*}",
     "{code} stands on more than one feature: {places*}"},
    {MunicipalityNotInLayer, Warning, "municipality-not-in-layer",
     "gemeenten die de laag niet heeft ({count#}): {names*}",
     "municipalities that the layer lacks ({count#}): {names*}"},
    {LayerCodeUnknown, Info, "layer-code-unknown",
     "vlakken van de laag die geen gemeente op {as_of} zijn ({count#}): {names*}",
     "features of the layer that are no municipality on {as_of} ({count#}): {names*}"},
    {FeaturesOverlap, Warning, "features-overlap", "{one} en {other*} overlappen elkaar",
     "{one} and {other*} overlap"},
    {GroupIncomplete, Error, "group-incomplete",
     "{group} is niet geschreven: de laag heeft geen vlak van {members*}",
     "{group} is not written: the layer has no polygon of {members*}"},
    {RowWithoutGroup, Warning, "row-without-group", "{count#} zonder groep, overgeslagen",
     "{count#} without a group, left out"},
    {RingMisplaced, Warning, "ring-misplaced",
     "{name}: een ring ligt waar ze niet hoort: een gat buiten zijn vlak of in een ander gat, of "
     "een deel in een ander deel",
     "{name}: a ring lies where it should not: a hole outside its shell or in another hole, or a "
     "part in another part"},
    {BordersDoNotFit, Warning, "borders-do-not-fit",
     "grenzen van gemeenten sluiten niet aan: {length#} km ligt in of tegen een andere gemeente "
     "zonder dezelfde punten; een werkingsgebied kan in meer stukken lijken dan het is",
     "borders of municipalities do not fit: {length#} km lies in or along another one without the "
     "same points; a working area can seem in more pieces than it is"},
    {TransformedBallpark, Warning, "transformed-ballpark",
     "van {from} naar {to} gebracht met \"{operation}\": een benadering die honderden meters kan "
     "schelen",
     "brought from {from} to {to} by \"{operation}\": an approximation that may be off by hundreds "
     "of metres"},
    {LayerNameContradicts, Warning, "layer-name-contradicts",
     "vlakken die anders heten dan de gemeente met hun code ({count#}): {names*}",
     "features with another name than the municipality with their code ({count#}): {names*}"},
    {LayerAreaContradicts, Warning, "layer-area-contradicts",
     "gemeenten waarvan het vlak meer dan een tiende verschilt van de officiële oppervlakte "
     "({count#}): {names*}",
     "municipalities of which the polygon differs by more than a tenth from the official area "
     "({count#}): {names*}"},
    {CrsDoesNotFit, Warning, "crs-does-not-fit",
     "{crs} past niet bij deze coördinaten: ze liggen buiten het gebied waarvoor het dient, of "
     "oppervlakten kloppen er niet (factor {scale#})",
     "{crs} does not fit these coordinates: they lie outside the area that it serves, or areas are "
     "not right there (factor {scale#})"},
    {BoundariesSchematic, Info, "boundaries-schematic",
     "de grenzen zijn schematisch, niet opgemeten; wat ervan gemaakt wordt, draagt dat mee",
     "the boundaries are schematic, not surveyed; what is made of them says so"},
    {FeatureRepaired, Warning, "feature-repaired",
     "{name}: ringen hersteld, het eerst bij {place}: {before#} m² zoals de ringen optellen, "
     "{after#} m² na herstel (verschil {difference#} m²)",
     "{name}: rings mended, first at {place}: {before#} m² as the rings add up, {after#} m² mended "
     "(difference {difference#} m²)"},
    {WrittenInDegrees, Warning, "written-in-degrees",
     "geschreven in graden van WGS 84 met {decimals} decimalen: punten liggen er tot "
     "{displacement#} m naast, en \"{operation}\" is op {accuracy#} m nauwkeurig; oppervlakten "
     "kloppen niet meer tot op de bit",
     "written in degrees of WGS 84 with {decimals} decimals: points are up to {displacement#} m "
     "off, and \"{operation}\" is accurate to {accuracy#} m; areas are no longer right to the last "
     "bit"},
    {FieldNameShortened, Warning, "field-name-shortened",
     "veld \"{name}\" heet in de Shapefile \"{shorter}\": er is plaats voor tien bytes",
     "field \"{name}\" is called \"{shorter}\" in the Shapefile: there is room for ten bytes"},
    {GapBetweenFeatures, Warning, "gap-between-features",
     "gat van {area#} m², op zijn breedst {width#} m, bij {place}, tussen {names*}",
     "gap of {area#} m², {width#} m at its widest, at {place}, between {names*}"},
    {BorderUnmatched, Warning, "border-unmatched",
     "{one} en {other} hebben over {length#} m een grens zonder dezelfde hoekpunten, bij {place}",
     "{one} and {other} have a border of {length#} m without the same vertices, at {place}"},
    {VertexRepeated, Info, "vertex-repeated",
     "{name}: hoekpunt staat {count#} keer achter elkaar, bij {place}",
     "{name}: vertex is there {count#} times in a row, at {place}"},
    {RingTwice, Warning, "ring-twice", "{name}: ring staat er meer dan eens, bij {place}",
     "{name}: ring is there more than once, at {place}"},
    {FeatureTwice, Warning, "feature-twice", "{one} en {other} hebben hetzelfde vlak",
     "{one} and {other} have the same polygon"},
    {RingSpike, Warning, "ring-spike",
     "{name}: ring loopt {length#} m heen en terug, met de punt bij {place}",
     "{name}: ring goes {length#} m out and back, with its tip at {place}"},
    {RingRunsOtherWay, Info, "ring-runs-other-way",
     "ringen die andersom lopen dan in dit formaat gebruikelijk is: {count#} van {rings#}, bij "
     "{place}",
     "rings that run the other way than is usual in this format: {count#} of {rings#}, at {place}"},
    {PartFarAway, Info, "part-far-away",
     "{name}: deel van {area#} m² ligt {distance#} km van de rest, bij {place}",
     "{name}: part of {area#} m² lies {distance#} km from the rest, at {place}"},
    {GeometryCollected, Warning, "geometry-collected",
     "{name} is een verzameling van geometrieën (GEOMETRYCOLLECTION), geen vlak; de vlakken erin "
     "gelden",
     "{name} is a collection of geometries (GEOMETRYCOLLECTION), no polygon; the polygons in it "
     "count"},
    {AcceptedNotFound, Warning, "accepted-not-found",
     "{number} ({place}) is aanvaard, maar komt er niet meer voor: de rij kan weg",
     "{number} ({place}) is accepted, but is not found any more: the row can go"},
    {MembersOverlap, Warning, "members-overlap",
     "{group}: {count#} vlakken overlappen een ander vlak ervan; {area#} m² ligt in meer dan een "
     "vlak en telt eenmaal",
     "{group}: {count#} features overlap another one of it; {area#} m² lies in more than one "
     "feature and counts once"},
    {MembersDiffer, Warning, "members-differ",
     "veld \"{field}\" blijft leeg waar vlakken erin verschillen: {count#} van {groups#} groepen, "
     "te beginnen met {group}",
     "field \"{field}\" is left empty where features differ in it: {count#} of {groups#} groups, "
     "the first is {group}"},

    {LabelWithoutRoom, Warning, "label-without-room",
     "geen plaats voor de naam van een lid: {name}", "no room for the name of a member: {name}"},
    {CharacterMissing, Warning, "character-missing",
     "tekens die het lettertype niet heeft, als leeg vak getekend: {characters*}",
     "characters that the font lacks, drawn as an empty box: {characters*}"},
    {PartialDrawnWhole, Info, "partial-drawn-whole",
     "{name} ({nis}) is maar voor een deel lid ({parts*}) en staat er in zijn geheel: de grenzen "
     "van de vroegere delen zijn er niet",
     "{name} ({nis}) is a member in part only ({parts*}) and is drawn whole: the boundaries of its "
     "former parts are not there"},
    {FactWithoutRoom, Warning, "fact-without-room", "geen plaats naast de kaart voor: {text}",
     "no room beside the map for: {text}"},
});

} // namespace

std::string_view id_of(Severity severity) {
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return {};
}

std::string_view label_of(Severity severity, Language language) {
    if (language == Language::English || severity == Severity::Info)
        return id_of(severity);
    return severity == Severity::Warning ? "let op" : "fout";
}

std::span<const FindingKind> finding_catalogue() noexcept {
    return kCatalogue;
}

const FindingKind& kind_of(FindingNumber number) {
    const auto kind = std::find_if(kCatalogue.begin(), kCatalogue.end(),
                                   [&](const FindingKind& k) { return k.number == number; });
    REGIO_EXPECTS(kind != kCatalogue.end());
    return *kind;
}

std::string label(FindingNumber number) {
    return fmt::format("R{}", static_cast<unsigned>(number));
}

} // namespace regio
