#include "base/source_ref.hpp"

#include <fmt/format.h>

namespace regio {

std::string to_text(const SourceRef& source) {
    std::string text = source.file;
    if (!source.layer.empty())
        text += fmt::format("|{}", source.layer);
    if (source.fid >= 0)
        text += fmt::format(":{}", source.fid);
    if (source.part >= 0)
        text += fmt::format(" polygon {}", source.part);
    if (source.ring == 0)
        text += " shell";
    if (source.ring > 0)
        text += fmt::format(" hole {}", source.ring);
    return text;
}

} // namespace regio
