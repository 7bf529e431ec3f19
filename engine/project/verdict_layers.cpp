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

/// Where the polygons of municipalities are, and what partnerships cover of them.
class WorkingAreas {
public:
    /// Precondition: the project has boundaries.
    WorkingAreas(const Project& project, std::span<const Assessment* const> selected,
                 std::vector<Finding>& findings)
        : project_(project), selected_(selected),
          layer_(arrangement::mended(project.boundaries->layer(), findings)) {
        std::vector<coverage::FeatureList> groups;
        for (const Assessment* const assessment : selected)
            if (!features_of(*assessment).empty())
                groups.push_back(features_of(*assessment));
        united_ = coverage::dissolve(layer_, groups);
    }

    [[nodiscard]] OutputLayer areas() const {
        OutputLayer areas = empty_layer("werkingsgebieden", area_fields(layer_.is_schematic()),
                                        style_by_verdict(project_.language));
        std::size_t united = 0;
        for (const Assessment* const assessment : selected_) {
            const bool is_united = !features_of(*assessment).empty();
            add_area(*assessment, is_united ? united_[united++].area : drawn_area(*assessment),
                     areas);
        }
        return areas;
    }

    [[nodiscard]] OutputLayer excesses() const {
        OutputLayer excesses = empty_layer("uitstekend", excess_fields(layer_.is_schematic()),
                                           style_by_excess(project_.language));
        DrawnShapes shapes(project_);
        for (const Assessment* const assessment : selected_)
            if (assessment->drawing && assessment->drawing->shape)
                add_parts(*assessment, shapes, excesses);
            else
                add_outsiders(*assessment, excesses);
        return excesses;
    }

private:
    [[nodiscard]] OutputLayer empty_layer(const char* name, std::vector<io::OutputField> fields,
                                          io::LayerStyle style) const {
        return {.name = name,
                .crs_wkt = project_.crs->wkt(),
                .lattice = layer_.lattice(),
                .fields = std::move(fields),
                .features = {},
                .style = std::move(style)};
    }

    /// Of the members of one that is not drawn.
    [[nodiscard]] coverage::FeatureList features_of(const Assessment& assessment) const {
        coverage::FeatureList features;
        if (assessment.drawing)
            return features;
        for (const MunicipalityIndex member : assessment.partnership.members) {
            const auto own = project_.boundaries->features_of(member);
            features.insert(features.end(), own.begin(), own.end());
        }
        std::sort(features.begin(), features.end());
        return features;
    }

    /// Of one that is drawn; else nothing.
    [[nodiscard]] MultiPolygon drawn_area(const Assessment& assessment) const {
        if (!assessment.drawing)
            return {};
        return DrawnShapes(project_).outline_of(*assessment.drawing);
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
        std::optional<double> area_m2;
        if (missing.empty() && !area.empty())
            area_m2 = square_metres(area);
        to.features.push_back({.geometry = std::move(area),
                               .values = values_of(AreaRow{.project = project_,
                                                           .assessment = assessment,
                                                           .missing = missing,
                                                           .area_m2 = area_m2})});
    }

    void add_parts(const Assessment& assessment, DrawnShapes& shapes, OutputLayer& to) const {
        const auto& drawing = *assessment.drawing;
        const auto excess = shapes.excess_of(drawing);
        for (const ExcessPart& part : drawing.shape->parts)
            to.features.push_back({.geometry = MultiPolygon{excess.at(part.place)},
                                   .values = values_of(ExcessRow{.project = project_,
                                                                 .assessment = assessment,
                                                                 .area_m2 = part.area_m2,
                                                                 .part = &part})});
    }

    void add_outsiders(const Assessment& assessment, OutputLayer& to) const {
        for (const MunicipalityIndex outsider : assessment.verdict.outsiders) {
            MultiPolygon area;
            for (const auto feature : project_.boundaries->features_of(outsider))
                for (auto& polygon : polygons_of(layer_, feature))
                    area.push_back(std::move(polygon));
            const double area_m2 = square_metres(area);
            to.features.push_back({.geometry = std::move(area),
                                   .values = values_of(ExcessRow{.project = project_,
                                                                 .assessment = assessment,
                                                                 .area_m2 = area_m2,
                                                                 .member = outsider})});
        }
    }

    [[nodiscard]] double square_metres(const MultiPolygon& area) const {
        return layer_.lattice().square_metres(moments(area).twice_area);
    }

    const Project& project_;
    std::span<const Assessment* const> selected_;
    Layer layer_;
    std::vector<coverage::Dissolved> united_; ///< Of those that have features, in their order.
};

} // namespace

std::vector<OutputLayer> verdict_layers(const Project& project,
                                        std::span<const Assessment* const> selected,
                                        std::vector<Finding>& findings) {
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
    layers.push_back(working_areas.excesses());
    return layers;
}

} // namespace regio::project
