#include "project/boundary_source.hpp"

#include "io/layer_reader.hpp"

namespace regio::project {

std::optional<io::LayerSource> boundary_source(const io::MunicipalitiesSource& source) {
    if (source.boundaries) {
        io::LayerSource boundaries = *source.boundaries;
        boundaries.code_hint = "name it with --boundary-code, or code = in boundaries";
        return boundaries;
    }
    if (!io::may_hold_polygons(source.table.source))
        return std::nullopt;
    return io::LayerSource{.source = source.table.source,
                           .code = source.code,
                           .name = source.name,
                           .where = source.table.where,
                           .crs = source.crs};
}

} // namespace regio::project
