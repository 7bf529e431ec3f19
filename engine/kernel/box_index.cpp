#include "kernel/box_index.hpp"

#include <boost/geometry/core/cs.hpp>
#include <boost/geometry/geometries/register/box.hpp>
#include <boost/geometry/geometries/register/point.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

BOOST_GEOMETRY_REGISTER_POINT_2D(regio::kernel::Point, std::int32_t, boost::geometry::cs::cartesian,
                                 x, y)
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
