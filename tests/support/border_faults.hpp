#pragma once

#include "generator/border_net.hpp"

#include <map>
#include <string>
#include <vector>

namespace regio::test {

/// Pairs of segments of a net that meet otherwise than in a common end, in words.
std::vector<std::string> faults_of(const schematic::BorderNet& net);

/// How many counter-clockwise and clockwise rings the borders of each owner make.
std::map<schematic::Owner, std::pair<int, int>> rings_by_owner(const schematic::BorderNet& net);

} // namespace regio::test
