#include "scene/drawable.hpp"
#include "scene/language_tag.hpp"
#include "scene/printable.hpp"
#include "scene/render.hpp"
#include "scene/svg_fonts.hpp"
#include "scene/svg_path.hpp"
#include "scene/xml_ids.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <string_view>

namespace regio::scene {

namespace {

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
}

void add_text(pugi::xml_node parent, const char* element, const std::string& text) {
    parent.append_child(element).append_child(pugi::node_pcdata).set_value(text.c_str());
}

/// Whether a reader of XML would drop spaces of the text.
bool has_spaces_to_keep(std::string_view text) {
    return text.starts_with(' ') || text.ends_with(' ') ||
           text.find("  ") != std::string_view::npos;
}

/// A page being written: the elements in the order of the scene.
class SvgPage {
public:
    SvgPage(const Scene& scene, const Fonts& fonts, const DocumentFacts& facts);

    [[nodiscard]] std::string bytes() const;

private:
    void add_root(const Scene& scene, const DocumentFacts& facts);
    void describe(const Scene& scene);
    void add_fonts(const Scene& scene, const Fonts& fonts);
    void add_paper(const Scene& scene);
    void add(const Group& group);
    void add(pugi::xml_node parent, const Path& path);
    void add(pugi::xml_node parent, const Text& text);
    void add_stroke(pugi::xml_node node, const Stroke& stroke);
    pugi::xml_node add_letters(pugi::xml_node parent, const Text& text);
    void name(pugi::xml_node node, const std::string& id, const std::string& title);

    pugi::xml_document document_;
    pugi::xml_node svg_;
    pugi::xml_node drawing_; ///< The group that holds all others.
    XmlIds ids_;
};

SvgPage::SvgPage(const Scene& scene, const Fonts& fonts, const DocumentFacts& facts) {
    add_root(scene, facts);
    describe(scene);
    add_fonts(scene, fonts);
    add_paper(scene);
    for (const auto& group : scene.groups)
        add(group);
}

void SvgPage::add_root(const Scene& scene, const DocumentFacts& facts) {
    auto declaration = document_.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    if (!facts.maker.empty())
        document_.append_child(pugi::node_comment)
            .set_value(fmt::format(" {} ", printable(facts.maker)).c_str());
    const std::string width = svg_length(scene.width_mm);
    const std::string height = svg_length(scene.height_mm);
    svg_ = document_.append_child("svg");
    set(svg_, "xmlns", "http://www.w3.org/2000/svg");
    set(svg_, "version", "1.1");
    set(svg_, "width", width + "mm");
    set(svg_, "height", height + "mm");
    set(svg_, "viewBox", fmt::format("0 0 {} {}", width, height));
    set(svg_, "xml:lang", language_tag(scene.language));
    set(svg_, "lang", language_tag(scene.language));
    set(svg_, "role", "img");
}

void SvgPage::describe(const Scene& scene) {
    std::string labels;
    const auto add = [&](const char* element, const std::string& text) {
        if (text.empty())
            return;
        add_text(svg_, element, printable(text));
        const std::string id = ids_.unique(fmt::format("sheet-{}", element));
        set(svg_.last_child(), "id", id);
        labels += (labels.empty() ? "" : " ") + id;
    };
    add("title", scene.title);
    add("desc", scene.description);
    if (!labels.empty())
        set(svg_, "aria-labelledby", labels);
}

void SvgPage::add_fonts(const Scene& scene, const Fonts& fonts) {
    if (const std::string rules = svg_font_rules(scene, fonts); !rules.empty()) {
        add_text(svg_, "style", rules);
        set(svg_.last_child(), "type", "text/css");
    }
    drawing_ = svg_.append_child("g");
    set(drawing_, "font-family", svg_font_family(fonts));
    // Without it browsers round the widths of letters to the pixels of the screen.
    set(drawing_, "text-rendering", "geometricPrecision");
    set(drawing_, "stroke-linejoin", "round");
}

void SvgPage::add_paper(const Scene& scene) {
    auto paper = drawing_.append_child("rect");
    set(paper, "width", svg_length(scene.width_mm));
    set(paper, "height", svg_length(scene.height_mm));
    set(paper, "fill", to_hex(scene.paper));
}

void SvgPage::name(pugi::xml_node node, const std::string& id, const std::string& title) {
    if (!id.empty())
        set(node, "id", ids_.unique(id));
    if (!title.empty())
        add_text(node, "title", printable(title));
}

void SvgPage::add(const Group& group) {
    auto node = drawing_.append_child("g");
    name(node, group.id, group.title);
    for (const auto& item : group.items)
        std::visit([&](const auto& drawn) { add(node, drawn); }, item);
}

void SvgPage::add(pugi::xml_node parent, const Path& path) {
    const std::string data = svg_path_data(path.lines);
    if (data.empty())
        return;
    auto node = parent.append_child("path");
    name(node, path.id, path.title);
    set(node, "fill", path.fill ? to_hex(*path.fill) : "none");
    if (path.fill)
        set(node, "fill-rule", "evenodd");
    if (path.stroke && path.stroke->width_mm > 0)
        add_stroke(node, *path.stroke);
    set(node, "d", data);
}

void SvgPage::add_stroke(pugi::xml_node node, const Stroke& stroke) {
    set(node, "stroke", to_hex(stroke.colour));
    set(node, "stroke-width", svg_length(stroke.width_mm));
    if (stroke.cap == Stroke::Cap::Round)
        set(node, "stroke-linecap", "round");
    std::string dashes;
    for (const double dash : stroke.dashes_mm)
        dashes += (dashes.empty() ? "" : " ") + svg_length(dash);
    if (!dashes.empty())
        set(node, "stroke-dasharray", dashes);
}

void SvgPage::add(pugi::xml_node parent, const Text& text) {
    if (text.size_pt <= 0 || text.content.empty())
        return;
    if (text.halo && text.halo->width_mm > 0) {
        auto halo = add_letters(parent, text);
        set(halo, "aria-hidden", "true");
        set(halo, "fill", "none");
        set(halo, "stroke", to_hex(text.halo->colour));
        set(halo, "stroke-width", svg_length(text.halo->width_mm));
        set(halo, "stroke-linecap", "round");
    }
    set(add_letters(parent, text), "fill", to_hex(text.colour));
}

pugi::xml_node SvgPage::add_letters(pugi::xml_node parent, const Text& text) {
    const std::string content = printable(text.content);
    add_text(parent, "text", content);
    auto node = parent.last_child();
    set(node, "x", svg_length(text.baseline.x));
    set(node, "y", svg_length(text.baseline.y));
    set(node, "font-size", svg_length(text.size_pt * kMillimetresPerPoint));
    if (text.face == Face::Semibold)
        set(node, "font-weight", "600");
    if (text.face == Face::Italic)
        set(node, "font-style", "italic");
    if (text.anchor != Anchor::Start)
        set(node, "text-anchor", text.anchor == Anchor::Middle ? "middle" : "end");
    if (has_spaces_to_keep(content))
        set(node, "xml:space", "preserve");
    return node;
}

std::string SvgPage::bytes() const {
    struct Sink final : pugi::xml_writer {
        std::string bytes;
        void write(const void* data, std::size_t size) override {
            bytes.append(static_cast<const char*>(data), size);
        }
    } sink;
    document_.save(sink, "", pugi::format_indent, pugi::encoding_utf8);
    return sink.bytes;
}

} // namespace

std::string to_svg(const Scene& scene, const Fonts& fonts, const DocumentFacts& facts) {
    expect_drawable(scene);
    return SvgPage(scene, fonts, facts).bytes();
}

} // namespace regio::scene
