#include "project/output_fields.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::project {

void FieldList::add(io::OutputField field) {
    const std::string name = field.name;
    for (int number = 2; !names_.insert(in_lower_case(field.name)).second; ++number)
        field.name = fmt::format("{}_{}", name, number);
    fields_.push_back(std::move(field));
}

io::AttributeTable attributes_of(const io::LayerSource& source, const layer::Layer& layer) {
    auto table = io::read_attributes(source);
    const auto features = layer.features();
    const bool is_same =
        std::equal(features.begin(), features.end(), table.fids.begin(), table.fids.end(),
                   [](const auto& feature, std::int64_t fid) { return feature.fid == fid; });
    if (!is_same)
        throw InputError(to_text(layer.source()) + ": changed while it was read",
                         "let nothing write to it meanwhile");
    return table;
}

} // namespace regio::project
