#include "validation/unmatched_borders.hpp"

#include "kernel/box_index.hpp"
#include "kernel/distance.hpp"
#include "topology/adjacency.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace regio::validation {

namespace {

using arrangement::Arrangement;
using arrangement::HalfArcId;
using kernel::Point;
using kernel::RingView;
using kernel::Segment;
using layer::FeatureId;
using layer::Layer;
using topology::Chains;

using Line = std::vector<Point>;
using FeaturePair = std::pair<FeatureId, FeatureId>;

/// The edges that one side alone walks.
class OneSidedEdges {
public:
    explicit OneSidedEdges(const Chains& chains) {
        std::vector<kernel::Box> boxes;
        for (const topology::Chain& chain : chains.all()) {
            if (chain.right != layer::kNoPart)
                continue;
            const RingView points = chains.points(chain);
            for (std::size_t i = 0; i + 1 < points.size(); ++i) {
                edges_.push_back({{points[i], points[i + 1]}, chains.feature_of(chain.left)});
                boxes.push_back(kernel::box_of(points.subspan(i, 2)));
            }
        }
        index_ = kernel::BoxIndex(boxes);
    }

    /// Whether an edge of an arc comes from one of a feature: it lies within half a unit of it in x
    /// and in y, as far as it may have been rounded.
    [[nodiscard]] bool have(const Segment& edge, const FeaturePair& features) {
        kernel::Box box = kernel::box_of(std::array{edge.a, edge.b});
        box.include(Point{box.min.x - 1, box.min.y - 1});
        box.include(Point{box.max.x + 1, box.max.y + 1});
        index_.find(box, found_);
        return std::any_of(found_.begin(), found_.end(), [&](std::uint32_t i) {
            const auto& [own, feature] = edges_[i];
            return (feature == features.first || feature == features.second) &&
                   is_near(edge.a, own) && is_near(edge.b, own);
        });
    }

private:
    static bool is_near(Point point, const Segment& edge) {
        constexpr double kHalfDiagonal = 0.7072;
        return kernel::distance({.from = point, .offset = {}}, edge) <= kHalfDiagonal;
    }

    std::vector<std::pair<Segment, FeatureId>> edges_;
    kernel::BoxIndex index_{{}};
    std::vector<std::uint32_t> found_;
};

/// The two features on either side of an arc; nothing when a side lies in none or in several.
std::optional<FeaturePair> features_beside(const Arrangement& all, std::uint32_t arc) {
    const HalfArcId along{2 * arc};
    const auto left = all.tags(all.faces().left_of(along));
    const auto right = all.tags(all.faces().left_of(twin(along)));
    if (left.size() != 1 || right.size() != 1)
        return std::nullopt;
    return std::minmax(FeatureId{static_cast<std::uint32_t>(left.front())},
                       FeatureId{static_cast<std::uint32_t>(right.front())});
}

/// Joins lines that end in one point to longer ones, where no third one does.
class LineJoiner {
public:
    explicit LineJoiner(std::vector<Line> lines) {
        for (Line& line : lines)
            lines_.push_back(in_order(std::move(line)));
        std::sort(lines_.begin(), lines_.end());
        is_used_.resize(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (const Point end : {lines_[i].front(), lines_[i].back()})
                at_[end].push_back(i);
    }

    [[nodiscard]] std::vector<Line> run() {
        std::vector<Line> joined;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (is_used_[i])
                continue;
            is_used_[i] = true;
            Line line = lines_[i];
            prolong(line);
            std::reverse(line.begin(), line.end());
            prolong(line);
            joined.push_back(in_order(std::move(line)));
        }
        return joined;
    }

private:
    void prolong(Line& line) {
        while (const auto next = next_at(line.back())) {
            is_used_[*next] = true;
            const Line& more = lines_[*next];
            if (more.front() == line.back())
                line.insert(line.end(), more.begin() + 1, more.end());
            else
                line.insert(line.end(), more.rbegin() + 1, more.rend());
        }
    }

    [[nodiscard]] std::optional<std::size_t> next_at(Point end) const {
        const auto& lines = at_.at(end);
        if (lines.size() != 2)
            return std::nullopt;
        for (const std::size_t line : lines)
            if (!is_used_[line])
                return line;
        return std::nullopt;
    }

    /// The direction that comes first.
    static Line in_order(Line line) {
        Line reversed(line.rbegin(), line.rend());
        return std::min(std::move(line), std::move(reversed));
    }

    std::vector<Line> lines_;
    std::vector<bool> is_used_;
    std::map<Point, std::vector<std::size_t>> at_;
};

Defect defect_along(const Layer& layer, const FeaturePair& pair, Line line) {
    Defect defect = defect_of(layer, {pair.first, pair.second}, FindingNumber::BorderUnmatched);
    defect.length_m = topology::length_of(line).metres(layer.lattice());
    defect.finding.values = {{"one", label_of(layer[defect.features.front()])},
                             {"other", label_of(layer[defect.features.back()])},
                             {"length", metres_text(*defect.length_m)}};
    locate(layer, line.front(), defect);
    defect.shape = std::move(line);
    return defect;
}

} // namespace

std::vector<Defect> find_unmatched_borders(const Layer& layer, const Chains& chains,
                                           const Arrangement& all) {
    OneSidedEdges one_sided(chains);
    std::map<FeaturePair, std::vector<Line>> lines;
    for (std::uint32_t arc = 0; arc < all.arcs().size(); ++arc) {
        const auto features = features_beside(all, arc);
        const RingView points = all.arcs().points(arc);
        if (features && one_sided.have({points[0], points[1]}, *features))
            lines[*features].emplace_back(points.begin(), points.end());
    }
    std::vector<Defect> defects;
    for (auto& [pair, pieces] : lines)
        for (Line& line : LineJoiner(std::move(pieces)).run())
            defects.push_back(defect_along(layer, pair, std::move(line)));
    return defects;
}

} // namespace regio::validation
