#include "io/proj_handle.hpp"

#include "base/error.hpp"

namespace regio::io {

ProjContext open_proj_context() {
    ProjContext context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    if (proj_context_get_database_path(context.get()) == nullptr)
        throw InputError("proj.db: PROJ's database of reference systems is not found",
                         "install proj-data, or set PROJ_DATA to the folder that holds proj.db");
    return context;
}

ProjObject make_proj_object(PJ_CONTEXT* context, const std::string& definition) {
    return ProjObject(proj_create(context, definition.c_str()));
}

} // namespace regio::io
