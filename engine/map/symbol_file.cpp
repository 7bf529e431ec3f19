#include "map/symbol_file.hpp"

#include "map/symbol_document.hpp"

#include <fmt/format.h>

#include <initializer_list>
#include <utility>

namespace regio::map {

namespace {

using pugi::xml_node;
using scene::Stroke;

constexpr double kLeastWidth_mm = 0.02;
constexpr double kLeastSpacing_mm = 0.3; ///< Closer lines are a grey, and many.

/// Reads the symbolizers of one document.
class SymbolReader {
public:
    SymbolReader(std::string_view text, const std::string& file, Faults& faults)
        : document_(text, file), file_(file), faults_(faults) {}

    std::vector<SymbolPart> read() {
        const std::size_t faults = faults_.list().size();
        for (const xml_node node : document_.rule())
            if (!is_label(node))
                faults_.attempt([&] { read_symbolizer(node); });
        if (parts_.empty() && faults_.list().size() == faults)
            throw InputError(fmt::format("{}: paints nothing", file_),
                             "its rule has no PolygonSymbolizer or LineSymbolizer");
        return std::move(parts_);
    }

private:
    void read_symbolizer(xml_node node) {
        const bool is_polygon = local_name(node) == "PolygonSymbolizer";
        if (!is_polygon && local_name(node) != "LineSymbolizer")
            document_.refuse(
                node, "a rule has PolygonSymbolizers and LineSymbolizers, and no filter or scale");
        document_.refuse_other_attributes(node, {"uom"});
        refuse_other_unit(node);
        for (const xml_node child : node)
            faults_.attempt([&] {
                if (local_name(child) == "Stroke")
                    add(child, stroke(child));
                else if (is_polygon && local_name(child) == "Fill")
                    read_fill(child);
                else
                    document_.refuse(child,
                                     is_polygon ? "it has Fill and Stroke" : "it has Stroke");
                document_.refuse_repeated(child);
            });
    }

    void refuse_other_unit(xml_node node) const {
        const std::string_view unit = node.attribute("uom").value();
        if (!unit.empty() && !unit.ends_with("/se/units/pixel"))
            document_.fail(node, fmt::format("its unit is {}, a length on the ground", unit),
                           "give lengths on paper: in QGIS millimetres, which it writes as pixels "
                           "of 0.28 mm");
    }

    void add(xml_node node, decltype(SymbolPart::paint) paint) {
        parts_.push_back({std::move(paint), document_.line_of(node), node.name()});
    }

    void read_fill(xml_node fill) {
        document_.refuse_other_attributes(fill, {});
        if (local_name(fill.first_child()) == "GraphicFill")
            add(fill, hatch(document_.only(fill, "GraphicFill")));
        else
            add(fill, colour_of(fill));
    }

    [[nodiscard]] scene::Colour colour_of(xml_node fill) const {
        std::optional<scene::Colour> colour;
        for (const xml_node node : fill) {
            if (document_.parameter(node, {"fill", "fill-opacity"}) == "fill")
                colour = document_.colour(node);
            else
                refuse_transparency(node);
            document_.refuse_repeated(node);
        }
        if (!colour)
            document_.fail(fill, "has no fill", "give it an SvgParameter fill, as #c4e1f5");
        return *colour;
    }

    [[nodiscard]] Hatch hatch(xml_node graphic_fill) const {
        document_.refuse_other_attributes(graphic_fill, {});
        const xml_node graphic = document_.only(graphic_fill, "Graphic");
        document_.refuse_other_attributes(graphic, {});
        Hatch hatch;
        for (const xml_node node : graphic) {
            const auto name = local_name(node);
            document_.refuse_other_attributes(node, {});
            if (name == "Mark")
                read_mark(node, hatch);
            else if (name == "Size")
                hatch.spacing_mm = document_.length(node, kLeastSpacing_mm);
            else if (name == "Rotation")
                hatch.angle_degrees = document_.angle(node);
            else
                document_.refuse(node, "a hatch has Mark, Size and Rotation");
            document_.refuse_repeated(node);
        }
        refuse_incomplete(graphic, hatch);
        return hatch;
    }

    void refuse_incomplete(xml_node graphic, const Hatch& hatch) const {
        if (hatch.width_mm == 0)
            document_.fail(graphic, "has no Mark", "a hatch is of marks called horline");
        if (hatch.spacing_mm == 0)
            document_.fail(graphic, "has no Size", "it is the distance between the lines");
        if (hatch.spacing_mm <= hatch.width_mm)
            document_.fail(graphic, "has lines as wide as they are apart",
                           "make Size larger or stroke-width smaller, or fill with a colour");
    }

    void read_mark(xml_node mark, Hatch& hatch) const {
        bool is_named = false;
        for (const xml_node node : mark) {
            if (local_name(node) == "Stroke") {
                const Stroke line = stroke(node, {"stroke", "stroke-width"});
                hatch.colour = line.colour;
                hatch.width_mm = line.width_mm;
            } else if (local_name(node) == "WellKnownName") {
                refuse_other_mark(node);
                is_named = true;
            } else {
                document_.refuse(node, "the mark of a hatch has WellKnownName and Stroke");
            }
            document_.refuse_repeated(node);
        }
        if (hatch.width_mm == 0 || !is_named)
            document_.fail(mark, "is not complete",
                           "it has a WellKnownName, which is horline, and a Stroke");
    }

    void refuse_other_mark(xml_node node) const {
        if (document_.value(node) != "horline")
            document_.fail(node, fmt::format("\"{}\" is not understood", document_.value(node)),
                           "take horline and turn it with Rotation: Line Pattern Fill in QGIS");
    }

    [[nodiscard]] Stroke stroke(xml_node node,
                                std::initializer_list<std::string_view> known = {
                                    "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
                                    "stroke-linecap", "stroke-linejoin"}) const {
        document_.refuse_other_attributes(node, {});
        Stroke stroke{.colour = {}, .width_mm = 0, .dashes_mm = {}, .cap = Stroke::Cap::Butt};
        bool has_colour = false;
        for (const xml_node child : node) {
            const auto name = document_.parameter(child, known);
            has_colour = has_colour || name == "stroke";
            if (name == "stroke")
                stroke.colour = document_.colour(child);
            else if (name == "stroke-width")
                stroke.width_mm = document_.length(child, kLeastWidth_mm);
            else if (name == "stroke-opacity")
                refuse_transparency(child);
            else if (name == "stroke-dasharray")
                stroke.dashes_mm = document_.dashes(child, kLeastWidth_mm);
            else if (name == "stroke-linecap")
                stroke.cap = document_.cap(child);
            else
                refuse_other_join(child);
            document_.refuse_repeated(child);
        }
        if (!has_colour || stroke.width_mm == 0)
            document_.fail(node, has_colour ? "has no stroke-width" : "has no stroke",
                           "a line has a colour, stroke, and a stroke-width");
        return stroke;
    }

    void refuse_other_join(xml_node node) const {
        if (document_.value(node) != "round")
            document_.fail(node, fmt::format("\"{}\" is not understood", document_.value(node)),
                           "lines bend round: Round as join style in QGIS");
    }

    void refuse_transparency(xml_node node) const {
        if (document_.number(node) != 1)
            document_.fail(node, "is not opaque", "take a lighter colour: nothing shines through");
    }

    SymbolDocument document_;
    const std::string& file_;
    Faults& faults_;
    std::vector<SymbolPart> parts_;
};

} // namespace

std::vector<SymbolPart> read_symbol(std::string_view text, const std::string& file,
                                    Faults& faults) {
    std::vector<SymbolPart> parts;
    faults.attempt([&] { parts = SymbolReader(text, file, faults).read(); });
    return parts;
}

} // namespace regio::map
