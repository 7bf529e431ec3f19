// Reads coordinate reference systems from any text: it is a system whose own definition reads as
// the same one, or it is refused with an InputError.

#include "base/contract.hpp"
#include "base/error.hpp"
#include "io/crs.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <cpl_error.h>

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    // PROJ reads characters.
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    try {
        const auto crs = regio::io::Crs::parse(text, "fuzz");
        REGIO_EXPECTS(regio::io::Crs::parse(crs.wkt(), "fuzz") == crs);
    } catch (const regio::InputError& error) {
        return 0;
    }
    return 0;
}
