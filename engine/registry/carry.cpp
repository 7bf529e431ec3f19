#include "registry/carry.hpp"

#include <algorithm>

namespace regio::registry {

namespace {

/// A municipality on the way to as_of(): `date` is the day it has come to.
struct Piece {
    std::string code;
    Date date;
    std::vector<std::size_t> inputs;
    std::vector<MergedPart> missing;
};

bool goes_into(const Piece& piece, const Merger& merger) {
    return piece.date < merger.date && merger.has_part(piece.code);
}

/// The outcome of a merger for the pieces that go into it.
Piece merged(const Merger& merger, std::span<const Piece> parts) {
    Piece whole{.code = merger.code, .date = merger.date};
    for (const auto& part : merger.parts) {
        const auto given = std::find_if(parts.begin(), parts.end(),
                                        [&](const Piece& p) { return p.code == part.code; });
        if (given == parts.end()) {
            whole.missing.push_back(part);
            continue;
        }
        whole.inputs.insert(whole.inputs.end(), given->inputs.begin(), given->inputs.end());
        whole.missing.insert(whole.missing.end(), given->missing.begin(), given->missing.end());
    }
    return whole;
}

void apply(const Merger& merger, std::vector<Piece>& pieces) {
    const auto parts = std::stable_partition(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return !goes_into(piece, merger);
    });
    if (parts == pieces.end())
        return;
    Piece outcome = merged(merger, std::span(parts, pieces.end()));
    pieces.erase(parts, pieces.end());
    const auto already = std::find_if(pieces.begin(), pieces.end(),
                                      [&](const Piece& p) { return p.code == merger.code; });
    if (already == pieces.end()) {
        pieces.push_back(std::move(outcome));
        return;
    }
    // The list holds the new municipality itself as well: that is the whole of it.
    already->inputs.insert(already->inputs.end(), outcome.inputs.begin(), outcome.inputs.end());
}

Carried arrived(Piece piece, const Territory& territory) {
    Carried carried{.code = std::move(piece.code),
                    .municipality = std::nullopt,
                    .inputs = std::move(piece.inputs),
                    .missing = std::move(piece.missing)};
    std::sort(carried.inputs.begin(), carried.inputs.end());
    if (territory.as_of() < piece.date)
        carried.made_later = territory.mergers().made(carried.code, territory.as_of(), piece.date);
    if (carried.made_later == nullptr)
        carried.municipality = territory.current().find(carried.code);
    return carried;
}

} // namespace

std::vector<Carried> carry(std::span<const DatedCode> codes, const Territory& territory) {
    std::vector<Piece> pieces;
    pieces.reserve(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i)
        pieces.push_back(
            {.code = codes[i].code, .date = codes[i].date, .inputs = {i}, .missing = {}});
    for (const auto& merger : territory.mergers().all())
        if (merger.date <= territory.as_of())
            apply(merger, pieces);
    std::vector<Carried> carried;
    carried.reserve(pieces.size());
    for (auto& piece : pieces)
        carried.push_back(arrived(std::move(piece), territory));
    std::sort(carried.begin(), carried.end(),
              [](const Carried& a, const Carried& b) { return a.code < b.code; });
    return carried;
}

} // namespace regio::registry
