#pragma once

#include <cstddef>
#include <cstdint>

/// What libFuzzer calls with bytes of its choice; the runner of seeds does too. Returns 0, and
/// aborts where a law is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
