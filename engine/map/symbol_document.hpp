#pragma once

#include "scene/colour.hpp"
#include "scene/scene.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace regio::map {

/// "Fill" of "se:Fill".
[[nodiscard]] std::string_view local_name(pugi::xml_node node);

/// A symbol file as XML that is read strictly: everything is asked for by name and has the value
/// that is asked for. Errors are InputError "FILE: line N: <element>: what".
class SymbolDocument {
public:
    /// `text` and `file` must outlive the object. Throws InputError for what is no XML.
    SymbolDocument(std::string_view text, const std::string& file);

    /// The one rule of the one style.
    [[nodiscard]] pugi::xml_node rule() const;

    /// The one child of that name, beside names and descriptions.
    [[nodiscard]] pugi::xml_node only(pugi::xml_node parent, std::string_view name) const;

    /// Of a node counted from 1.
    [[nodiscard]] std::size_t line_of(pugi::xml_node node) const;

    [[noreturn]] void fail(pugi::xml_node node, std::string_view what,
                           const std::string& hint) const;

    /// For an element, or a text, that does not belong where it stands.
    [[noreturn]] void refuse(pugi::xml_node node, const std::string& hint) const;

    /// For an element behind another one of its name, of which only one would count.
    void refuse_repeated(pugi::xml_node node) const;

    void refuse_other_attributes(pugi::xml_node node,
                                 std::initializer_list<std::string_view> known) const;

    /// The name of an SvgParameter, which is one of those that are known.
    [[nodiscard]] std::string_view parameter(pugi::xml_node node,
                                             std::initializer_list<std::string_view> known) const;

    /// The text of an element, as such or as an ogc:Literal.
    [[nodiscard]] std::string_view value(pugi::xml_node node) const;
    [[nodiscard]] double number(pugi::xml_node node) const;
    [[nodiscard]] scene::Colour colour(pugi::xml_node node) const;
    /// In millimetres, given in pixels, and not under `least_mm`.
    [[nodiscard]] double length(pugi::xml_node node, double least_mm) const;
    /// Dashes and gaps by turns, in millimetres.
    [[nodiscard]] std::vector<double> dashes(pugi::xml_node node, double least_mm) const;
    [[nodiscard]] double angle(pugi::xml_node node) const;
    [[nodiscard]] scene::Stroke::Cap cap(pugi::xml_node node) const;

private:
    void refuse_other_version(pugi::xml_node root) const;
    [[nodiscard]] std::size_t line_at(std::ptrdiff_t offset) const;
    [[nodiscard]] double in_range(pugi::xml_node node, double pixels, double least_mm) const;

    std::string_view text_;
    const std::string& file_;
    pugi::xml_document document_;
};

/// Names and descriptions are for readers.
[[nodiscard]] bool is_label(pugi::xml_node node);

} // namespace regio::map
