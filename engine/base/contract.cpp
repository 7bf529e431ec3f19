#include "base/contract.hpp"

#include <cstdio>
#include <cstdlib>

namespace regio {

void contract_failed(const char* expectation, const char* file, int line) noexcept {
    static_cast<void>(std::fprintf(stderr, "regio: internal error: %s does not hold (%s:%d)\n",
                                   expectation, file, line));
    std::abort();
}

} // namespace regio
