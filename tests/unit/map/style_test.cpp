#include "map/style.hpp"
#include "map/symbol_file.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace regio::map {

namespace {

const std::string kThemes = test::kThemes;

/// A symbol with these lines in its rule, the first of which is line 6.
std::string document(const std::string& rule) {
    return "<StyledLayerDescriptor version=\"1.1.0\" xmlns:se=\"http://www.opengis.net/se\">\n"
           "<NamedLayer><se:Name>a</se:Name>\n<UserStyle>\n<se:FeatureTypeStyle>\n<se:Rule>\n" +
           rule +
           "\n</se:Rule></se:FeatureTypeStyle></UserStyle></NamedLayer>\n"
           "</StyledLayerDescriptor>\n";
}

std::string parameter(const std::string& name, const std::string& value) {
    return "<se:SvgParameter name=\"" + name + "\">" + value + "</se:SvgParameter>\n";
}

std::string line_symbolizer(const std::string& parameters) {
    return "<se:LineSymbolizer><se:Stroke>\n" + parameters + "</se:Stroke></se:LineSymbolizer>\n";
}

std::vector<SymbolPart> read(const std::string& text) {
    Faults faults;
    auto parts = read_symbol(text, "a.sld", faults);
    for (const auto& fault : faults.list())
        FAIL(fault.what());
    return parts;
}

std::vector<std::string> faults_of(const std::string& text) {
    Faults faults;
    static_cast<void>(read_symbol(text, "a.sld", faults));
    std::vector<std::string> texts;
    for (const auto& fault : faults.list()) {
        CHECK_FALSE(fault.hint().empty());
        texts.emplace_back(fault.what());
    }
    return texts;
}

std::string fault_of(const std::string& text) {
    const auto faults = faults_of(text);
    REQUIRE(faults.size() == 1);
    return faults.front();
}

const std::string kLine = parameter("stroke", "#1a1a1a") + parameter("stroke-width", "5");

std::string hatch(const std::string& mark, const std::string& size, const std::string& rotation) {
    return "<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark>\n"
           "<se:WellKnownName>" +
           mark + "</se:WellKnownName>\n<se:Stroke>" + parameter("stroke", "#4a9bd1") +
           parameter("stroke-width", "1") + "</se:Stroke></se:Mark>\n<se:Size>" + size +
           "</se:Size>\n<se:Rotation><ogc:Literal>" + rotation +
           "</ogc:Literal></se:Rotation></se:Graphic></se:GraphicFill></se:Fill>"
           "</se:PolygonSymbolizer>";
}

/// A style folder that builds on print, with these lines in its sheet.toml.
class HouseStyle {
public:
    explicit HouseStyle(const std::string& sheet) { write("sheet.toml", sheet); }

    void write(const std::string& name, const std::string& text) const {
        scratch_.write(name, text);
    }

    [[nodiscard]] StyleReading read() const { return read_style(scratch_.path(""), kThemes); }

    [[nodiscard]] std::vector<std::string> faults() const {
        std::vector<std::string> texts;
        for (const auto& fault : read().faults)
            texts.push_back(std::string(fault.what()).substr(scratch_.path("").size()));
        return texts;
    }

private:
    test::Scratch scratch_;
};

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a symbol has its parts in the order in which they are painted") {
    const auto parts =
        read(document("<se:PolygonSymbolizer><se:Fill>" + parameter("fill", "#C4E1F5") +
                      "</se:Fill>\n<se:Stroke>" + kLine + "</se:Stroke></se:PolygonSymbolizer>\n" +
                      hatch("horline", "7.142857143", "-45")));
    REQUIRE(parts.size() == 3);
    CHECK(std::get<scene::Colour>(parts[0].paint) == scene::rgb(0xc4e1f5));
    CHECK(parts[0].line == 6);
    CHECK(parts[0].element == "se:Fill");
    CHECK(std::get<scene::Stroke>(parts[1].paint).width_mm == 1.4);
    CHECK(parts[1].line == 8);
    CHECK(std::get<Hatch>(parts[2].paint) == Hatch{.colour = scene::rgb(0x4a9bd1),
                                                   .spacing_mm = 2,
                                                   .width_mm = 0.28,
                                                   .angle_degrees = -45});
}

TEST_CASE("a line has dashes, ends and joins, and is in pixels of 0.28 mm") {
    const auto parts = read(document(
        line_symbolizer(kLine + parameter("stroke-dasharray", "9.285714286, 5") +
                        parameter("stroke-linecap", "round") +
                        parameter("stroke-linejoin", "round") + parameter("stroke-opacity", "1"))));
    REQUIRE(parts.size() == 1);
    CHECK(std::get<scene::Stroke>(parts[0].paint) ==
          scene::Stroke{.colour = scene::rgb(0x1a1a1a),
                        .width_mm = 1.4,
                        .dashes_mm = {2.6, 1.4},
                        .cap = scene::Stroke::Cap::Round});
    CHECK(std::get<scene::Stroke>(read(document(line_symbolizer(kLine)))[0].paint).cap ==
          scene::Stroke::Cap::Butt);
}

TEST_CASE("an element of a symbol that is not understood is named with its line") {
    CHECK(fault_of(document("<se:PointSymbolizer/>")) ==
          "a.sld: line 6: <se:PointSymbolizer>: is not understood here");
    CHECK(fault_of(document("\n<ogc:Filter>x</ogc:Filter>")) ==
          "a.sld: line 7: <ogc:Filter>: is not understood here");
    CHECK(fault_of(document("<se:LineSymbolizer><se:PerpendicularOffset>2</se:PerpendicularOffset>"
                            "</se:LineSymbolizer>")) ==
          "a.sld: line 6: <se:PerpendicularOffset>: is not understood here");
    CHECK(fault_of(document("<se:LineSymbolizer>words</se:LineSymbolizer>")) ==
          "a.sld: line 6: <se:LineSymbolizer>: has a text");
    CHECK(fault_of(document(line_symbolizer(kLine + "<se:GraphicStroke/>"))) ==
          "a.sld: line 9: <se:GraphicStroke>: is not understood here");
    CHECK(fault_of(document("</se:Rule><se:Rule>" + line_symbolizer(kLine))) ==
          "a.sld: line 6: <se:Rule>: stands here twice");
    CHECK(fault_of(document("")) == "a.sld: paints nothing");
}

TEST_CASE("an attribute or value of a symbol that is not understood is named with its line") {
    const auto in_line = [](const std::string& parameter) {
        return fault_of(document(line_symbolizer(kLine + parameter)));
    };
    const std::string at = "a.sld: line 9: <se:SvgParameter name=";
    CHECK(in_line(parameter("stroke-dashoffset", "2")) ==
          at + "\"stroke-dashoffset\">: is not understood here");
    CHECK(in_line(parameter("stroke-linejoin", "bevel")) ==
          at + "\"stroke-linejoin\">: \"bevel\" is not understood");
    CHECK(in_line(parameter("stroke-linecap", "square")) ==
          at + "\"stroke-linecap\">: \"square\" is not understood");
    CHECK(in_line(parameter("stroke-opacity", "0.5")) == at + "\"stroke-opacity\">: is not opaque");
    CHECK(in_line(parameter("stroke-dasharray", "9 5 2")) ==
          at + "\"stroke-dasharray\">: is not a dash and a gap by turns");
    CHECK(in_line(parameter("stroke-dasharray", "9 vijf")) ==
          at + "\"stroke-dasharray\">: \"vijf\" is no number");
    CHECK(in_line(parameter("stroke", "blue")) == at + "\"stroke\">: \"blue\" is no colour");
    CHECK(in_line(parameter("stroke-width", "0")) ==
          at + "\"stroke-width\">: 0 pixels of 0.28 mm are not within 0.02 to 50 mm");
    CHECK(in_line(parameter("stroke-width", "-1")).find("-1 pixels") != std::string::npos);
    CHECK(in_line(parameter("stroke-width", "1,5")) ==
          at + "\"stroke-width\">: \"1,5\" is no number");
    CHECK(fault_of(document(
              "<se:LineSymbolizer uom=\"http://www.opengeospatial.org/se/units/metre\"/>")) ==
          "a.sld: line 6: <se:LineSymbolizer>: its unit is "
          "http://www.opengeospatial.org/se/units/metre, a length on the ground");
    CHECK(fault_of(document("<se:LineSymbolizer colour=\"red\"/>")) ==
          "a.sld: line 6: <se:LineSymbolizer>: the attribute colour is not understood");
}

TEST_CASE("a hatch is of horizontal lines that are turned, and told in whole") {
    CHECK(fault_of(document(hatch("slash", "7", "0"))) ==
          "a.sld: line 7: <se:WellKnownName>: \"slash\" is not understood");
    CHECK(fault_of(document(hatch("horline", "1", "0"))) ==
          "a.sld: line 11: <se:Size>: 1 pixels of 0.28 mm are not within 0.3 to 50 mm");
    CHECK(fault_of(document(hatch("horline", "7", "400"))) ==
          "a.sld: line 12: <se:Rotation>: 400 is no angle");
    CHECK(fault_of(document("<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic>"
                            "<se:Size>7</se:Size></se:Graphic></se:GraphicFill></se:Fill>"
                            "</se:PolygonSymbolizer>")) ==
          "a.sld: line 6: <se:Graphic>: has no Mark");
}

TEST_CASE("what is given twice in a symbol is a fault, for one of both would count for nothing") {
    CHECK(fault_of(document(line_symbolizer(kLine + parameter("stroke", "#ff0000")))) ==
          "a.sld: line 9: <se:SvgParameter name=\"stroke\">: stands here twice");
    const std::string size = "<se:Size>7</se:Size>";
    std::string twice = hatch("horline", "7", "0");
    twice.insert(twice.find("<se:Size>"), size);
    CHECK(fault_of(document(twice)) == "a.sld: line 11: <se:Size>: stands here twice");
    std::string fills = document("<se:PolygonSymbolizer></se:PolygonSymbolizer>");
    const std::string fill = "<se:Fill>" + parameter("fill", "#ff0000") + "</se:Fill>";
    fills.insert(fills.find("</se:PolygonSymbolizer>"), fill + fill);
    CHECK(fault_of(fills).ends_with("<se:Fill>: stands here twice"));
}

TEST_CASE("each part of a symbol tells its own fault") {
    CHECK(faults_of(document(line_symbolizer(parameter("stroke", "red")) +
                             line_symbolizer(parameter("stroke", "#ff0000")))) ==
          Texts{"a.sld: line 7: <se:SvgParameter name=\"stroke\">: \"red\" is no colour",
                "a.sld: line 9: <se:Stroke>: has no stroke-width"});
}

TEST_CASE("what is no StyledLayerDescriptor 1.1 is refused") {
    CHECK(fault_of("<qgis/>") == "a.sld: line 1: <qgis>: is not understood here");
    CHECK(fault_of("\n<StyledLayerDescriptor version=\"1.0.0\"/>") ==
          "a.sld: line 2: <StyledLayerDescriptor>: its version is \"1.0.0\", not 1.1.0");
    CHECK(fault_of("\n<StyledLayerDescriptor").starts_with("a.sld: line 2: "));
    CHECK(fault_of("<StyledLayerDescriptor version=\"1.1.0\"/>") ==
          "a.sld: line 1: has no NamedLayer");
}

TEST_CASE("a house style holds what differs from its base, and the rest is that of the base") {
    HouseStyle style("base = \"print\"\ndescription = \"Ons huis\"\nmaker = \"Dienst Ruimte\"\n"
                     "[colours]\nink = \"#000000\"\n[letters]\nmember = [9, 7]\n");
    style.write("frame.sld", document(line_symbolizer(kLine)));
    const StyleReading reading = style.read();
    REQUIRE(reading.faults.empty());
    CHECK(reading.description == "Ons huis");
    CHECK(reading.base == "print");
    CHECK(reading.own_symbols == 1);
    const Theme& print = test::print_theme();
    CHECK(reading.theme.ink == scene::rgb(0));
    CHECK(reading.theme.quiet_ink == print.quiet_ink);
    CHECK(reading.theme.member_sizes_pt == std::vector<double>{9, 7});
    CHECK(reading.theme.frame.width_mm == 1.4);
    CHECK(reading.theme.member == print.member);
    CHECK(reading.theme.fonts.faces == print.fonts.faces);
    CHECK(reading.theme.maker == "Dienst Ruimte");
}

TEST_CASE("all faults of a sheet file are told, each with its line") {
    const HouseStyle style("base = \"print\"\nlogos = \"x.svg\"\n"
                           "[colours]\nink = \"zwart\"\ninkt = \"#000000\"\n"
                           "[letters]\nmember = [9, 8, 7, 6.5]\nother = [6]\ntitle = \"groot\"\n"
                           "region = 6.4\n[page]\nmargin = 5\n[fonts]\nregular = \"a.ttf\"\n");
    CHECK(style.faults() ==
          Texts{"sheet.toml: line 4: [colours] ink is no colour",
                "sheet.toml: line 5: [colours] inkt is not a key that is known here",
                "sheet.toml: line 7: [letters] member has 4 sizes",
                "sheet.toml: line 8: [letters] other is 6 pt",
                "sheet.toml: line 10: [letters] region is 6.4 pt",
                "sheet.toml: line 9: [letters] title is not a number",
                "sheet.toml: line 12: [page] margin is 5 mm",
                "sheet.toml: line 13: [fonts] semibold is missing",
                "sheet.toml: line 13: [fonts] italic is missing",
                "sheet.toml: line 2: logos is not a key that is known here"});
}

TEST_CASE("a style without a base says everything") {
    const auto faults = HouseStyle("").faults();
    CHECK(faults == Texts{"sheet.toml: is empty"});
    const auto reading = HouseStyle("[colours]\nink = \"#000000\"\n").faults();
    CHECK(std::count_if(reading.begin(), reading.end(), [](const std::string& fault) {
              return fault.ends_with("is missing");
          }) == 23);
    CHECK(HouseStyle("base = \"prent\"\n").faults() ==
          Texts{"sheet.toml: line 1: base is \"prent\", which is no theme"});
}

TEST_CASE("a symbol is made of what it is drawn with, and of nothing else") {
    HouseStyle style("base = \"print\"\n");
    const std::string fill =
        "<se:PolygonSymbolizer><se:Fill>" + parameter("fill", "#c4e1f5") + "</se:Fill>\n";
    const std::string end = "</se:PolygonSymbolizer>\n";
    style.write("member.sld", document(fill + "<se:Stroke>" + kLine + "</se:Stroke>" + end));
    style.write("sea.sld", document(fill + end));
    style.write("area.sld", document(line_symbolizer(kLine) + line_symbolizer(kLine)));
    style.write("frame.sld", document(line_symbolizer(kLine) + line_symbolizer(kLine)));
    style.write("leader.sld", document(fill + end));
    style.write("members.sld", "");
    CHECK(style.faults() ==
          Texts{"members.sld: there is no such symbol",
                "member.sld: line 8: <se:Stroke>: stands where a hatch, or nothing, "
                "belongs",
                "sea.sld: lacks a line around it",
                "area.sld: line 10: hides the line below it, which is no wider",
                "leader.sld: line 6: <se:Fill>: stands where a line belongs",
                "frame.sld: line 10: <se:Stroke>: stands where nothing belongs"});
}

TEST_CASE("a folder without a sheet file is no style") {
    const test::Scratch scratch;
    CHECK_THROWS_WITH(read_style(scratch.path(""), kThemes),
                      Catch::EndsWith("is no style: there is no sheet.toml in it"));
}

} // namespace regio::map
