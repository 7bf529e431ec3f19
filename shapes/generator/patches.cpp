#include "generator/patches.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <array>

namespace regio::schematic {

namespace {

/// The patch of a cell, which is taken off the list of those to be seen.
Patch collect(const CellGrid& grid, std::size_t first, std::vector<bool>& is_seen) {
    Patch patch{first};
    is_seen[first] = true;
    for (std::size_t i = 0; i < patch.size(); ++i) {
        const Cell cell = grid.cell(patch[i]);
        for (int direction = 0; direction < 4; ++direction) {
            const Cell next = beside(cell, direction);
            if (!grid.holds(next) || is_seen[grid.place(next)] ||
                grid.owner(next) != grid.owner(first))
                continue;
            is_seen[grid.place(next)] = true;
            patch.push_back(grid.place(next));
        }
    }
    std::ranges::sort(patch);
    return patch;
}

bool is_larger(const Patch& one, const Patch& other) {
    return one.size() != other.size() ? one.size() > other.size() : one.front() < other.front();
}

/// All patches of all owners, by owner.
std::vector<std::vector<Patch>> patches_by_owner(const CellGrid& grid, std::size_t owners) {
    std::vector<std::vector<Patch>> patches(owners);
    std::vector<bool> is_seen(grid.size());
    for (std::size_t place = 0; place < grid.size(); ++place) {
        const Owner owner = grid.owner(place);
        if (owner == kOutside || is_seen[place])
            continue;
        patches[index(owner)].push_back(collect(grid, place, is_seen));
    }
    for (auto& of_owner : patches)
        std::ranges::sort(of_owner, is_larger);
    return patches;
}

/// Who has most sides along the patch, but the outside; kOutside when there is nobody.
Owner most_beside(const CellGrid& grid, const Patch& patch) {
    const Owner own = grid.owner(patch.front());
    std::vector<Owner> around;
    for (const std::size_t place : patch)
        for (int direction = 0; direction < 4; ++direction)
            if (const Owner owner = grid.owner(beside(grid.cell(place), direction));
                owner != own && owner != kOutside)
                around.push_back(owner);
    std::ranges::sort(around);
    Owner best = kOutside;
    std::ptrdiff_t most = 0;
    for (auto first = around.begin(); first != around.end();) {
        const auto end = std::upper_bound(first, around.end(), *first);
        if (end - first > most) {
            most = end - first;
            best = *first;
        }
        first = end;
    }
    return best;
}

bool give_away_lesser_patches(CellGrid& grid, std::size_t owners) {
    bool is_changed = false;
    for (const auto& patches : patches_by_owner(grid, owners))
        for (std::size_t i = 1; i < patches.size(); ++i) {
            const Owner taker = most_beside(grid, patches[i]);
            if (taker == kOutside)
                continue;
            for (const std::size_t place : patches[i])
                grid.give(place, taker);
            is_changed = true;
        }
    return is_changed;
}

/// Whether a and d, opposite in a block, are of one owner and b and c of others.
bool touches_in_corner(Owner a, Owner b, Owner c, Owner d) {
    return a == d && a != b && a != c;
}

/// Joins the touching corners through the one between that is nobody's or of the lesser owner;
/// where the touching ones are the outside, the other way round.
void join_corners(CellGrid& grid, std::array<Cell, 4> block) {
    const auto [a, b, c, d] = block;
    if (grid.owner(a) == kOutside) {
        grid.give(grid.place(a), std::min(grid.owner(b), grid.owner(c)));
        return;
    }
    const Cell taken = grid.owner(b) > grid.owner(c) ? b : c;
    grid.give(grid.place(taken), grid.owner(a));
}

bool open_corners(CellGrid& grid) {
    bool is_changed = false;
    for (std::int32_t row = 0; row + 1 < grid.rows(); ++row)
        for (std::int32_t column = 0; column + 1 < grid.columns(); ++column) {
            std::array<Cell, 4> block{Cell{column, row}, Cell{column + 1, row},
                                      Cell{column, row + 1}, Cell{column + 1, row + 1}};
            const auto touches = [&] {
                return touches_in_corner(grid.owner(block[0]), grid.owner(block[1]),
                                         grid.owner(block[2]), grid.owner(block[3]));
            };
            if (touches()) {
                join_corners(grid, block);
                is_changed = true;
            }
            block = {block[1], block[0], block[3], block[2]};
            if (touches()) {
                join_corners(grid, block);
                is_changed = true;
            }
        }
    return is_changed;
}

/// A cell that has its own owner on one side at most is the end of a spur.
bool is_spur(const CellGrid& grid, Cell cell) {
    int own = 0;
    for (int direction = 0; direction < 4; ++direction)
        own += grid.owner(beside(cell, direction)) == grid.owner(cell) ? 1 : 0;
    return own <= 1;
}

bool cut_spurs(CellGrid& grid) {
    bool is_changed = false;
    for (std::size_t place = 0; place < grid.size(); ++place) {
        const Cell cell = grid.cell(place);
        if (grid.owner(place) == kOutside || !is_spur(grid, cell))
            continue;
        if (const Owner taker = most_beside(grid, {place}); taker != kOutside) {
            grid.give(place, taker);
            is_changed = true;
        }
    }
    return is_changed;
}

} // namespace

std::vector<Patch> find_patches(const CellGrid& grid, Owner owner) {
    std::vector<Patch> patches;
    std::vector<bool> is_seen(grid.size());
    for (std::size_t place = 0; place < grid.size(); ++place)
        if (grid.owner(place) == owner && !is_seen[place])
            patches.push_back(collect(grid, place, is_seen));
    std::ranges::sort(patches, is_larger);
    return patches;
}

void mend_patches(CellGrid& grid, std::size_t owners) {
    constexpr int kCutting = 50;     // longer than any spur
    constexpr int kMostRounds = 100; // a round undoes little of the one before; three are usual
    bool is_mended = false;
    for (int round = 0; round < kMostRounds && !is_mended; ++round) {
        const bool has_cut = round < kCutting && cut_spurs(grid);
        const bool has_given = give_away_lesser_patches(grid, owners);
        const bool has_opened = open_corners(grid);
        is_mended = !has_cut && !has_given && !has_opened;
    }
    REGIO_EXPECTS(is_mended);
}

} // namespace regio::schematic
