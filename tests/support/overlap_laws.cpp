#include "tests/support/overlap_laws.hpp"

#include "kernel/box.hpp"
#include "tests/support/random_layers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace regio::test {

using kernel::kFarthest;
using kernel::Point;
using kernel::Polygon;
using topology::OverlapPair;

namespace {

/// In units of 2⁻⁶² of twice the area, like AreaSum::scaled().
Rational scaled(const Rational& area) {
    return area * rational(kernel::Wide{1} << 63);
}

Rational bound_of(const OverlapPair& pair) {
    return scaled(Rational(topology::error_bound(pair)));
}

template <typename Change>
Shapes changed(Shapes shapes, const Change& change) {
    for (Shape& shape : shapes)
        for (Polygon& polygon : shape.polygons) {
            std::transform(polygon.shell.begin(), polygon.shell.end(), polygon.shell.begin(),
                           change);
            for (auto& hole : polygon.holes)
                std::transform(hole.begin(), hole.end(), hole.begin(), change);
        }
    return shapes;
}

kernel::Box box_of(const Shapes& a, const Shapes& b) {
    kernel::Box box;
    for (const auto* const shapes : {&a, &b})
        for (const Shape& shape : *shapes)
            for (const Polygon& polygon : shape.polygons)
                box.include(kernel::box_of(polygon.shell));
    return box;
}

std::string name_of(const Overlaps::value_type& entry) {
    return entry.first.first + " and " + entry.first.second + " share " +
           kernel::to_text(entry.second.area.scaled());
}

/// What an entry says when it is there, nothing else.
std::string entry_of(const Overlaps& overlaps, const Shape& a, const Shape& b) {
    const auto entry = overlaps.find({a.code, b.code});
    return entry == overlaps.end() ? a.code + " and " + b.code + " share nothing" : name_of(*entry);
}

/// Without an entry, the area is what rounding can hide: two roundings for each pair of edges.
Rational hidden_bound(const Shape& a, const Shape& b) {
    return Rational(edges_of(a.polygons).size() * edges_of(b.polygons).size());
}

std::string breach_of_error_bound(const Shape& a, const Shape& b, const Overlaps& overlaps) {
    const Rational exact = scaled(overlap_area(a.polygons, b.polygons));
    const auto entry = overlaps.find({a.code, b.code});
    const bool is_there = entry != overlaps.end();
    const Rational sum = is_there ? rational(entry->second.area.scaled()) : Rational(0);
    const Rational bound = is_there ? bound_of(entry->second) : hidden_bound(a, b);
    if (abs(Rational(sum - exact)) <= bound && (!is_there || exact != 0))
        return {};
    return entry_of(overlaps, a, b) + ", not " + exact.str();
}

Overlaps transposed(const Overlaps& overlaps) {
    Overlaps result;
    for (const auto& [codes, pair] : overlaps)
        result[{codes.second, codes.first}] = pair;
    return result;
}

} // namespace

Overlaps overlaps(const Shapes& a, const Shapes& b, const topology::OverlapTerms& terms) {
    const topology::Chains chains_of_a(layer_of(a));
    const topology::Chains chains_of_b(layer_of(b));
    Overlaps result;
    for (const OverlapPair& pair : topology::overlap(chains_of_a, chains_of_b, terms))
        result[{a[index(pair.a)].code, b[index(pair.b)].code}] = pair;
    return result;
}

std::string difference(const Overlaps& one, const Overlaps& other) {
    for (const auto& entry : one) {
        const auto same = other.find(entry.first);
        if (same == other.end())
            return name_of(entry) + ", and not";
        if (same->second.area != entry.second.area)
            return name_of(entry) + ", and " + kernel::to_text(same->second.area.scaled());
    }
    for (const auto& entry : other)
        if (!one.contains(entry.first))
            return name_of(entry) + ", and not";
    return {};
}

std::string breach_of_error_bound(const Shapes& a, const Shapes& b) {
    const Overlaps all = overlaps(a, b);
    for (const Shape& one : a)
        for (const Shape& other : b)
            if (auto breach = breach_of_error_bound(one, other, all); !breach.empty())
                return breach;
    return {};
}

std::string breach_of_conservation(const Shapes& a, const Shapes& b) {
    const Overlaps all = overlaps(a, b);
    std::vector<kernel::MultiPolygon> others;
    for (const Shape& shape : b)
        others.push_back(shape.polygons);
    for (const Shape& feature : a) {
        Rational left = scaled(covered_area(feature.polygons));
        Rational bound = 0;
        for (const auto& [codes, pair] : all)
            if (codes.first == feature.code) {
                left -= rational(pair.area.scaled());
                bound += bound_of(pair);
            }
        const Rational none = scaled(area_under_none(feature.polygons, others));
        if (abs(Rational(left - none)) > bound)
            return "the entries of " + feature.code + " leave " + left.str() + ", not " +
                   none.str();
    }
    return {};
}

std::string breach_of_transpose(const Shapes& a, const Shapes& b) {
    return difference(overlaps(a, b), transposed(overlaps(b, a)));
}

std::string breach_of_equal_terms(const Shapes& a, const Shapes& b) {
    const Overlaps expected = overlaps(a, b);
    constexpr std::array<topology::OverlapTerms, 5> kTerms = {
        {{.threads = 1, .cells_per_edge = 0.01},
         {.threads = 1, .cells_per_edge = 50},
         {.threads = 2, .cells_per_edge = 0.3},
         {.threads = 7, .cells_per_edge = 2},
         {.threads = 7, .cells_per_edge = 50}}};
    for (const auto& terms : kTerms)
        if (auto breach = difference(expected, overlaps(a, b, terms)); !breach.empty())
            return breach + " with " + std::to_string(terms.threads) + " threads and " +
                   std::to_string(terms.cells_per_edge) + " cells an edge";
    return {};
}

std::string breach_of_equal_order(const Shapes& a, const Shapes& b, std::uint32_t seed) {
    return difference(overlaps(a, b), overlaps(shuffled(a, seed), shuffled(b, seed + 1)));
}

std::string breach_of_rotation(const Shapes& a, const Shapes& b) {
    const Overlaps expected = overlaps(a, b);
    const auto turn = [](Point p) { return Point{-p.y, p.x}; };
    const auto mirror = [](Point p) { return Point{p.y, p.x}; };
    auto breach = difference(expected, overlaps(changed(a, turn), changed(b, turn)));
    return breach.empty() ? difference(expected, overlaps(changed(a, mirror), changed(b, mirror)))
                          : breach;
}

std::string breach_of_translation(const Shapes& a, const Shapes& b) {
    const kernel::Box box = box_of(a, b);
    if (box.is_empty())
        return {};
    const auto move = [&](Point p) {
        return Point{p.x - box.max.x + kFarthest, p.y - box.max.y + kFarthest};
    };
    const Overlaps here = overlaps(a, b);
    const Overlaps there = overlaps(changed(a, move), changed(b, move));
    for (const Shape& one : a)
        for (const Shape& other : b) {
            const auto entry = here.find({one.code, other.code});
            const auto moved = there.find({one.code, other.code});
            const OverlapPair pair = entry == here.end() ? OverlapPair{} : entry->second;
            const OverlapPair same = moved == there.end() ? OverlapPair{} : moved->second;
            const bool are_both_there = (entry == here.end()) == (moved == there.end());
            const Rational bound = are_both_there ? Rational(bound_of(pair) + bound_of(same))
                                                  : hidden_bound(one, other);
            if (abs(Rational(rational(pair.area.scaled()) - rational(same.area.scaled()))) > bound)
                return entry_of(here, one, other) + ", moved: " + entry_of(there, one, other);
        }
    return {};
}

std::string breach_of_parts_add(const Shapes& a, const Shapes& b) {
    const topology::Chains chains_of_a(layer_of(a));
    const topology::Chains chains_of_b(layer_of(b));
    const auto sums_of = [&](topology::Share share) {
        return topology::overlap_sums(chains_of_a, chains_of_b, kOneThread, share);
    };
    for (const std::uint32_t shares : {2U, 5U}) {
        auto sums = sums_of({.number = shares - 1, .of = shares});
        for (std::uint32_t i = 0; i + 1 < shares; ++i)
            sums += sums_of({.number = i, .of = shares});
        if (sums.pairs() != sums_of({}).pairs())
            return std::to_string(shares) + " shares are not the whole";
    }
    return {};
}

std::string breach_of_identity(const Shapes& shapes) {
    const Overlaps all = overlaps(shapes, shapes);
    for (const Shape& shape : shapes) {
        const kernel::AreaSum own(moments(shape.polygons).twice_area);
        const auto entry = all.find({shape.code, shape.code});
        if (entry == all.end() ? own != kernel::AreaSum() : entry->second.area != own)
            return entry_of(all, shape, shape) + ", not " + kernel::to_text(own.scaled());
    }
    return {};
}

std::string broken_law(const Shapes& a, const Shapes& b, std::uint32_t seed) {
    const std::array<std::pair<const char*, std::string>, 8> breaches = {{
        {"transpose", breach_of_transpose(a, b)},
        {"indifference to threads and cells", breach_of_equal_terms(a, b)},
        {"indifference to order", breach_of_equal_order(a, b, seed)},
        {"identity", breach_of_identity(a)},
        {"identity", breach_of_identity(b)},
        {"rotation", breach_of_rotation(a, b)},
        {"translation", breach_of_translation(a, b)},
        {"parts add", breach_of_parts_add(a, b)},
    }};
    for (const auto& [law, breach] : breaches)
        if (!breach.empty())
            return std::string(law) + ": " + breach;
    return {};
}

} // namespace regio::test
