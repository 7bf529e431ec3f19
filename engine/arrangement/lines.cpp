#include "arrangement/lines.hpp"

#include "base/contract.hpp"

namespace regio::arrangement {

using kernel::RingView;
using topology::Chain;

void Lines::add(RingView points, Tag one, Tag other) {
    if (one == other)
        return;
    const auto first = static_cast<std::uint32_t>(points_.size());
    points_.insert(points_.end(), points.begin(), points.end());
    end_line({first, static_cast<std::uint32_t>(points.size()), one, other});
}

void Lines::add_ring(RingView ring, Tag tag) {
    const auto first = static_cast<std::uint32_t>(points_.size());
    points_.insert(points_.end(), ring.begin(), ring.end());
    points_.push_back(ring.front());
    end_line({first, static_cast<std::uint32_t>(ring.size() + 1), tag, kNoTag});
}

void Lines::add(const topology::Chains& chains, std::uint32_t first_tag) {
    const auto tag_of = [&](layer::PartId part) {
        if (part == layer::kNoPart)
            return kNoTag;
        return Tag{first_tag + static_cast<std::uint32_t>(index(chains.feature_of(part)))};
    };
    points_.reserve(points_.size() + chains.points().size());
    lines_.reserve(lines_.size() + chains.all().size());
    for (const Chain& chain : chains.all())
        add(chains.points(chain), tag_of(chain.left), tag_of(chain.right));
}

void Lines::end_line(const Line& line) {
    REGIO_EXPECTS(line.count >= 2);
    lines_.push_back(line);
    const std::size_t last = points_.size() - 1;
    breaks_.resize(last / 64 + 1);
    breaks_[last / 64] |= std::uint64_t{1} << last % 64;
}

} // namespace regio::arrangement
