#include "project/accepted_defects.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "io/fields.hpp"
#include "io/table.hpp"
#include "validation/kind_label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace regio::project {

namespace {

using validation::Acceptance;
using Place = std::optional<std::size_t>;

/// Reads the rows of one table.
class AcceptanceReader {
public:
    explicit AcceptanceReader(const std::string& file)
        : table_({.source = io::parse_source(file), .where = {}}),
          number_(table_.fields().require("number")), x_(table_.fields().require("x")),
          y_(table_.fields().require("y")), radius_(table_.fields().find("radius_m")),
          codes_(table_.fields().find("codes")), fids_(table_.fields().find("fids")),
          why_(table_.fields().find("why")) {}

    std::vector<Acceptance> read() {
        std::vector<Acceptance> accepted;
        while (table_.next())
            accepted.push_back(acceptance());
        return accepted;
    }

private:
    [[nodiscard]] Acceptance acceptance() const {
        Acceptance acceptance{.number = number(),
                              .codes = std::string(cell(table_, codes_)),
                              .fids = std::string(cell(table_, fids_)),
                              .why = std::string(cell(table_, why_)),
                              .source = place()};
        const auto x = measure("x", x_);
        const auto y = measure("y", y_);
        if (x.has_value() != y.has_value())
            refuse(x ? "y" : "x", "");
        if (x)
            acceptance.place = kernel::Position{*x, *y};
        else if (acceptance.codes.empty() && acceptance.fids.empty())
            refuse_without_scope(acceptance.number);
        if (const auto radius_m = measure("radius_m", radius_)) {
            if (*radius_m < 0)
                refuse("radius_m", cell(table_, radius_));
            acceptance.radius_m = *radius_m;
        }
        return acceptance;
    }

    [[nodiscard]] FindingNumber number() const {
        const auto text = cell(table_, number_);
        for (const auto& kind : finding_catalogue())
            if (validation::is_validated(kind.number) &&
                in_lower_case(label(kind.number)) == in_lower_case(std::string(text)))
                return kind.number;
        throw InputError(
            fmt::format("{}: number \"{}\" is none that validate gives", to_text(place()), text),
            "as in R417; the rows of regio validate -f csv can be taken as they are");
    }

    /// Nothing where the cell is empty or there is no such field.
    [[nodiscard]] std::optional<double> measure(std::string_view name, Place field) const {
        std::string text(cell(table_, field));
        if (text.empty())
            return std::nullopt;
        std::replace(text.begin(), text.end(), ',', '.');
        double value = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
            refuse(name, cell(table_, field));
        return value;
    }

    [[noreturn]] void refuse(std::string_view name, std::string_view text) const {
        throw InputError(fmt::format("{}: {} \"{}\" is no number that can be used",
                                     to_text(place()), name, text),
                         "x and y are those that regio validate prints, radius_m is in metres and "
                         "not negative");
    }

    [[noreturn]] void refuse_without_scope(FindingNumber number) const {
        throw InputError(fmt::format("{}: says neither where {} is accepted nor of which features",
                                     to_text(place()), label(number)),
                         "fill in x and y, or the codes or fids of the features, as regio validate "
                         "-f csv has them");
    }

    [[nodiscard]] SourceRef place() const {
        SourceRef place = table_.source();
        place.fid = table_.row();
        return place;
    }

    io::Table table_;
    std::size_t number_;
    std::size_t x_;
    std::size_t y_;
    Place radius_;
    Place codes_;
    Place fids_;
    Place why_;
};

} // namespace

std::vector<Acceptance> read_accepted(const std::string& file) {
    return AcceptanceReader(file).read();
}

} // namespace regio::project
