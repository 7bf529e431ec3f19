#include "io/style_xml.hpp"

namespace regio::io {

std::string to_bytes(const pugi::xml_document& document) {
    struct Sink final : pugi::xml_writer {
        std::string bytes;
        void write(const void* data, std::size_t size) override {
            bytes.append(static_cast<const char*>(data), size);
        }
    };
    Sink sink;
    document.save(sink, "  ", pugi::format_indent, pugi::encoding_utf8);
    return sink.bytes;
}

} // namespace regio::io
