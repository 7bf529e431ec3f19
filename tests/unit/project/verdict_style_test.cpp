#include "nesting/relation.hpp"
#include "nesting/shape_verdict.hpp"
#include "project/verdict_style.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace regio::project {

namespace {

using io::FillPattern;
using nesting::Relation;
using nesting::ShapeRelation;

constexpr auto kLanguages = {Language::Dutch, Language::English};

const io::FeatureSymbol& symbol_of(const io::LayerStyle& style, std::string_view value) {
    const auto found = std::find_if(style.classes.begin(), style.classes.end(),
                                    [&](const auto& shown) { return shown.value == value; });
    REQUIRE(found != style.classes.end());
    return found->symbol;
}

} // namespace

TEST_CASE("every verdict has a colour of its own, and what does not conform is hatched") {
    for (const auto language : kLanguages) {
        const auto style = style_by_verdict(language);
        std::set<std::uint32_t> colours;
        for (const auto relation : {Relation::Within, Relation::Coincides, Relation::Supraregional,
                                    Relation::Crosses, Relation::Unresolved}) {
            const auto& symbol = symbol_of(style, id_of(relation));
            colours.insert(symbol.fill);
            const bool is_hatched = symbol.pattern != FillPattern::Solid;
            CHECK(is_hatched ==
                  (relation == Relation::Crosses || relation == Relation::Unresolved));
            CHECK(symbol.fill_opacity == (is_hatched ? 1 : 0.45));
        }
        CHECK(colours.size() == 5);
    }
}

TEST_CASE("all that can reach out of a region has a class, and noise is not hatched") {
    const auto style = style_by_excess(Language::Dutch);
    CHECK(symbol_of(style, "municipality").pattern != FillPattern::Solid);
    CHECK(symbol_of(style, id_of(ShapeRelation::Outside)).pattern != FillPattern::Solid);
    CHECK(symbol_of(style, id_of(ShapeRelation::Within)).pattern == FillPattern::Solid);
    CHECK(symbol_of(style, id_of(ShapeRelation::AtTolerance)).pattern == FillPattern::Solid);
}

} // namespace regio::project
