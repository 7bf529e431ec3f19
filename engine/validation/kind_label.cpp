#include "validation/kind_label.hpp"

#include <algorithm>
#include <array>

namespace regio::validation {

namespace {

using enum FindingNumber;

struct KindLabel {
    FindingNumber number;
    std::string_view dutch;
    std::string_view english;
};

constexpr auto kLabels = std::to_array<KindLabel>({
    {GeometryMissing, "geen vlak", "no polygon"},
    {GeometryOfOtherKind, "deel dat geen vlak is", "part that is no polygon"},
    {CoordinateNotFinite, "coördinaat geen getal", "coordinate no number"},
    {RingTooShort, "ring te kort", "ring too short"},
    {RingWithoutArea, "ring zonder oppervlakte", "ring without area"},
    {RingCrosses, "randen kruisen", "edges cross"},
    {RingDoubled, "randen over elkaar", "edges run over each other"},
    {RingTouches, "ring raakt zichzelf", "ring touches itself"},
    {FeatureWithoutCode, "zonder code", "without a code"},
    {CodeIllFormed, "geen NIS-code", "no NIS code"},
    {CodeTwice, "dubbele code", "code twice"},
    {FeaturesOverlap, "overlap", "overlap"},
    {RingMisplaced, "ring op verkeerde plaats", "ring misplaced"},
    {GapBetweenFeatures, "gat", "gap"},
    {BorderUnmatched, "grens zonder dezelfde punten", "border unmatched"},
    {VertexRepeated, "herhaald hoekpunt", "vertex repeated"},
    {RingTwice, "dubbele ring", "ring twice"},
    {FeatureTwice, "dubbel vlak", "polygon twice"},
    {RingSpike, "piek", "spike"},
    {RingRunsOtherWay, "ring loopt andersom", "ring runs the other way"},
    {PartFarAway, "deel ver weg", "part far away"},
    {GeometryCollected, "verzameling", "collection"},
});

const KindLabel* find_label(FindingNumber number) {
    const auto* const found =
        std::find_if(kLabels.begin(), kLabels.end(),
                     [&](const KindLabel& label) { return label.number == number; });
    return found == kLabels.end() ? nullptr : found;
}

} // namespace

bool is_validated(FindingNumber number) {
    return find_label(number) != nullptr;
}

std::string_view kind_label(FindingNumber number, Language language) {
    const KindLabel* const found = find_label(number);
    if (found == nullptr)
        return kind_of(number).name;
    return language == Language::Dutch ? found->dutch : found->english;
}

} // namespace regio::validation
