#include "kernel/area_sum.hpp"

namespace regio::kernel {

namespace {

constexpr std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

} // namespace

PartialCross part_of_cross(std::int64_t cross, const EdgeCrossing& crossing) {
    const std::uint64_t part = magnitude(crossing.before);
    const std::uint64_t whole = part + magnitude(crossing.after);
    const UnsignedWide product = UnsignedWide{magnitude(cross)} * part;
    const UnsignedWide units = product / whole;
    const UnsignedWide scaled_rest = product % whole << AreaSum::kFractionalBits;
    UnsignedWide fraction = scaled_rest / whole;
    const auto rest = static_cast<std::uint64_t>(scaled_rest % whole);
    const std::uint64_t missing = whole - rest;
    if (rest > missing || (rest == missing && (fraction & 1) != 0))
        ++fraction;
    const auto sum = AreaSum::from_bits((units << AreaSum::kFractionalBits) + fraction);
    return {.sum = cross < 0 ? -sum : sum, .is_exact = rest == 0};
}

} // namespace regio::kernel
