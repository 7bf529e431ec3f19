#include "map/base_map.hpp"

#include "coverage/simplify.hpp"
#include "map/clip.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace regio::map {

using layer::FeatureId;
using scene::PaperLine;

kernel::Extent extent_of(const layer::Layer& layer, std::span<const FeatureId> features) {
    kernel::Extent extent;
    for (const FeatureId feature : features)
        for (const auto& part : layer.parts_of(feature)) {
            const kernel::Box box = box_of(layer, part);
            extent.include(layer.lattice().position(box.min));
            extent.include(layer.lattice().position(box.max));
        }
    return extent;
}

BaseMap::BaseMap(const topology::Chains& chains, const View& view, double tolerance_mm)
    : view_(view), tolerance_mm_(tolerance_mm),
      chains_(coverage::simplified(chains, view.metres(tolerance_mm) / chains.lattice().unit_m())),
      outliner_(chains_) {}

Rings BaseMap::seen(std::span<const FeatureId> features) const {
    return view_.seen(chains_.lattice(), outliner_.outline(features));
}

Rings BaseMap::whole(std::span<const FeatureId> features) const {
    Rings rings;
    for (const auto& polygon : outliner_.outline(features)) {
        rings.push_back(view_.paper(chains_.lattice(), polygon.shell));
        for (const auto& hole : polygon.holes)
            rings.push_back(view_.paper(chains_.lattice(), hole));
    }
    return rings;
}

std::vector<PaperLine>
BaseMap::borders(const std::function<bool(Side left, Side right)>& is_drawn) const {
    const auto side = [&](layer::PartId part) {
        return part == layer::kNoPart ? Side() : Side(chains_.feature_of(part));
    };
    std::vector<PaperLine> lines;
    for (const auto& chain : chains_.all()) {
        if (!is_drawn(side(chain.left), side(chain.right)))
            continue;
        const auto pieces =
            clipped_line(view_.paper(chains_.lattice(), chains_.points(chain)), view_.frame());
        lines.insert(lines.end(), pieces.begin(), pieces.end());
    }
    return lines;
}

std::vector<PaperLine> joined(std::vector<PaperLine> lines) {
    using Key = std::pair<double, double>;
    const auto key = [](const scene::PaperPoint& p) { return Key(p.x, p.y); };
    std::map<Key, std::vector<std::size_t>> ends;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        ends[key(lines[i].front())].push_back(i);
        ends[key(lines[i].back())].push_back(i);
    }
    std::vector<bool> is_used(lines.size());
    /// Goes on from the end of a line as long as just one other begins or ends there.
    const auto extend = [&](PaperLine& line) {
        for (;;) {
            const auto& at = ends[key(line.back())];
            const auto next =
                std::find_if(at.begin(), at.end(), [&](std::size_t i) { return !is_used[i]; });
            if (at.size() != 2 || next == at.end())
                return;
            is_used[*next] = true;
            PaperLine& other = lines[*next];
            if (key(other.front()) != key(line.back()))
                std::reverse(other.begin(), other.end());
            line.insert(line.end(), other.begin() + 1, other.end());
        }
    };
    std::vector<PaperLine> long_lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_used[i])
            continue;
        is_used[i] = true;
        PaperLine line = lines[i];
        extend(line);
        std::reverse(line.begin(), line.end());
        extend(line);
        long_lines.push_back(std::move(line));
    }
    return long_lines;
}

} // namespace regio::map
