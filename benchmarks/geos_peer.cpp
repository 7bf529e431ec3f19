#include "geos_polygons.hpp"
#include "peer_timing.hpp"

#include <array>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>

namespace regio::benchmarks {

namespace {

using layer::Layer;

using Context = GeosContext;
using Geometry = GeosGeometry;
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, DestroyGeos>;
using Tree = std::unique_ptr<GEOSSTRtree, DestroyGeos>;

enum class Containment : bool { Ignored, Asked };
enum class InTree : bool { Fine, Coarse };

/// Which layer is in the tree, the other's features being asked for one by one; and whether what
/// one polygon contains is left uncut.
struct Way {
    InTree in_tree;
    Containment containment;
};

constexpr std::array kWays = {
    Way{InTree::Fine, Containment::Ignored}, Way{InTree::Fine, Containment::Asked},
    Way{InTree::Coarse, Containment::Ignored}, Way{InTree::Coarse, Containment::Asked}};

/// A pair of layers, the one with fewer features being the coarse one.
class Pairwise {
public:
    Pairwise(const Layer& fine, const Layer& coarse, Side coarse_side)
        : fine_(geos_polygons(context_.get(), fine)),
          coarse_(geos_polygons(context_.get(), coarse)), coarse_side_(coarse_side) {}

    [[nodiscard]] PairwiseRun run(const Way& way, const FeatureRange& asked) {
        const bool is_coarse_asked = way.in_tree == InTree::Fine;
        const auto& others = is_coarse_asked ? coarse_ : fine_;
        PairwiseRun done;
        const Stopwatch indexing;
        const Tree tree = tree_of(is_coarse_asked ? fine_ : coarse_);
        done.index_s = indexing.seconds();
        const Stopwatch asking;
        prepared_.clear();
        prepared_.resize(coarse_.size());
        for (std::uint32_t i = asked.first; i < asked.end; ++i)
            for (const std::uint32_t k : near(tree, others[i])) {
                const std::uint32_t coarse = is_coarse_asked ? i : k;
                const std::uint32_t fine = is_coarse_asked ? k : i;
                if (const double m2 = shared_m2(coarse, fine, way.containment); m2 > 0)
                    done.areas.push_back(coarse_side_ == Side::B ? SharedArea{fine, coarse, m2}
                                                                 : SharedArea{coarse, fine, m2});
            }
        done.asking_s = asking.seconds();
        return done;
    }

private:
    [[nodiscard]] Tree tree_of(const std::vector<Geometry>& geometries) {
        constexpr std::size_t kNodeCapacity = 10;
        GEOSContextHandle_t context = context_.get();
        Tree tree(GEOSSTRtree_create_r(context, kNodeCapacity), DestroyGeos{context});
        places_.resize(geometries.size());
        std::iota(places_.begin(), places_.end(), 0U);
        for (std::size_t i = 0; i < geometries.size(); ++i)
            GEOSSTRtree_insert_r(context, tree.get(), geometries[i].get(), &places_[i]);
        near(tree, geometries.front()); // The first question builds it.
        return tree;
    }

    /// The geometries of the tree whose boxes meet this one's.
    const std::vector<std::uint32_t>& near(const Tree& tree, const Geometry& geometry) {
        const auto keep = [](void* place, void* found) {
            static_cast<std::vector<std::uint32_t>*>(found)->push_back(
                *static_cast<std::uint32_t*>(place));
        };
        found_.clear();
        GEOSSTRtree_query_r(context_.get(), tree.get(), geometry.get(), keep, &found_);
        return found_;
    }

    /// Each coarse polygon is prepared when it is needed first.
    [[nodiscard]] const GEOSPreparedGeometry* prepared(std::uint32_t coarse) {
        if (!prepared_[coarse])
            prepared_[coarse] = {GEOSPrepare_r(context_.get(), coarse_[coarse].get()),
                                 DestroyGeos{context_.get()}};
        return prepared_[coarse].get();
    }

    [[nodiscard]] double area_m2(const GEOSGeometry* geometry) const {
        double m2 = 0;
        if (geometry == nullptr || GEOSArea_r(context_.get(), geometry, &m2) != 1)
            throw std::runtime_error("GEOS does not intersect two polygons");
        return m2;
    }

    [[nodiscard]] double shared_m2(std::uint32_t coarse, std::uint32_t fine,
                                   Containment containment) {
        GEOSContextHandle_t context = context_.get();
        const GEOSGeometry* const one = coarse_[coarse].get();
        const GEOSGeometry* const other = fine_[fine].get();
        if (GEOSPreparedIntersects_r(context, prepared(coarse), other) != 1)
            return 0;
        if (containment == Containment::Asked &&
            GEOSPreparedContains_r(context, prepared(coarse), other) == 1)
            return area_m2(other);
        const Geometry both(GEOSIntersection_r(context, one, other), DestroyGeos{context});
        return area_m2(both.get());
    }

    Context context_{GEOS_init_r()};
    std::vector<Geometry> fine_;
    std::vector<Geometry> coarse_;
    Side coarse_side_;
    std::vector<Prepared> prepared_;    ///< Of the coarse ones.
    std::vector<std::uint32_t> places_; ///< What the tree holds the addresses of.
    std::vector<std::uint32_t> found_;
};

} // namespace

PeerAnswer overlap_by_geos(const Layer& a, const Layer& b, double limit_s) {
    const bool is_b_coarse = b.features().size() <= a.features().size();
    const Layer& fine = is_b_coarse ? a : b;
    const Layer& coarse = is_b_coarse ? b : a;
    const Side coarse_side = is_b_coarse ? Side::B : Side::A;
    const Side fine_side = is_b_coarse ? Side::A : Side::B;
    Pairwise pairwise(fine, coarse, coarse_side);
    const auto part_for = [&](const Way& way, double part) {
        return way.in_tree == InTree::Fine ? part_of(coarse, coarse_side, part)
                                           : part_of(fine, fine_side, part);
    };
    Way best{};
    double least_s = std::numeric_limits<double>::infinity();
    for (const Way& way : kWays) {
        const double trial_s = pairwise.run(way, part_for(way, kTried)).whole_s(kTried);
        if (trial_s < least_s) {
            least_s = trial_s;
            best = way;
        }
    }
    return answer_of(best.in_tree == InTree::Fine ? coarse : fine,
                     part_for(best, std::max(1.0, least_s / limit_s)),
                     [&](const FeatureRange& asked) { return pairwise.run(best, asked); });
}

} // namespace regio::benchmarks
