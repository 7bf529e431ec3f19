#include "map/symbol_document.hpp"

#include "base/error.hpp"
#include "map/symbol_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

namespace regio::map {

namespace {

using pugi::xml_node;

constexpr double kMostLength_mm = 50;
constexpr double kParts = 1e8; ///< Of a millimetre: what is round in millimetres comes back round.

std::string_view trimmed(std::string_view text) {
    constexpr const char* kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string tag_of(xml_node node) {
    const auto name = node.attribute("name");
    return name ? fmt::format("<{} name=\"{}\">", node.name(), name.value())
                : fmt::format("<{}>", node.name());
}

} // namespace

std::string_view local_name(xml_node node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_label(xml_node node) {
    const auto name = local_name(node);
    return name == "Name" || name == "Description";
}

SymbolDocument::SymbolDocument(std::string_view text, const std::string& file)
    : text_(text), file_(file) {
    const auto result =
        document_.load_buffer(text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result)
        throw InputError(
            fmt::format("{}: line {}: {}", file_, line_at(result.offset), result.description()),
            "a symbol is XML, as QGIS exports it: Save Style, as SLD");
}

xml_node SymbolDocument::rule() const {
    constexpr std::array kLevels = {"StyledLayerDescriptor", "NamedLayer", "UserStyle",
                                    "FeatureTypeStyle", "Rule"};
    xml_node node = document_;
    for (const char* level : kLevels) {
        node = only(node, level);
        if (node.parent() == document_)
            refuse_other_version(node);
        else
            refuse_other_attributes(node, {});
    }
    return node;
}

xml_node SymbolDocument::only(xml_node parent, std::string_view name) const {
    xml_node found;
    for (const xml_node node : parent) {
        if (is_label(node))
            continue;
        if (local_name(node) != name)
            refuse(node, fmt::format("there is one {} here, and no other", name));
        if (found)
            fail(node, "stands here twice", "a symbol is the same for all: Single Symbol in QGIS");
        found = node;
    }
    if (!found)
        throw InputError(fmt::format("{}: line {}: has no {}", file_, line_of(parent), name),
                         "a symbol is a StyledLayerDescriptor 1.1, as QGIS exports it");
    return found;
}

std::size_t SymbolDocument::line_at(std::ptrdiff_t offset) const {
    const auto end = std::clamp<std::ptrdiff_t>(offset, 0, std::ssize(text_));
    return 1 + static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + end, '\n'));
}

std::size_t SymbolDocument::line_of(xml_node node) const {
    return line_at(node.offset_debug());
}

void SymbolDocument::fail(xml_node node, std::string_view what, const std::string& hint) const {
    const bool is_element = node.type() == pugi::node_element;
    throw InputError(fmt::format("{}: line {}: {}: {}", file_, line_of(node),
                                 tag_of(is_element ? node : node.parent()), what),
                     hint);
}

void SymbolDocument::refuse(xml_node node, const std::string& hint) const {
    fail(node, node.type() == pugi::node_element ? "is not understood here" : "has a text", hint);
}

void SymbolDocument::refuse_repeated(xml_node node) const {
    const std::string_view name = node.attribute("name").value();
    for (xml_node before = node.previous_sibling(); before; before = before.previous_sibling())
        if (local_name(before) == local_name(node) && before.attribute("name").value() == name)
            fail(node, "stands here twice", "leave one of them out");
}

void SymbolDocument::refuse_other_attributes(xml_node node,
                                             std::initializer_list<std::string_view> known) const {
    for (const auto attribute : node.attributes())
        if (std::find(known.begin(), known.end(), attribute.name()) == known.end())
            fail(node, fmt::format("the attribute {} is not understood", attribute.name()),
                 known.size() == 0 ? "it has none here"
                                   : fmt::format("known is: {}", fmt::join(known, ", ")));
}

void SymbolDocument::refuse_other_version(xml_node root) const {
    for (const auto attribute : root.attributes()) {
        const std::string_view name = attribute.name();
        if (name != "version" && name != "xsi:schemaLocation" && !name.starts_with("xmlns"))
            fail(root, fmt::format("the attribute {} is not understood", name), "leave it out");
    }
    if (const std::string_view version = root.attribute("version").value(); version != "1.1.0")
        fail(root, fmt::format("its version is \"{}\", not 1.1.0", version),
             "QGIS writes 1.1.0; older files have other elements");
}

std::string_view SymbolDocument::parameter(xml_node node,
                                           std::initializer_list<std::string_view> known) const {
    if (local_name(node) != "SvgParameter")
        refuse(node, "what a line or a fill is like is said by SvgParameter");
    refuse_other_attributes(node, {"name"});
    const std::string_view name = node.attribute("name").value();
    if (std::find(known.begin(), known.end(), name) == known.end())
        fail(node, "is not understood here", fmt::format("known are: {}", fmt::join(known, ", ")));
    return name;
}

std::string_view SymbolDocument::value(xml_node node) const {
    xml_node text = node.first_child();
    if (local_name(text) == "Literal") {
        if (text.next_sibling())
            refuse(text.next_sibling(), "it has one value");
        text = text.first_child();
    }
    if (text.type() == pugi::node_element || text.next_sibling())
        fail(node, "has no plain value", "write the value itself, no expression");
    return trimmed(text.value());
}

double SymbolDocument::number(xml_node node) const {
    const auto text = value(node);
    if (const auto number = number_of(text))
        return *number;
    fail(node, fmt::format("\"{}\" is no number", text), "write it as 2.5");
}

scene::Colour SymbolDocument::colour(xml_node node) const {
    const auto text = value(node);
    if (const auto colour = scene::parse_colour(text))
        return *colour;
    fail(node, fmt::format("\"{}\" is no colour", text), "write it as #1a1a1a");
}

double SymbolDocument::in_range(xml_node node, double pixels, double least_mm) const {
    const double mm = std::round(pixels * kPixelMm * kParts) / kParts;
    if (!(mm >= least_mm && mm <= kMostLength_mm))
        fail(node,
             fmt::format("{} pixels of {} mm are not within {} to {} mm", pixels, kPixelMm,
                         least_mm, kMostLength_mm),
             "lengths are pixels of 0.28 mm, as QGIS writes them");
    return mm;
}

double SymbolDocument::length(xml_node node, double least_mm) const {
    return in_range(node, number(node), least_mm);
}

std::vector<double> SymbolDocument::dashes(xml_node node, double least_mm) const {
    constexpr const char* kBetween = " ,\t\r\n";
    constexpr const char* kHint = "write a dash and a gap: 9 5";
    std::vector<double> dashes;
    std::string_view rest = value(node);
    while (!rest.empty()) {
        const auto word = rest.substr(0, rest.find_first_of(kBetween));
        const auto pixels = number_of(word);
        if (!pixels)
            fail(node, fmt::format("\"{}\" is no number", word), kHint);
        dashes.push_back(in_range(node, *pixels, least_mm));
        rest.remove_prefix(std::min(rest.find_first_not_of(kBetween, word.size()), rest.size()));
    }
    if (dashes.empty() || dashes.size() % 2 != 0)
        fail(node, "is not a dash and a gap by turns", kHint);
    return dashes;
}

double SymbolDocument::angle(xml_node node) const {
    const double degrees = number(node);
    if (!(std::abs(degrees) <= 360))
        fail(node, fmt::format("{} is no angle", degrees), "give degrees from -360 to 360");
    return degrees;
}

scene::Stroke::Cap SymbolDocument::cap(xml_node node) const {
    const auto text = value(node);
    if (text == "butt")
        return scene::Stroke::Cap::Butt;
    if (text == "round")
        return scene::Stroke::Cap::Round;
    fail(node, fmt::format("\"{}\" is not understood", text),
         "lines end butt or round: Flat or Round as cap style in QGIS");
}

} // namespace regio::map
