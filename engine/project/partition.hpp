#pragma once

#include "base/finding.hpp"
#include "coverage/partition.hpp"
#include "io/output_layer.hpp"
#include "project/open_layers.hpp"

#include <span>
#include <string>
#include <vector>

namespace regio::project {

/// The pieces of several layers as a layer that can be written, named `name`.
///
/// Fields: those of the layers, one layer after the other (of a difference and a clip those of the
/// first alone), a name that was there before with _2, _3 … behind it; `piece`, numbered from 1;
/// `area_m2` of the polygons as they are; and for two layers of which neither overlaps itself
/// `exact_m2`, the area before crossings were rounded to the lattice (topology/overlap.hpp). A
/// piece that lies in several features of one layer comes once for each of them, or for each
/// combination, with one number and the same polygons. A layer of which one is schematic says so.
///
/// Layers are opened as open_layers() does, and faulty features are repaired (R427). Throws
/// InputError as those do, and when there is no piece.
[[nodiscard]] io::OutputLayer partition(std::span<const io::LayerSource> sources,
                                        const LatticeTerms& terms, coverage::PartitionKind kind,
                                        const std::string& name, std::vector<Finding>& findings);

} // namespace regio::project
