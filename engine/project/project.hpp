#pragma once

#include "base/finding.hpp"
#include "base/language.hpp"
#include "nesting/verdict.hpp"
#include "project/options.hpp"
#include "registry/region.hpp"
#include "registry/territory.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace regio::project {

/// A project that is opened, checked and judged on one day.
struct Project {
    std::string title;
    Language language = Language::Dutch;
    registry::Territory territory;
    registry::RegionPartition regions;
    std::optional<nesting::Boundaries> boundaries; ///< Where municipalities come with polygons.
    std::optional<io::Crs> crs;                    ///< Of the boundaries.
    /// That drawn partnerships lie in, on the lattice of the boundaries; faulty features are
    /// mended.
    std::vector<layer::Layer> drawn_areas;
    std::vector<nesting::Assessment> assessments; ///< In order of id, then list.
    std::vector<std::string> files;               ///< That were read, as they were named.
    std::vector<Finding> findings; ///< About municipalities, regions and lists as a whole.
    ProjectOptions options;        ///< As it was opened.
};

/// Told in English what is being done, as in "reading leden.csv".
using Stage = std::function<void(const std::string&)>;

/// Reads everything that the options name and judges every partnership.
/// Throws InputError as the readers and the registry do, and when a part is not given at all.
[[nodiscard]] Project open_project(
    const ProjectOptions& options, const Stage& stage = [](const std::string&) {});

} // namespace regio::project
