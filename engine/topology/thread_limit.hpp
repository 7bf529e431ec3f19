#pragma once

#include <memory>

namespace regio::topology {

/// While it lives, all parallel work of the process keeps to so many threads at most. Nothing that
/// is computed depends on it.
class ThreadLimit {
public:
    /// 0: no limit, as many as the machine has.
    explicit ThreadLimit(unsigned threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

private:
    struct Control;
    std::unique_ptr<Control> control_; ///< Nothing: no limit.
};

} // namespace regio::topology
