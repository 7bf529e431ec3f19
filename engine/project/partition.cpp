#include "project/partition.hpp"

#include "arrangement/repair.hpp"
#include "base/error.hpp"
#include "coverage/unite.hpp"
#include "project/output_fields.hpp"
#include "topology/overlap.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace regio::project {

namespace {

using coverage::PartitionKind;
using coverage::Piece;
using io::OutputField;
using io::OutputValue;
using kernel::AreaSum;
using layer::FeatureId;
using layer::Layer;
using topology::Chains;

bool is_of_first_alone(PartitionKind kind) {
    return kind == PartitionKind::Difference || kind == PartitionKind::Clip;
}

/// The layers, mended, and their borders.
struct MendedLayers {
    std::vector<Layer> layers;
    std::vector<Chains> chains; ///< Of each.

    MendedLayers(OpenedLayers& opened, std::vector<Finding>& findings) {
        for (OpenedLayer& layer : opened.layers) {
            layers.push_back(arrangement::mended(std::move(layer.layer), findings));
            chains.emplace_back(layers.back());
        }
    }
};

std::vector<Piece> pieces_of(const std::vector<Chains>& chains, PartitionKind kind) {
    std::vector<const Chains*> layers;
    for (const Chains& one : chains)
        layers.push_back(&one);
    return coverage::partition(layers, kind);
}

/// The features that a row names: one of each layer, or none.
using RowFeatures = std::vector<std::optional<FeatureId>>;

/// Each combination of one feature of each layer among those of a piece.
std::vector<RowFeatures> combinations(const Piece& piece, std::size_t layers) {
    std::vector<RowFeatures> rows = {RowFeatures(layers)};
    for (auto first = piece.features.begin(); first != piece.features.end();) {
        const auto end = std::find_if(first, piece.features.end(),
                                      [&](const auto& one) { return one.layer != first->layer; });
        std::vector<RowFeatures> longer;
        for (const RowFeatures& row : rows)
            for (auto one = first; one != end; ++one) {
                longer.push_back(row);
                longer.back()[one->layer] = one->feature;
            }
        rows = std::move(longer);
        first = end;
    }
    return rows;
}

/// The exact areas of what features of two layers share, and of what of them lies alone.
class ExactAreas {
public:
    /// Nothing where areas cannot be told: of other than two layers, and where one overlaps itself.
    static std::optional<ExactAreas> of(const MendedLayers& mended) {
        if (mended.layers.size() != 2)
            return std::nullopt;
        for (std::size_t i = 0; i < 2; ++i)
            if (coverage::features_overlap(mended.layers[i], mended.chains[i]))
                return std::nullopt;
        return ExactAreas(mended);
    }

    [[nodiscard]] double square_metres(const RowFeatures& row, PartitionKind kind) const {
        return lattice_.square_metres(area(row, kind).twice_area());
    }

private:
    /// What of each feature of a layer lies in the other one, and what does not.
    struct Shares {
        std::vector<AreaSum> shared;
        std::vector<AreaSum> alone;

        explicit Shares(const Chains& chains) : shared(chains.feature_count()) {
            for (const kernel::Wide twice_area : topology::twice_areas(chains))
                alone.emplace_back(twice_area);
        }

        void share(FeatureId feature, AreaSum area) {
            shared[index(feature)] += area;
            alone[index(feature)] -= area;
        }
    };

    explicit ExactAreas(const MendedLayers& mended)
        : a_(mended.chains[0]), b_(mended.chains[1]), lattice_(mended.layers[0].lattice()) {
        for (const auto& pair : topology::overlap(mended.chains[0], mended.chains[1])) {
            pairs_[{pair.a, pair.b}] = pair.area;
            a_.share(pair.a, pair.area);
            b_.share(pair.b, pair.area);
        }
    }

    [[nodiscard]] AreaSum area(const RowFeatures& row, PartitionKind kind) const {
        if (kind == PartitionKind::Clip)
            return a_.shared[index(*row[0])];
        if (kind == PartitionKind::Difference || !row[1])
            return a_.alone[index(*row[0])];
        if (!row[0])
            return b_.alone[index(*row[1])];
        const auto found = pairs_.find({*row[0], *row[1]});
        return found == pairs_.end() ? AreaSum() : found->second;
    }

    std::map<std::pair<FeatureId, FeatureId>, AreaSum> pairs_;
    Shares a_;
    Shares b_;
    kernel::Lattice lattice_;
};

/// Makes rows of pieces.
class Rows {
public:
    Rows(std::vector<io::AttributeTable> attributes, std::optional<ExactAreas> exact,
         PartitionKind kind, bool is_schematic)
        : attributes_(std::move(attributes)), exact_(std::move(exact)), kind_(kind),
          is_schematic_(is_schematic) {}

    [[nodiscard]] std::vector<OutputField> fields() const {
        using Type = OutputField::Type;
        FieldList fields;
        for (const auto& table : attributes_)
            for (const OutputField& field : table.fields)
                fields.add(field);
        fields.add({"piece", Type::Integer});
        fields.add({"area_m2", Type::Real});
        if (exact_)
            fields.add({"exact_m2", Type::Real});
        if (is_schematic_)
            fields.add({std::string(layer::kBoundariesField), Type::Text});
        return fields.all();
    }

    [[nodiscard]] std::vector<OutputValue> values(const RowFeatures& row, std::size_t number,
                                                  double area_m2) const {
        std::vector<OutputValue> values;
        for (std::size_t i = 0; i < attributes_.size(); ++i)
            add_attributes(i, row[i], values);
        values.emplace_back(static_cast<std::int64_t>(number));
        values.emplace_back(area_m2);
        if (exact_)
            values.emplace_back(exact_->square_metres(row, kind_));
        if (is_schematic_)
            values.emplace_back(std::string(layer::kSchematicBoundaries));
        return values;
    }

private:
    void add_attributes(std::size_t layer, const std::optional<FeatureId>& feature,
                        std::vector<OutputValue>& values) const {
        const io::AttributeTable& table = attributes_[layer];
        if (!feature) {
            values.resize(values.size() + table.fields.size());
            return;
        }
        const auto& row = table.rows[index(*feature)];
        values.insert(values.end(), row.begin(), row.end());
    }

    std::vector<io::AttributeTable> attributes_;
    std::optional<ExactAreas> exact_;
    PartitionKind kind_;
    bool is_schematic_;
};

std::vector<io::AttributeTable> read_attributes(std::span<const io::LayerSource> sources,
                                                const std::vector<Layer>& layers) {
    std::vector<io::AttributeTable> tables;
    for (std::size_t i = 0; i < sources.size(); ++i)
        tables.push_back(attributes_of(sources[i], layers[i]));
    return tables;
}

} // namespace

io::OutputLayer partition(std::span<const io::LayerSource> sources, const LatticeTerms& terms,
                          PartitionKind kind, const std::string& name,
                          std::vector<Finding>& findings) {
    OpenedLayers opened = open_layers(sources, terms, findings);
    const MendedLayers mended(opened, findings);
    const std::size_t layers_with_fields = is_of_first_alone(kind) ? 1 : sources.size();
    const Rows rows(read_attributes(sources.first(layers_with_fields), mended.layers),
                    ExactAreas::of(mended), kind,
                    std::any_of(mended.layers.begin(), mended.layers.end(),
                                [](const Layer& layer) { return layer.is_schematic(); }));
    io::OutputLayer output{.name = name,
                           .crs_wkt = opened.crs.wkt(),
                           .lattice = opened.lattice,
                           .fields = rows.fields(),
                           .features = {},
                           .style = {}};
    std::size_t number = 0;
    for (const Piece& piece : pieces_of(mended.chains, kind)) {
        ++number;
        const double area_m2 = opened.lattice.square_metres(moments(piece.polygons).twice_area);
        for (const RowFeatures& row : combinations(piece, sources.size()))
            output.features.push_back(
                {.geometry = piece.polygons, .values = rows.values(row, number, area_m2)});
    }
    if (output.features.empty())
        throw InputError("there is no piece of the kind that is asked for: nothing to write",
                         "do the layers overlap? regio overlap tells by how much");
    return output;
}

} // namespace regio::project
