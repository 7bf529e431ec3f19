#pragma once

#include "base/finding.hpp"
#include "io/attribute_reader.hpp"
#include "io/output_layer.hpp"
#include "layer/feature.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regio::project {

/// What becomes of the values that the features of a group have in a field. Features without a
/// value do not count, nor does what is no number among numbers (NaN, infinite), as in SQL.
enum class AggregateFunction : std::uint8_t {
    Keep,   ///< The value that all have; nothing where they differ.
    Count,  ///< How many there are.
    Sum,    ///< Of numbers; of whole ones a whole one, exactly.
    Mean,   ///< Of numbers.
    Min,    ///< The least; of texts the first by the order of their bytes.
    Max,    ///< The greatest, likewise.
    Concat, ///< Each different value once, in order, with ", " between.
};

struct Aggregate {
    AggregateFunction function{};
    std::string field;

    friend bool operator==(const Aggregate&, const Aggregate&) = default;
};

/// Reads "sum:population". Throws UsageError for another form and an unknown function; `option`
/// names where it was given.
[[nodiscard]] Aggregate parse_aggregate(std::string_view text, std::string_view option);

/// Makes values of groups from the values of their features. No function depends on the order of
/// features, so no value does.
class Aggregation {
public:
    /// Fields are found by their names as io::FieldNames does. Throws InputError for a field that
    /// is not there, and for a sum or mean of texts.
    Aggregation(std::vector<Aggregate> aggregates, io::AttributeTable table, SourceRef source);

    /// One for each aggregate, in their order: a field that is kept has its own name, others have
    /// that of the function before it, as in "sum_population".
    [[nodiscard]] std::vector<io::OutputField> fields() const;

    /// The values of a group, one for each field. Sums, means, least and greatest of no values are
    /// nothing. Throws InputError for a sum that its type has no room for.
    [[nodiscard]] std::vector<io::OutputValue> values(const std::string& group,
                                                      std::span<const layer::FeatureId> features);

    /// Says which fields were left empty because features differ (R451), of the groups so far.
    void report(std::vector<Finding>& findings) const;

private:
    struct Column {
        Aggregate aggregate;
        std::size_t place = 0; ///< Of the field in the table.
        std::size_t differing_groups = 0;
        std::string first_differing;
    };

    [[nodiscard]] std::vector<io::OutputValue>
    values_in(const Column& column, std::span<const layer::FeatureId> features) const;

    std::vector<Column> columns_;
    io::AttributeTable table_;
    SourceRef source_;
    std::size_t groups_ = 0; ///< That were asked for.
};

} // namespace regio::project
