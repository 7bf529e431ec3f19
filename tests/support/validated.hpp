#pragma once

#include "tests/support/geometry.hpp"
#include "validation/validate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regio::test {

/// A layer as it would be read of shapes, rings closed, and what is wrong with it.
struct Validated {
    layer::RawLayer raw;
    std::vector<Finding> findings; ///< Of rounding.
    layer::Layer layer;
    std::vector<validation::Defect> defects;

    explicit Validated(const Shapes& shapes, const validation::ValidationTerms& terms = {});
    explicit Validated(std::string_view text, const validation::ValidationTerms& terms = {});

    /// The defects of one kind.
    [[nodiscard]] std::vector<validation::Defect> of(FindingNumber number) const;
};

layer::RawLayer raw_layer_of(const Shapes& shapes);

/// A defect without ids of features: number, weight, place, codes and sizes.
[[nodiscard]] std::string line_of(const layer::Layer& layer, const validation::Defect& defect);

} // namespace regio::test
