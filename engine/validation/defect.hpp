#pragma once

#include "base/finding.hpp"
#include "kernel/polygon.hpp"
#include "layer/layer.hpp"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace regio::validation {

/// What a defect takes up besides its place: nothing more, an area, or a line.
using DefectShape = std::variant<std::monostate, kernel::Polygon, std::vector<kernel::Point>>;

/// Something that is wrong with a layer, where it is and how large.
struct Defect {
    Finding finding; ///< Number, message and source.
    /// How much it weighs in a validation, which can be more than in a job that goes on without it.
    Severity severity = Severity::Error;
    std::vector<layer::FeatureId> features; ///< Those concerned, by code; none: the whole layer.
    std::optional<kernel::Point> place; ///< Nothing: it has none, as a geometry that is missing.
    DefectShape shape;
    std::optional<double> area_m2;
    std::optional<double> length_m;
    /// The diameter of the largest circle in it, rounded up: by a tenth of a millimetre, a
    /// ten-thousandth of itself or a five-millionth of the extent at most, whichever is most.
    std::optional<double> width_m;
    bool is_accepted = false; ///< Somebody knows it, see validation/acceptance.hpp,
    std::string why;          ///< and has said why it may stay; often nothing.
};

/// How much a defect of this kind weighs: an error where features are lost, cover what their rings
/// do not say, are there twice, or have no code in a layer that has codes, so that nothing finds
/// them by it; a warning where other programs may stumble, as over a ring that
/// touches itself or one that is left without area; information where nothing needs to be wrong.
/// Gaps and overlaps weigh by their width, see find_misfits().
[[nodiscard]] Severity weight_of(FindingNumber number);

/// A defect of one feature, with the value {name}.
[[nodiscard]] Defect defect_of(const layer::Layer& layer, layer::FeatureId feature,
                               FindingNumber number);

/// A defect of several features, in order of their codes; its source is the first of them.
/// Precondition: there is one.
[[nodiscard]] Defect defect_of(const layer::Layer& layer, std::vector<layer::FeatureId> features,
                               FindingNumber number);

/// Puts a defect at a place, with the value {place}.
void locate(const layer::Layer& layer, kernel::Point place, Defect& defect);

/// "Aalst (41002), Ninove (41048)".
[[nodiscard]] std::string names_of(const layer::Layer& layer,
                                   std::span<const layer::FeatureId> features);

/// Codes, names and fids of the features of a defect, each joined by " | ": as tables have them.
struct FeatureTexts {
    std::string codes;
    std::string names;
    std::string fids;
};
[[nodiscard]] FeatureTexts feature_texts(const layer::Layer& layer, const Defect& defect);

/// Metres and square metres of a message, with three decimals.
[[nodiscard]] std::string metres_text(double metres);
[[nodiscard]] std::string square_metres_text(double square_metres);

} // namespace regio::validation
