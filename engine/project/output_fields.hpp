#pragma once

#include "io/attribute_reader.hpp"
#include "io/layer_source.hpp"
#include "io/output_layer.hpp"
#include "layer/layer.hpp"

#include <set>
#include <string>
#include <vector>

namespace regio::project {

/// Fields of a layer to be written. Their names differ, and not in the case of letters alone: a
/// name that was there before gets _2, _3 … behind it.
class FieldList {
public:
    void add(io::OutputField field);

    [[nodiscard]] const std::vector<io::OutputField>& all() const noexcept { return fields_; }

private:
    std::set<std::string> names_; ///< In lower case.
    std::vector<io::OutputField> fields_;
};

/// All fields of the features of a layer, one row for each of them. Throws InputError as
/// io::read_attributes() does, and when the file has other features than the layer by now.
[[nodiscard]] io::AttributeTable attributes_of(const io::LayerSource& source,
                                               const layer::Layer& layer);

} // namespace regio::project
