#pragma once

#include "base/language.hpp"
#include "scene/colour.hpp"
#include "scene/paper.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace regio::scene {

/// A line that is drawn along a path. Joins are round.
struct Stroke {
    enum class Cap : std::uint8_t { Butt, Round };

    Colour colour;
    double width_mm = 0.2;
    std::vector<double> dashes_mm; ///< On, off, on, …; empty: unbroken.
    Cap cap = Cap::Round;

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// A line of a path.
struct Subpath {
    enum class Ends : std::uint8_t { Open, Closed };

    PaperLine points;
    Ends ends = Ends::Open;

    friend bool operator==(const Subpath&, const Subpath&) = default;
};

/// Lines that are filled together, by the even-odd rule, then drawn along. `id` and `title` are for
/// those who search or point at it; both may be empty.
struct Path {
    std::vector<Subpath> lines;
    std::optional<Colour> fill;
    std::optional<Stroke> stroke;
    std::string id;
    std::string title;
};

/// The cuts of the one font family.
enum class Face : std::uint8_t { Regular, Semibold, Italic };

/// Where the given point lies along the line of text.
enum class Anchor : std::uint8_t { Start, Middle, End };

/// One line of text on a straight baseline.
struct Text {
    /// A line around the letters, drawn below all of them.
    struct Halo {
        Colour colour;
        double width_mm = 0.6; ///< Of the stroke, half of which shows.

        friend bool operator==(const Halo&, const Halo&) = default;
    };

    PaperPoint baseline;
    std::string content; ///< UTF-8 without control characters.
    Face face = Face::Regular;
    double size_pt = 8;
    Colour colour;
    Anchor anchor = Anchor::Start;
    std::optional<Halo> halo;
};

/// What is drawn together; `id` names it in files that can be searched.
struct Group {
    std::string id;
    std::string title; ///< For a reader; may be empty.
    std::vector<std::variant<Path, Text>> items;
};

/// How far from the corner of a sheet anything may lie, in millimetres; sizes keep to it as well.
inline constexpr double kFurthestMm = 10'000;

/// A page: groups from below to above. Every back end draws the same from it, and nothing else.
///
/// Nothing is clipped: what should end at a frame is cut before it comes here, so that programs
/// without clip paths draw it alike.
///
/// All numbers are finite and within kFurthestMm, sizes not negative, dashes not all zero. What has
/// no extent is not drawn: lines of fewer than two points, strokes and texts of size zero.
struct Scene {
    double width_mm = 297;
    double height_mm = 210;
    Language language = Language::Dutch;
    std::string title;
    std::string description; ///< In words, for who cannot see it.
    Colour paper = rgb(0xffffff);
    std::vector<Group> groups;
};

} // namespace regio::scene
