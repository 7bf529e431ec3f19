#include "peer_timing.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <iterator>
#include <utility>

namespace regio::benchmarks {

namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

using layer::Layer;
using Place = bg::model::d2::point_xy<double>;
using Polygon = bg::model::polygon<Place, false>; // Counter-clockwise.
using Bounds = bg::model::box<Place>;
using Entry = std::pair<Bounds, std::uint32_t>;

/// A layer as polygons in metres; one ring each.
std::vector<Polygon> polygons(const Layer& layer) {
    const double unit = layer.lattice().unit_m();
    std::vector<Polygon> made(layer.ring_count());
    for (std::size_t i = 0; i < made.size(); ++i) {
        for (const kernel::Point point : layer.ring(layer::RingId(i)))
            made[i].outer().emplace_back(point.x * unit, point.y * unit);
        made[i].outer().push_back(made[i].outer().front());
    }
    return made;
}

double shared_m2(const Polygon& one, const Polygon& other) {
    bg::model::multi_polygon<Polygon> both;
    bg::intersection(one, other, both);
    return bg::area(both);
}

PairwiseRun run(const std::vector<Polygon>& fine, const std::vector<Polygon>& coarse,
                const FeatureRange& asked) {
    PairwiseRun done;
    const Stopwatch indexing;
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < fine.size(); ++i)
        entries.emplace_back(bg::return_envelope<Bounds>(fine[i]), i);
    const bgi::rtree<Entry, bgi::quadratic<16>> tree(entries);
    done.index_s = indexing.seconds();
    const Stopwatch asking;
    std::vector<Entry> near;
    for (std::uint32_t i = asked.first; i < asked.end; ++i) {
        near.clear();
        tree.query(bgi::intersects(bg::return_envelope<Bounds>(coarse[i])),
                   std::back_inserter(near));
        for (const auto& [box, k] : near)
            if (const double m2 = shared_m2(coarse[i], fine[k]); m2 > 0)
                done.areas.push_back(asked.side == Side::B ? SharedArea{k, i, m2}
                                                           : SharedArea{i, k, m2});
    }
    done.asking_s = asking.seconds();
    return done;
}

} // namespace

PeerAnswer overlap_by_boost_geometry(const Layer& a, const Layer& b, double limit_s) {
    const bool is_a_fine = a.features().size() >= b.features().size();
    const Layer& layer = is_a_fine ? b : a;
    const Side side = is_a_fine ? Side::B : Side::A;
    const auto fine = polygons(is_a_fine ? a : b);
    const auto coarse = polygons(layer);
    const auto asking = [&](const FeatureRange& asked) { return run(fine, coarse, asked); };
    const FeatureRange tried = part_of(layer, side, kTried);
    const double trial_s = asking(tried).whole_s(times(layer, tried));
    return answer_of(layer, part_of(layer, side, std::max(1.0, trial_s / limit_s)), asking);
}

} // namespace regio::benchmarks
