#include "kernel/box_index.hpp"

#include <boost/geometry/core/access.hpp>
#include <boost/geometry/core/coordinate_dimension.hpp>
#include <boost/geometry/core/coordinate_system.hpp>
#include <boost/geometry/core/coordinate_type.hpp>
#include <boost/geometry/core/cs.hpp>
#include <boost/geometry/core/tag.hpp>
#include <boost/geometry/core/tags.hpp>
#include <boost/geometry/geometries/register/box.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

/// A lattice point for Boost.Geometry. Coordinates are handed out as 64 bits: packing adds and
/// subtracts those of a box, which 32 bits do not hold at the ends of the lattice.
namespace boost::geometry::traits {

using regio::kernel::Point;

template <>
struct tag<Point> {
    using type = point_tag;
};
template <>
struct dimension<Point> : std::integral_constant<std::size_t, 2> {};
template <>
struct coordinate_type<Point> {
    using type = std::int64_t;
};
template <>
struct coordinate_system<Point> {
    using type = cs::cartesian;
};

template <std::size_t Dimension>
struct access<Point, Dimension> {
    static std::int64_t get(const Point& point) { return Dimension == 0 ? point.x : point.y; }
    static void set(Point& point, std::int64_t value) {
        (Dimension == 0 ? point.x : point.y) = static_cast<std::int32_t>(value);
    }
};

} // namespace boost::geometry::traits

BOOST_GEOMETRY_REGISTER_BOX(regio::kernel::Box, regio::kernel::Point, min, max)

namespace regio::kernel {

namespace index = boost::geometry::index;

struct BoxIndex::Tree {
    using Entry = std::pair<Box, std::uint32_t>;

    /// Takes the entry out of a query's result: only the place is wanted.
    struct Collect {
        std::vector<std::uint32_t>* places;
        void operator()(const Entry& entry) const { places->push_back(entry.second); }
    };

    index::rtree<Entry, index::rstar<16>> entries;
};

BoxIndex::BoxIndex(std::span<const Box> boxes) {
    std::vector<Tree::Entry> entries;
    entries.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!boxes[i].is_empty())
            entries.emplace_back(boxes[i], static_cast<std::uint32_t>(i));
    tree_ = std::make_unique<Tree>(Tree{decltype(Tree::entries)(entries)});
}

BoxIndex::~BoxIndex() = default;
BoxIndex::BoxIndex(BoxIndex&&) noexcept = default;
BoxIndex& BoxIndex::operator=(BoxIndex&&) noexcept = default;

void BoxIndex::find(const Box& box, std::vector<std::uint32_t>& places) const {
    places.clear();
    if (box.is_empty())
        return;
    std::for_each(tree_->entries.qbegin(index::intersects(box)), tree_->entries.qend(),
                  Tree::Collect{&places});
    std::sort(places.begin(), places.end());
}

std::vector<std::uint32_t> BoxIndex::find(const Box& box) const {
    std::vector<std::uint32_t> places;
    find(box, places);
    return places;
}

} // namespace regio::kernel
