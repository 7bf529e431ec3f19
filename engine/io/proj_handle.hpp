#pragma once

#include <proj.h>

#include <memory>
#include <string>

namespace regio::io {

struct ProjContextCloser {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
/// PROJ's own state. One thread at a time may use a context and the objects made with it; they must
/// be gone before it.
using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjContextCloser>;

struct ProjCloser {
    void operator()(PJ* object) const { proj_destroy(object); }
};
using ProjObject = std::unique_ptr<PJ, ProjCloser>;

struct ProjListCloser {
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
using ProjList = std::unique_ptr<PJ_OBJ_LIST, ProjListCloser>;

/// A context that writes nothing to stderr and never uses the network, whatever the environment and
/// proj.ini say: the same input must give the same positions on a train. PROJ_DATA is honoured.
/// Throws InputError when PROJ's database is not found.
[[nodiscard]] ProjContext open_proj_context();

/// The object that a text stands for, or nothing.
[[nodiscard]] ProjObject make_proj_object(PJ_CONTEXT* context, const std::string& definition);

} // namespace regio::io
