#pragma once

#include <pugixml.hpp>

#include <string>

namespace regio::io {

inline void set(pugi::xml_node node, const char* attribute, const std::string& value) {
    node.append_attribute(attribute).set_value(value.c_str());
}

inline pugi::xml_node add_text(pugi::xml_node parent, const char* element,
                               const std::string& text) {
    auto node = parent.append_child(element);
    node.append_child(pugi::node_pcdata).set_value(text.c_str());
    return node;
}

/// The bytes of a document, indented, in UTF-8.
[[nodiscard]] std::string to_bytes(const pugi::xml_document& document);

} // namespace regio::io
