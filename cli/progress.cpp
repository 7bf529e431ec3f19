#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <system_error>

namespace regio::cli {

Progress::Progress() {
    if (::isatty(STDERR_FILENO) != 1)
        return;
    try {
        thread_ = std::jthread([this](const std::stop_token& stop) { show_until_done(stop); });
    } catch (const std::system_error&) {
        return; // no thread to be had: the work goes on without a word
    }
}

Progress::~Progress() {
    if (!thread_.joinable())
        return;
    thread_.request_stop();
    thread_.join();
    if (is_shown_)
        fmt::print(stderr, "\r\x1b[K");
}

void Progress::tell(const std::string& stage) {
    const std::lock_guard lock(mutex_);
    stage_ = stage;
    changed_.notify_all();
}

void Progress::show_until_done(const std::stop_token& stop) {
    constexpr auto kPatience = std::chrono::seconds(1);
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop, kPatience, [] { return false; });
    std::string shown;
    while (!stop.stop_requested()) {
        if (stage_ != shown) {
            fmt::print(stderr, "\r\x1b[Kregio: {} …", stage_);
            static_cast<void>(std::fflush(stderr));
            is_shown_ = true;
            shown = stage_;
        }
        changed_.wait(lock, stop, [&] { return stage_ != shown; });
    }
}

} // namespace regio::cli
