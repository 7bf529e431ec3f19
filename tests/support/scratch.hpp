#pragma once

#include <string>
#include <string_view>

namespace regio::test {

/// An empty folder that goes away with the object.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] std::string path(std::string_view name) const;
    void write(std::string_view name, std::string_view bytes) const;
    [[nodiscard]] std::string read(std::string_view name) const;
    [[nodiscard]] std::size_t count() const; ///< Files in the folder.

private:
    std::string folder_;
};

} // namespace regio::test
