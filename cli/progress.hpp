#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace regio::cli {

/// Shows on stderr what the program is at, from the second second on and only on a terminal; the
/// line is gone when the object is. Safe to tell from another thread.
class Progress {
public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void tell(const std::string& stage);

private:
    void show_until_done(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::string stage_;
    bool is_shown_ = false;
    std::jthread thread_; ///< Last: it uses the others.
};

} // namespace regio::cli
