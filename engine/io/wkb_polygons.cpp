#include "io/wkb_polygons.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace regio::io {

namespace {

using kernel::Position;

static_assert(std::endian::native == std::endian::little, "numbers are taken as they lie");
static_assert(sizeof(Position) == 2 * sizeof(double), "a position is its two coordinates");

constexpr std::uint8_t kLittleEndian = 1;
constexpr std::uint32_t kPolygon = 3;
constexpr std::uint32_t kMultiPolygon = 6;

/// What the head of a geometry says; `kind` is kPolygon for all polygons.
struct Head {
    std::uint32_t kind = 0;
    std::size_t coordinates = 2; ///< Of each point.
};

/// Z and M add thousands to the number of a kind; a bit for Z is what was written before that.
Head head_of(std::uint32_t type) {
    constexpr std::uint32_t kOldZ = 0x80000000;
    constexpr std::uint32_t kDimensions = 1000;
    constexpr std::array<std::size_t, 4> kCoordinates = {2, 3, 3, 4};
    if ((type & kOldZ) != 0)
        return {.kind = type & ~kOldZ, .coordinates = 3};
    const std::uint32_t dimensions = type / kDimensions;
    return dimensions < kCoordinates.size()
               ? Head{.kind = type % kDimensions, .coordinates = kCoordinates.at(dimensions)}
               : Head{};
}

/// Goes through the bytes of one geometry. What reads says whether it could.
class Bytes {
public:
    Bytes(std::span<const std::uint8_t> bytes, const CoordinateTerms& terms, layer::RawLayer& layer)
        : bytes_(bytes), terms_(terms), layer_(layer) {}

    [[nodiscard]] bool geometry() {
        const std::optional<Head> head = read_head();
        if (!head)
            return false;
        if (head->kind == kPolygon)
            return polygon(head->coordinates) && bytes_.empty();
        return head->kind == kMultiPolygon && multipolygon() && bytes_.empty();
    }

private:
    [[nodiscard]] std::optional<Head> read_head() {
        if (bytes_.empty() || bytes_.front() != kLittleEndian)
            return std::nullopt;
        bytes_ = bytes_.subspan(1);
        const std::optional<std::uint32_t> type = number();
        return type ? std::optional(head_of(*type)) : std::nullopt;
    }

    [[nodiscard]] std::optional<std::uint32_t> number() {
        std::uint32_t value = 0;
        if (bytes_.size() < sizeof(value))
            return std::nullopt;
        std::memcpy(&value, bytes_.data(), sizeof(value));
        bytes_ = bytes_.subspan(sizeof(value));
        return value;
    }

    [[nodiscard]] bool multipolygon() {
        const std::optional<std::uint32_t> count = number();
        for (std::uint32_t i = 0; count && i < *count; ++i) {
            const std::optional<Head> head = read_head();
            if (!head || head->kind != kPolygon || !polygon(head->coordinates))
                return false;
        }
        return count.has_value();
    }

    [[nodiscard]] bool polygon(std::size_t coordinates) {
        const std::optional<std::uint32_t> rings = number();
        if (!rings)
            return false;
        if (*rings > 0)
            layer_.parts.push_back({.feature = layer::FeatureId(layer_.features.size() - 1),
                                    .first_ring = layer_.rings.size(),
                                    .ring_count = *rings});
        for (std::uint32_t i = 0; i < *rings; ++i)
            if (!ring(coordinates))
                return false;
        return true;
    }

    [[nodiscard]] bool ring(std::size_t coordinates) {
        const std::size_t point = coordinates * sizeof(double);
        const std::optional<std::uint32_t> count = number();
        if (!count || *count == 0 || bytes_.size() / point < *count)
            return false;
        layer_.rings.push_back({.first = layer_.positions.size(), .count = *count});
        const auto points = bytes_.first(*count * point);
        bytes_ = bytes_.subspan(points.size());
        return add_positions(points, point);
    }

    /// Goes by blocks, so that the vector grows without being filled with zeroes first.
    [[nodiscard]] bool add_positions(std::span<const std::uint8_t> points, std::size_t point) {
        auto& positions = layer_.positions.last();
        std::array<Position, 64> block{};
        bool is_finite = true;
        while (!points.empty()) {
            const std::size_t count = std::min(block.size(), points.size() / point);
            for (std::size_t i = 0; i < count; ++i) {
                std::memcpy(&block[i], &points[i * point], sizeof(Position));
                is_finite &= std::isfinite(block[i].x) && std::isfinite(block[i].y);
                if (terms_.north_first)
                    std::swap(block[i].x, block[i].y);
            }
            positions.insert(positions.end(), block.data(), block.data() + count);
            points = points.subspan(count * point);
        }
        return is_finite;
    }

    std::span<const std::uint8_t> bytes_;
    const CoordinateTerms& terms_;
    layer::RawLayer& layer_;
};

} // namespace

std::optional<std::size_t> add_wkb_polygons(std::span<const std::uint8_t> wkb,
                                            const CoordinateTerms& terms, layer::RawLayer& layer) {
    REGIO_EXPECTS(!layer.features.empty());
    const std::size_t parts = layer.parts.size();
    const std::size_t rings = layer.rings.size();
    const std::size_t positions = layer.positions.last().size();
    if (Bytes(wkb, terms, layer).geometry())
        return layer.parts.size() - parts;
    layer.parts.resize(parts);
    layer.rings.resize(rings);
    layer.positions.last().resize(positions);
    return std::nullopt;
}

} // namespace regio::io
