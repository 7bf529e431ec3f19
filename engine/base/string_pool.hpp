#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace regio {

/// The place of a text in its StringPool; equal texts of one pool have equal ids.
enum class StringId : std::uint32_t {};

/// Keeps one copy of each text: a million member rows name a few hundred municipalities. Ids count
/// from 0 in the order in which the texts came.
class StringPool {
public:
    StringPool() = default;
    StringPool(StringPool&&) noexcept = default;
    StringPool& operator=(StringPool&&) noexcept = default;
    StringPool(const StringPool&) = delete; // the keys of a copy would look into the original
    StringPool& operator=(const StringPool&) = delete;

    /// The id of `text`, which is kept when it is new.
    [[nodiscard]] StringId intern(std::string_view text);

    /// Precondition: `id` came from this pool. Valid as long as the pool is.
    [[nodiscard]] const std::string& text(StringId id) const;

    [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

private:
    std::deque<std::string> texts_; // a deque keeps the texts where the keys of ids_ look
    std::unordered_map<std::string_view, StringId> ids_;
};

} // namespace regio
