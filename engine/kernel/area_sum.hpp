#pragma once

#include "kernel/shift.hpp"
#include "kernel/wide.hpp"

#include <cmath>
#include <cstdint>

namespace regio::kernel {

/// Twice an area in square units with 62 fractional bits, modulo 2¹²⁸. Sums on the way may be
/// negative or wrap; the sum of all is right, because twice the area of a layer is below 2⁶⁴.
/// Additions commute: no order, no number of threads and no way to divide the work changes a bit.
class AreaSum {
public:
    static constexpr int kFractionalBits = 62;

    constexpr AreaSum() = default;

    /// Of twice a whole area.
    constexpr explicit AreaSum(Wide twice_area)
        : bits_(static_cast<UnsignedWide>(twice_area) << kFractionalBits) {}

    [[nodiscard]] static constexpr AreaSum from_bits(UnsignedWide bits) {
        AreaSum sum;
        sum.bits_ = bits;
        return sum;
    }

    constexpr AreaSum& operator+=(AreaSum other) {
        bits_ += other.bits_;
        return *this;
    }
    constexpr AreaSum& operator-=(AreaSum other) {
        bits_ -= other.bits_;
        return *this;
    }
    friend constexpr AreaSum operator+(AreaSum one, AreaSum other) { return one += other; }
    friend constexpr AreaSum operator-(AreaSum one, AreaSum other) { return one -= other; }
    friend constexpr AreaSum operator-(AreaSum one) { return AreaSum() -= one; }
    friend constexpr bool operator==(AreaSum, AreaSum) = default;

    /// Twice the area in units of 2⁻⁶², signed.
    [[nodiscard]] constexpr Wide scaled() const { return static_cast<Wide>(bits_); }

    /// Twice the area in square units, correct to the last bits of a double.
    [[nodiscard]] double twice_area() const {
        return std::ldexp(static_cast<double>(scaled()), -kFractionalBits);
    }

private:
    UnsignedWide bits_ = 0;
};

/// A part of cross(p, q) of an edge, rounded to an AreaSum.
struct PartialCross {
    AreaSum sum;
    bool is_exact = false; ///< As at every lattice point.
};

/// cross(p, X) where the edge from p to q crosses another in X: cross(p, q) times before / (before
/// - after), rounded once to the nearest sum, to even when half-way. The position of X is never
/// rounded.
///
/// Laws: 1. exact where X is a lattice point; 2. part(pq) + part(qp) of one crossing is cross(p,
/// q), so the direction of an edge changes no bit; 3. off by 2⁻⁶³ at most.
[[nodiscard]] PartialCross part_of_cross(std::int64_t cross, const EdgeCrossing& crossing);

} // namespace regio::kernel
