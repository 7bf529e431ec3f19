#include "project/verdict_layers.hpp"

#include "arrangement/repair.hpp"
#include "base/error.hpp"
#include "coverage/dissolve.hpp"
#include "layer/polygons_of.hpp"
#include "project/drawn_shapes.hpp"
#include "project/verdict_attributes.hpp"
#include "project/verdict_style.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace regio::project {

namespace {

using io::OutputLayer;
using kernel::MultiPolygon;
using layer::Layer;
using nesting::Assessment;
using nesting::ExcessPart;
using registry::MunicipalityIndex;

/// The municipalities of partnerships and the drawings, as polygons.
class WorkingAreas {
public:
    /// Precondition: the project has boundaries.
    WorkingAreas(const Project& project, std::span<const Assessment* const> selected,
                 std::vector<Finding>& findings)
        : project_(project), selected_(selected),
          layer_(arrangement::mended(project.boundaries->layer(), findings)), shapes_(project),
          has_marks_(is_any_schematic()) {}

    [[nodiscard]] OutputLayer areas() const {
        OutputLayer areas =
            empty_layer("werkingsgebieden", area_fields(), style_by_verdict(project_.language));
        auto outlines = this->outlines();
        for (std::size_t i = 0; i < selected_.size(); ++i)
            add_area(*selected_[i], std::move(outlines[i]), areas);
        return areas;
    }

    [[nodiscard]] OutputLayer excesses() const {
        OutputLayer excesses =
            empty_layer("uitstekend", excess_fields(), style_by_excess(project_.language));
        const auto of_drawings = shapes_.excesses_of(drawings());
        std::size_t drawing = 0;
        for (const Assessment* const assessment : selected_) {
            const MultiPolygon none;
            const MultiPolygon& excess = assessment->drawing ? of_drawings[drawing++] : none;
            if (assessment->drawing && assessment->drawing->shape)
                add_parts(*assessment, excess, excesses);
            else
                add_outsiders(*assessment, excesses);
        }
        return excesses;
    }

private:
    [[nodiscard]] OutputLayer empty_layer(const char* name, std::vector<io::OutputField> fields,
                                          io::LayerStyle style) const {
        if (has_marks_)
            fields.push_back({.name = std::string(layer::kBoundariesField)});
        return {.name = name,
                .crs_wkt = project_.crs->wkt(),
                .lattice = layer_.lattice(),
                .fields = std::move(fields),
                .features = {},
                .style = std::move(style)};
    }

    [[nodiscard]] const Layer& drawn_layer(const nesting::Drawing& drawing) const {
        return project_.drawn_areas.at(drawing.layer);
    }

    [[nodiscard]] bool is_any_schematic() const {
        return layer_.is_schematic() ||
               std::any_of(selected_.begin(), selected_.end(), [&](const Assessment* assessment) {
                   return assessment->drawing && drawn_layer(*assessment->drawing).is_schematic();
               });
    }

    void add(MultiPolygon geometry, std::vector<io::OutputValue> values, bool is_schematic,
             OutputLayer& to) const {
        if (has_marks_)
            values.push_back(is_schematic
                                 ? io::OutputValue(std::string(layer::kSchematicBoundaries))
                                 : io::OutputValue());
        to.features.push_back({.geometry = std::move(geometry), .values = std::move(values)});
    }

    [[nodiscard]] std::vector<const nesting::Drawing*> drawings() const {
        std::vector<const nesting::Drawing*> drawings;
        for (const Assessment* const assessment : selected_)
            if (assessment->drawing)
                drawings.push_back(&*assessment->drawing);
        return drawings;
    }

    /// Of the members of one that is not drawn.
    [[nodiscard]] coverage::FeatureList features_of(const Assessment& assessment) const {
        coverage::FeatureList features;
        for (const MunicipalityIndex member : assessment.partnership.members) {
            const auto own = project_.boundaries->features_of(member);
            features.insert(features.end(), own.begin(), own.end());
        }
        std::sort(features.begin(), features.end());
        return features;
    }

    /// Of each partnership; of one without polygons nothing.
    [[nodiscard]] std::vector<MultiPolygon> outlines() const {
        std::vector<MultiPolygon> outlines(selected_.size());
        std::vector<coverage::FeatureList> groups;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < selected_.size(); ++i)
            if (selected_[i]->drawing)
                outlines[i] = shapes_.outline_of(*selected_[i]->drawing);
            else if (auto features = features_of(*selected_[i]); !features.empty()) {
                groups.push_back(std::move(features));
                places.push_back(i);
            }
        auto united = coverage::dissolve(layer_, groups);
        for (std::size_t i = 0; i < places.size(); ++i)
            outlines[places[i]] = std::move(united[i].area);
        return outlines;
    }

    /// Members that the geometry lacks.
    [[nodiscard]] std::vector<std::string> missing(const Assessment& assessment) const {
        if (assessment.drawing)
            return {};
        std::vector<std::string> names;
        for (const MunicipalityIndex member : assessment.partnership.members)
            if (project_.boundaries->features_of(member).empty())
                names.push_back(name_and_code(project_.territory.current()[member]));
        for (const auto& member : assessment.partnership.unmatched)
            names.push_back("? " + (member.name.empty() ? member.code : member.name));
        return names;
    }

    void add_area(const Assessment& assessment, MultiPolygon area, OutputLayer& to) const {
        const auto missing = this->missing(assessment);
        auto values =
            values_of(AreaRow{.project = project_,
                              .assessment = assessment,
                              .missing = missing,
                              .area_m2 = missing.empty() ? square_metres(area) : std::nullopt});
        const Layer& source = assessment.drawing ? drawn_layer(*assessment.drawing) : layer_;
        add(std::move(area), std::move(values), source.is_schematic(), to);
    }

    void add_parts(const Assessment& assessment, const MultiPolygon& excess,
                   OutputLayer& to) const {
        const auto& drawing = *assessment.drawing;
        const bool is_schematic = layer_.is_schematic() || drawn_layer(drawing).is_schematic();
        for (const ExcessPart& part : drawing.shape->parts)
            add(MultiPolygon{excess.at(part.place)},
                values_of(ExcessRow{.project = project_,
                                    .assessment = assessment,
                                    .area_m2 = part.area_m2,
                                    .part = &part,
                                    .member = {}}),
                is_schematic, to);
    }

    void add_outsiders(const Assessment& assessment, OutputLayer& to) const {
        for (const MunicipalityIndex outsider : assessment.verdict.outsiders) {
            MultiPolygon area;
            for (const auto feature : project_.boundaries->features_of(outsider))
                for (auto& polygon : polygons_of(layer_, feature))
                    area.push_back(std::move(polygon));
            auto values = values_of(ExcessRow{.project = project_,
                                              .assessment = assessment,
                                              .area_m2 = square_metres(area),
                                              .member = outsider});
            add(std::move(area), std::move(values), layer_.is_schematic(), to);
        }
    }

    /// Nothing where there are no polygons.
    [[nodiscard]] std::optional<double> square_metres(const MultiPolygon& area) const {
        return area.empty()
                   ? std::nullopt
                   : std::optional(layer_.lattice().square_metres(moments(area).twice_area));
    }

    const Project& project_;
    std::span<const Assessment* const> selected_;
    Layer layer_;
    DrawnShapes shapes_;
    bool has_marks_; ///< Whether any boundaries that may be shown are schematic.
};

} // namespace

std::vector<OutputLayer> verdict_layers(const Project& project,
                                        std::span<const Assessment* const> selected,
                                        VerdictLayers wanted, std::vector<Finding>& findings) {
    if (!project.boundaries)
        throw InputError("there are no polygons to write: the municipalities come from a table",
                         "name a layer with --boundaries, or boundaries = under [municipalities]");
    std::vector<Finding> repairs;
    const WorkingAreas working_areas(project, selected, repairs);
    // Where something is drawn, the municipalities were mended for that, and it was said.
    std::copy_if(repairs.begin(), repairs.end(), std::back_inserter(findings), [&](const auto& f) {
        return std::find(project.findings.begin(), project.findings.end(), f) ==
               project.findings.end();
    });
    std::vector<OutputLayer> layers;
    layers.push_back(working_areas.areas());
    if (wanted == VerdictLayers::All)
        layers.push_back(working_areas.excesses());
    return layers;
}

} // namespace regio::project
