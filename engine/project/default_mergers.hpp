#pragma once

#include "registry/mergers.hpp"

#include <vector>

namespace regio::project {

/// The mergers of Flemish municipalities since 2019 that travel with the program
/// (shapes/flanders/mergers.csv, where the source stands).
[[nodiscard]] std::vector<registry::MergerRow> default_mergers();

} // namespace regio::project
