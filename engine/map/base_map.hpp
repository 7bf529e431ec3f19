#pragma once

#include "coverage/outline.hpp"
#include "kernel/position.hpp"
#include "layer/layer.hpp"
#include "map/paper_areas.hpp"
#include "map/view.hpp"
#include "scene/paper.hpp"
#include "topology/chains.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace regio::map {

/// The extent of some features, in metres; empty when they have no polygons.
[[nodiscard]] kernel::Extent extent_of(const layer::Layer& layer,
                                       std::span<const layer::FeatureId> features);

/// The borders of a layer as a view shows them: simplified once, so that areas and lines are drawn
/// from the same points, and neighbours share theirs.
class BaseMap {
public:
    /// Lines stay within `tolerance_mm` on the sheet of what they stand for.
    BaseMap(const topology::Chains& chains, const View& view, double tolerance_mm);
    BaseMap(const BaseMap&) = delete; // the outliner looks at the chains beside it
    BaseMap& operator=(const BaseMap&) = delete;

    [[nodiscard]] const View& view() const noexcept { return view_; }
    [[nodiscard]] double tolerance_mm() const noexcept { return tolerance_mm_; }

    /// What is seen of some features together.
    [[nodiscard]] Rings seen(std::span<const layer::FeatureId> features) const;

    /// The same, not cut at the frame.
    [[nodiscard]] Rings whole(std::span<const layer::FeatureId> features) const;

    /// What lies left or right of a border: nothing outside the layer.
    using Side = std::optional<layer::FeatureId>;

    /// The borders for which `is_drawn` holds, cut at the frame; each once.
    [[nodiscard]] std::vector<scene::PaperLine>
    borders(const std::function<bool(Side left, Side right)>& is_drawn) const;

private:
    View view_;
    double tolerance_mm_;
    topology::Chains chains_;
    coverage::Outliner outliner_; ///< Of chains_.
};

/// Makes long lines of lines that meet end to end, two by two, so that dashes run on; closed ones
/// end where they begin.
[[nodiscard]] std::vector<scene::PaperLine> joined(std::vector<scene::PaperLine> lines);

} // namespace regio::map
