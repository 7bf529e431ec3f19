#pragma once

namespace regio {

/// Prints the broken expectation with its place on stderr and aborts. Called by REGIO_EXPECTS only.
[[noreturn]] void contract_failed(const char* expectation, const char* file, int line) noexcept;

} // namespace regio

/// States what a function may rely on. A violation is a mistake of ours, never a fault in the data,
/// and is never caught.
#define REGIO_EXPECTS(expectation)                                                                 \
    ((expectation) ? static_cast<void>(0)                                                          \
                   : ::regio::contract_failed(#expectation, __FILE__, __LINE__))
