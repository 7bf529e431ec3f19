#pragma once

#include "base/error.hpp"

#include <utility>
#include <vector>

namespace regio::map {

/// The faults of files that are read to be mended: reading goes on behind each, so that all are
/// told at once. What is read beside a fault is of no use.
class Faults {
public:
    /// Runs a step of the reading; what it throws as InputError is kept.
    template <class Step>
    void attempt(Step&& step) {
        try {
            std::forward<Step>(step)();
        } catch (const InputError& fault) {
            list_.push_back(fault);
        }
    }

    [[nodiscard]] const std::vector<InputError>& list() const noexcept { return list_; }

private:
    std::vector<InputError> list_; ///< In the order of reading.
};

} // namespace regio::map
