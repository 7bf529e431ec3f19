#include "base/error.hpp"
#include "io/layer_writer.hpp"
#include "io/ogr_handles.hpp"
#include "io/style_documents.hpp"
#include "io/style_table.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/written_layer.hpp"

#include <catch2/catch.hpp>
#include <cpl_minixml.h>
#include <ogr_api.h>

#include <memory>

namespace regio::io {

namespace {

using test::Scratch;

constexpr auto kKinds = {GeometryKind::Areas, GeometryKind::Points, GeometryKind::Lines};

/// A layer of one feature, drawn by a verdict of which the texts are awkward.
OutputLayer styled(GeometryKind kind) {
    const std::vector<OutputGeometry> geometries = {
        kernel::MultiPolygon{{{{0, 0}, {900, 0}, {0, 900}}, {}}}, kernel::Point{1, 2},
        Line{{0, 0}, {900, 900}}};
    return {.name = "verdicts & co",
            .crs_wkt = "EPSG:31370",
            .lattice = {},
            .fields = {{"verdict", OutputField::Type::Text}},
            .features = {{geometries.at(static_cast<std::size_t>(kind)), {"binnen"}}},
            .kind = kind,
            .style = LayerStyle{.name = "by <verdict>",
                                .field = "verdict",
                                .classes = {{"binnen", "ligt \"binnen\"", {.fill = 0x0072b2}},
                                            {"<&'>", "één & ander\tding", {.fill_opacity = 0.5}}},
                                .others = StyleClass{"", "onbepaald", {}}}};
}

/// A document as another reader of XML has it: GDAL's.
class Parsed {
public:
    explicit Parsed(const std::string& bytes) : root_(CPLParseXMLString(bytes.c_str())) {
        REQUIRE(root_);
    }

    /// The values at the end of the path, of all elements of the name, in order.
    [[nodiscard]] std::vector<std::string> all(const std::string& element,
                                               const char* path = "") const {
        std::vector<std::string> found;
        for (const CPLXMLNode* node = root_.get(); node != nullptr; node = node->psNext)
            collect(node, element, path, found);
        return found;
    }

private:
    static void collect(const CPLXMLNode* node, const std::string& element, const char* path,
                        std::vector<std::string>& found) {
        if (node->eType == CXT_Element && node->pszValue == element)
            found.emplace_back(CPLGetXMLValue(node, path, "none"));
        for (const auto* child = node->psChild; child != nullptr; child = child->psNext)
            collect(child, element, path, found);
    }

    struct Destroy {
        void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
    };
    std::unique_ptr<CPLXMLNode, Destroy> root_;
};

using Texts = std::vector<std::string>;

void write_all(const std::vector<OutputLayer>& layers, const std::string& file) {
    std::vector<Finding> findings;
    write_layers(layers, LayerFormat::GeoPackage, file, Overwrite::Yes, findings);
}

} // namespace

TEST_CASE("an SLD has a rule for each value, and one for all others, with texts as they are") {
    for (const auto kind : kKinds) {
        const Parsed sld(to_sld(styled(kind)));
        CHECK(sld.all("StyledLayerDescriptor", "version") == Texts{"1.1.0"});
        CHECK(sld.all("NamedLayer", "se:Name") == Texts{"verdicts & co"});
        CHECK(sld.all("UserStyle", "se:Name") == Texts{"by <verdict>"});
        CHECK(sld.all("se:Title") == Texts{"onbepaald", "ligt \"binnen\"", "één & ander\tding"});
        CHECK(sld.all("ogc:PropertyName") == Texts{"verdict", "verdict"});
        CHECK(sld.all("ogc:Literal") == Texts{"binnen", "<&'>"});
        CHECK(sld.all("se:ElseFilter").size() == 1);
    }
}

TEST_CASE("an SLD draws each kind of geometry with its own symbolizer") {
    CHECK(Parsed(to_sld(styled(GeometryKind::Areas))).all("se:PolygonSymbolizer").size() == 3);
    CHECK(Parsed(to_sld(styled(GeometryKind::Lines))).all("se:LineSymbolizer").size() == 3);
    const Parsed points(to_sld(styled(GeometryKind::Points)));
    CHECK(points.all("se:PointSymbolizer").size() == 3);
    CHECK(points.all("se:Size") == Texts{"9.29", "9.29", "9.29"});
    CHECK(points.all("se:SvgParameter").front() == "#d9d9d9");
}

TEST_CASE("a pattern fills an area with lines of its colour in both styles") {
    auto layer = styled(GeometryKind::Areas);
    layer.style->classes[0].symbol.pattern = FillPattern::Diagonal;
    layer.style->classes[1].symbol.pattern = FillPattern::Crossed;
    const Parsed sld(to_sld(layer));
    CHECK(sld.all("se:WellKnownName") == Texts{"slash", "x"});
    CHECK(sld.all("se:GraphicFill").size() == 2);
    const Parsed qml(to_qml(layer));
    Texts brushes;
    for (const auto& value : qml.all("Option", "value"))
        if (value == "solid" || value == "b_diagonal" || value == "diagonal_x")
            brushes.push_back(value);
    // Of each symbol the line of its outline, and its brush.
    CHECK(brushes == Texts{"solid", "b_diagonal", "solid", "diagonal_x", "solid", "solid"});
}

TEST_CASE("a QML has a category and a symbol for each value, and one for all others") {
    for (const auto kind : kKinds) {
        const Parsed qml(to_qml(styled(kind)));
        CHECK(qml.all("renderer-v2", "type") == Texts{"categorizedSymbol"});
        CHECK(qml.all("renderer-v2", "attr") == Texts{"verdict"});
        CHECK(qml.all("category", "value") == Texts{"binnen", "<&'>", ""});
        CHECK(qml.all("category", "label") ==
              Texts{"ligt \"binnen\"", "één & ander\tding", "onbepaald"});
        CHECK(qml.all("category", "symbol") == qml.all("symbol", "name"));
    }
    CHECK(Parsed(to_qml(styled(GeometryKind::Areas))).all("symbol", "type").front() == "fill");
    CHECK(Parsed(to_qml(styled(GeometryKind::Lines))).all("symbol", "type").front() == "line");
    CHECK(Parsed(to_qml(styled(GeometryKind::Points))).all("symbol", "type").front() == "marker");
}

TEST_CASE("a GeoPackage has the styles of its layers where QGIS looks for them") {
    const Scratch scratch;
    auto plain = styled(GeometryKind::Lines);
    plain.name = "plain";
    plain.style.reset();
    auto areas = styled(GeometryKind::Areas);
    write_all({plain, areas}, scratch.path("a.gpkg"));
    const auto dataset = open_dataset(scratch.path("a.gpkg"));
    auto* const table = GDALDatasetGetLayerByName(dataset.get(), std::string(kStyleTable).c_str());
    REQUIRE(table != nullptr);
    CHECK(OGR_L_GetGeomType(table) == wkbNone);
    REQUIRE(OGR_L_GetFeatureCount(table, 1) == 1);
    // As QGIS 3.22 asks for the default style of a layer.
    OGR_L_SetAttributeFilter(table, "f_table_schema='' AND f_table_name='verdicts & co' AND "
                                    "f_geometry_column='geom' AND useAsDefault=1");
    const OgrFeature row(OGR_L_GetNextFeature(table));
    REQUIRE(row);
    const auto text = [&](const char* field) {
        return std::string(
            OGR_F_GetFieldAsString(row.get(), OGR_F_GetFieldIndex(row.get(), field)));
    };
    CHECK(text("styleQML") == to_qml(areas));
    CHECK(text("styleSLD") == to_sld(areas));
    CHECK(text("styleName") == "by <verdict>");
}

TEST_CASE(
    "without styles there is no table of styles, and with them the bytes are the same again") {
    const Scratch scratch;
    auto plain = styled(GeometryKind::Areas);
    plain.style.reset();
    write_all({plain}, scratch.path("plain.gpkg"));
    CHECK(scratch.read("plain.gpkg").find(kStyleTable) == std::string::npos);
    write_all({styled(GeometryKind::Areas)}, scratch.path("one.gpkg"));
    write_all({styled(GeometryKind::Areas)}, scratch.path("two.gpkg"));
    CHECK(scratch.read("one.gpkg") == scratch.read("two.gpkg"));
}

TEST_CASE("the table of styles is no layer to a reader, by whatever way it came there") {
    const Scratch scratch;
    write_all({styled(GeometryKind::Areas)}, scratch.path("a.gpkg"));
    const auto dataset = open_dataset(scratch.path("a.gpkg"));
    const std::string file = scratch.path("a.gpkg");
    CHECK(find_layers(dataset.get(), {.file = file}).size() == 1);
    CHECK(layer_label(dataset.get(), find_layer(dataset.get(), {.file = file})).empty());
    CHECK_THROWS_AS(find_layer(dataset.get(), {.file = file, .layer = std::string(kStyleTable)}),
                    InputError);
}

TEST_CASE("formats without room for styles leave them out") {
    const Scratch scratch;
    std::vector<Finding> findings;
    for (const auto format : {LayerFormat::GeoJson, LayerFormat::FlatGeobuf})
        write_layer(styled(GeometryKind::Areas), format, scratch.path("out"), Overwrite::Yes,
                    findings);
    CHECK(scratch.count() == 1);
    CHECK(findings.empty());
}

TEST_CASE("a text of a style that XML cannot hold is refused") {
    const Scratch scratch;
    auto layer = styled(GeometryKind::Areas);
    layer.style->classes[0].label = "a\x01z";
    CHECK_THROWS_WITH(write_all({layer}, scratch.path("a.gpkg")),
                      Catch::Contains("a text of the style holds a control character"));
    CHECK(scratch.count() == 0);
}

} // namespace regio::io
