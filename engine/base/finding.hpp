#pragma once

#include "base/language.hpp"
#include "base/source_ref.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regio {

/// How much a finding weighs: Info says what was done, Warning that the data contradict themselves,
/// Error that an answer cannot be given for it.
enum class Severity : std::uint8_t { Info, Warning, Error };

/// "error": for programs.
[[nodiscard]] std::string_view id_of(Severity severity);

/// "fout": for people.
[[nodiscard]] std::string_view label_of(Severity severity, Language language);

/// The stable number of each kind of finding; a number is never given again. Municipalities and
/// figures from 101, regions from 201, partnerships and members from 301, layers from 401, maps
/// from 501. regio-findings(7) has an entry for each.
enum class FindingNumber : std::uint16_t {
    MunicipalityTwice = 101,
    MunicipalityWithoutRegion = 102,
    FigureUnreadable = 103,
    MunicipalityWithoutCode = 104,
    MunicipalityDatesMixed = 105,

    RegionMemberTwice = 201,
    RegionMemberUnknown = 202,
    RegionsCarried = 203,
    RegionNamedTwice = 204,
    RegionRowIncomplete = 205,
    RegionsLaterThanQuestion = 206,
    RegionByShareDoubtful = 207,

    MemberUnknown = 301,
    MemberAmbiguous = 302,
    MemberOfOtherDate = 303,
    MemberOfLaterDate = 304,
    MemberCarried = 305,
    MemberPartial = 306,
    PartnershipWithoutMembers = 307,
    ListedTwice = 308,
    ListedTwiceDifferently = 309,
    MemberTwice = 310,
    MemberWithoutRegion = 311,
    RowWithoutPartnership = 312,
    RowInNone = 313,
    NameContradictsCode = 314,
    AttributeDiffers = 315,
    ListLaterThanQuestion = 316,
    ListDateInferred = 317,
    MembershipDateUnreadable = 318,
    SupraregionalNotAllowed = 319,
    CodeNewerThanList = 320,
    ListWithoutPartnerships = 321,
    PartnershipNotDescribed = 322,
    MemberBlank = 323,
    MemberKindContradicts = 324,
    ListDatesMixed = 325,
    DrawingIncomplete = 326,
    DrawingBesidePolygons = 327,
    PartialMembersDecide = 328,
    DrawingFragile = 329,
    DrawingAtTolerance = 330,
    DrawingReachesOut = 331,
    DrawingHardlyReachesOut = 332,
    ListAgainstDrawing = 333,
    VerdictsContradict = 334,

    GeometryMissing = 401,
    GeometryOfOtherKind = 402,
    CoordinateNotFinite = 403,
    RingTooShort = 404,
    RingWithoutArea = 405,
    RingCrosses = 406,
    RingDoubled = 407,
    RingTouches = 408,
    CurvesLinearised = 409,
    LayerTransformed = 410,
    GridMissing = 411,
    FeatureWithoutCode = 412,
    CodeIllFormed = 413,
    CodeTwice = 414,
    MunicipalityNotInLayer = 415,
    LayerCodeUnknown = 416,
    FeaturesOverlap = 417,
    GroupIncomplete = 418,
    RowWithoutGroup = 419,
    RingMisplaced = 420,
    BordersDoNotFit = 421,
    TransformedBallpark = 422,
    LayerNameContradicts = 423,
    LayerAreaContradicts = 424,
    CrsDoesNotFit = 425,
    BoundariesSchematic = 426,
    FeatureRepaired = 427,
    WrittenInDegrees = 428,
    FieldNameShortened = 429,
    GapBetweenFeatures = 440,
    BorderUnmatched = 441,
    VertexRepeated = 442,
    RingTwice = 443,
    FeatureTwice = 444,
    RingSpike = 445,
    RingRunsOtherWay = 446,
    PartFarAway = 447,
    GeometryCollected = 448,
    AcceptedNotFound = 449,
    MembersOverlap = 450,
    MembersDiffer = 451,

    LabelWithoutRoom = 501,
    CharacterMissing = 502,
    PartialDrawnWhole = 503,
    FactWithoutRoom = 504,
};

/// A value that the message of a finding names.
struct FindingValue {
    std::string key;
    std::string text;

    friend bool operator==(const FindingValue&, const FindingValue&) = default;
};

/// A fault or a decision in the data, reported as a value; the run goes on.
struct Finding {
    FindingNumber number;
    std::vector<FindingValue> values;
    SourceRef source;
    std::string list;        ///< Of the partnership, when the finding is about one.
    std::string partnership; ///< Its id, likewise.

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What the catalogue says of one kind of finding. In the messages, {key} stands for a value as it
/// is, {key#} for a number, {key*} for a list and {key%} for a list with shares: values have them
/// as machines write them, messages as people read them.
struct FindingKind {
    FindingNumber number;
    Severity severity;
    std::string_view name; ///< "member-unknown": for people who search.
    std::string_view dutch;
    std::string_view english;
};

/// All kinds, by number.
[[nodiscard]] std::span<const FindingKind> finding_catalogue() noexcept;

[[nodiscard]] const FindingKind& kind_of(FindingNumber number);

/// "R301".
[[nodiscard]] std::string label(FindingNumber number);

/// What a finding has under a key; nothing when there is no such value.
[[nodiscard]] std::optional<std::string_view> value_of(const Finding& finding,
                                                       std::string_view key);

/// Whether a message names all of a list, or ten of it and how many more there are.
enum class Lists : std::uint8_t { Whole, Short };

/// The message with its values filled in, without number and place.
/// Precondition: the finding has a value for every key of its message.
[[nodiscard]] std::string message(const Finding& finding, Language language,
                                  Lists lists = Lists::Whole);

} // namespace regio
