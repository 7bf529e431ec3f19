#include "base/string_pool.hpp"

#include "base/contract.hpp"

namespace regio {

StringId StringPool::intern(std::string_view text) {
    if (const auto known = ids_.find(text); known != ids_.end())
        return known->second;
    const auto id = static_cast<StringId>(texts_.size());
    texts_.emplace_back(text);
    ids_.emplace(texts_.back(), id);
    return id;
}

const std::string& StringPool::text(StringId id) const {
    const auto place = static_cast<std::size_t>(id);
    REGIO_EXPECTS(place < texts_.size());
    return texts_[place];
}

} // namespace regio
