#pragma once

#include "io/source.hpp"

#include <string>
#include <vector>

namespace regio::io {

/// A polygon layer to read. Field names are guessed as those of municipalities where they are
/// empty; a layer may lack both fields.
struct LayerSource {
    Source source;
    std::string code;
    std::string name;
    std::vector<RowFilter> where; ///< Which features are meant: all must hold.
    std::string crs;              ///< Of a layer that carries none.
    /// How to name the field with the code, where that must be there; empty: a layer may lack it.
    std::string code_hint;
    /// How far straight lines may lie from an arc. A centimetre is less than boundaries are known
    /// to.
    double curve_tolerance_m = 0.01;
};

} // namespace regio::io
