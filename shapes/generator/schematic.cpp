#include "generator/schematic.hpp"

#include "base/error.hpp"
#include "coverage/outline.hpp"
#include "coverage/ring_builder.hpp"
#include "generator/land.hpp"
#include "generator/patches.hpp"
#include "generator/straighten.hpp"
#include "generator/trace.hpp"
#include "topology/chains.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::schematic {

namespace {

/// The points that cells grow from: the municipalities of the mainland, each less its places.
std::vector<Site> sites_of(const World& world) {
    std::vector<Site> sites;
    for (std::size_t i = 0; i < world.municipalities.size(); ++i) {
        const auto& municipality = world.municipalities[i];
        if (municipality.code == kVoeren || municipality.code == kBaarleHertog)
            continue;
        Site site{Owner(static_cast<std::uint16_t>(i)), municipality.centre,
                  municipality.intended_m2};
        for (const Place& place : world.places)
            if (place.owner == site.owner) {
                // What is left has its centre on the other side of the common one.
                const std::int64_t rest = site.area_m2 - place.area_m2;
                const auto away = [&](std::int32_t own, std::int32_t other) {
                    return own + static_cast<std::int32_t>((std::int64_t{own} - other) *
                                                           (place.area_m2 / 1000) / (rest / 1000));
                };
                site.centre = {away(site.centre.x, place.centre.x),
                               away(site.centre.y, place.centre.y)};
                site.area_m2 = rest;
            }
        sites.push_back(site);
    }
    for (const Place& place : world.places)
        sites.push_back({place.owner, place.centre, place.area_m2});
    return sites;
}

CellGrid grow(const World& world, const Terms& terms) {
    CellGrid grid = lay_out(world, terms.cell_m);
    grow_cells(grid, sites_of(world), terms.growth);
    mend_patches(grid, world.municipalities.size());
    return grid;
}

BorderNet draw(const CellGrid& grid, const World& world, const Terms& terms) {
    BorderNet net = trace_borders(grid, terms.clearance_m);
    straighten(net, terms.cell_m * 6 / 5);
    const std::int32_t reach_m = terms.cell_m * 3 / 2;
    follow(net, world.mainland.shell, OuterBorders::Open, reach_m);
    for (const kernel::Ring& hole : world.mainland.holes)
        follow(net, hole, OuterBorders::Open, reach_m);
    follow(net, world.voeren, OuterBorders::Closed, reach_m);
    bend(net, world.coast, terms.bending);
    return net;
}

void fit(BorderNet& net, const World& world, const FitTerms& terms) {
    std::vector<std::int64_t> wanted_m2;
    for (const auto& municipality : world.municipalities)
        wanted_m2.push_back(municipality.intended_m2);
    fit_areas(net, wanted_m2, terms);
}

/// The polygons of each owner.
std::vector<kernel::MultiPolygon> polygons_of(const BorderNet& net, std::size_t owners) {
    std::vector<std::vector<coverage::Line>> lines(owners);
    for (std::size_t i = 0; i < net.borders().size(); ++i) {
        const Border& border = net.borders()[i];
        auto points = net.points(BorderId(static_cast<std::uint32_t>(i)));
        if (border.left != kOutside)
            lines[index(border.left)].push_back(points);
        std::ranges::reverse(points);
        if (border.right != kOutside)
            lines[index(border.right)].push_back(std::move(points));
    }
    std::vector<kernel::MultiPolygon> polygons;
    for (const auto& of_owner : lines)
        polygons.push_back(coverage::assemble(coverage::join_rings(of_owner)));
    return polygons;
}

void add_feature(layer::Layer& layer, const std::string& code, const std::string& name,
                 const kernel::MultiPolygon& polygons) {
    layer.add_feature({.code = code, .name = name});
    for (const auto& polygon : polygons) {
        layer.add_part();
        layer.add_ring(kernel::canonical(polygon.shell));
        for (const auto& hole : polygon.holes)
            layer.add_ring(kernel::canonical(hole));
    }
}

layer::Layer layer_of(const BorderNet& net, const World& world) {
    layer::Layer layer(SourceRef{}, kMetres);
    const auto polygons = polygons_of(net, world.municipalities.size());
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        const auto& municipality = world.municipalities[i];
        if (polygons[i].size() != 1)
            throw InputError(fmt::format("{} ({}) gets {} polygons", municipality.name,
                                         municipality.code, polygons[i].size()),
                             "its centre and area leave no room for one beside its neighbours");
        add_feature(layer, municipality.code, municipality.name, polygons[i]);
    }
    return layer;
}

} // namespace

layer::Layer make_schematic(const World& world, const Terms& terms) {
    const CellGrid grid = grow(world, terms);
    BorderNet net = draw(grid, world, terms);
    fit(net, world, terms.fit);
    return layer_of(net, world);
}

layer::Layer dissolve(const layer::Layer& boundaries, const World& world) {
    const topology::Chains chains(boundaries);
    const coverage::Outliner outliner(chains);
    layer::Layer layer(SourceRef{}, boundaries.lattice());
    for (const Merged& merged : world.merged) {
        std::vector<layer::FeatureId> parts;
        for (const Owner part : merged.parts)
            parts.push_back(layer::FeatureId(static_cast<std::uint32_t>(index(part))));
        add_feature(layer, merged.code, merged.name, outliner.outline(parts));
    }
    return layer;
}

} // namespace regio::schematic
