#pragma once

#include "io/crs.hpp"
#include "io/proj_handle.hpp"
#include "kernel/position.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regio::io {

/// The one operation that brings the positions of a layer from its own system to the working one.
/// PROJ by itself may take another operation for each position, so that equal borders tear apart
/// where areas of use end; here the choice is made once, for the extent of the layer:
///
/// 1. Candidates are those that PROJ knows for the extent, whether their grids are installed or
/// not.
/// 2. Operations that PROJ calls ballpark (they take two datums for one, an error of up to hundreds
///    of metres) come last; then those whose area of use holds the extent come before those that
///    it reaches out of, by more than 0.05 degrees; then the more accurate come first; then
///    PROJ's own order decides.
/// 3. The first that can be carried out is taken. When that leaves out a more accurate one for want
///    of a grid, the grid is named.
///
/// An object is for one thread at a time.
class CrsOperation {
public:
    /// `extent` is the layer's in `from`; one with a bound that is not finite (an empty layer) is
    /// taken as unknown, and the area of use then does not count. Throws InputError "WHERE: …" when
    /// PROJ knows no operation.
    CrsOperation(const Crs& from, const Crs& to, const kernel::Extent& extent,
                 const std::string& where);
    CrsOperation(CrsOperation&&) noexcept = default;

    /// As PROJ names it: "Inverse of Belgian Lambert 72 + BD72 to ETRS89 (2) + Belgian Lambert
    /// 2008"; "none" when both systems are the same.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// What the operation may be off, in metres: 0 when both systems are on one datum, nothing when
    /// it is not known.
    [[nodiscard]] std::optional<double> accuracy_m() const noexcept { return accuracy_m_; }

    /// Whether the operation takes two datums for one, for want of a better; its name then holds
    /// "Ballpark" and its accuracy is unknown.
    [[nodiscard]] bool is_ballpark() const noexcept { return is_ballpark_; }

    /// The file names of the grids, such as "be_ign_bd72lb72_etrs89lb08.tif", that the most
    /// accurate operation for the extent needs and that are not installed; empty when it is the one
    /// taken.
    [[nodiscard]] const std::vector<std::string>& missing_grids() const noexcept {
        return missing_grids_;
    }

    /// The accuracy in metres that the operation with the missing grids would have.
    [[nodiscard]] std::optional<double> better_accuracy_m() const noexcept {
        return better_accuracy_m_;
    }

    /// Transforms in place. A position that cannot be transformed becomes NaN in both coordinates
    /// and has no effect on the others; each result depends on its own position only, bit for bit.
    void apply(std::span<kernel::Position> positions) const;

    /// The same the other way, from the second system to the first.
    void apply_inverse(std::span<kernel::Position> positions) const;

private:
    void transform(std::span<kernel::Position> positions, PJ_DIRECTION direction) const;

    ProjContext context_;
    /// None when both systems are the same.
    ProjObject operation_;
    std::string name_ = "none";
    std::optional<double> accuracy_m_ = 0.0;
    bool is_ballpark_ = false;
    std::vector<std::string> missing_grids_;
    std::optional<double> better_accuracy_m_;
};

} // namespace regio::io
