#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "base/source_ref.hpp"
#include "registry/area.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regio::registry {

/// One municipality as one table has it.
struct Municipality {
    std::string code; ///< NIS code: text, never a number.
    std::string name;
    Figures figures;
    SourceRef source;
};

/// The place of a municipality in its MunicipalityTable, which is in order of code.
enum class MunicipalityIndex : std::uint32_t {};

/// The municipalities of one period, each once, in order of code.
class MunicipalityTable {
public:
    /// A municipality that stands twice with the same name and figures is kept once, with a
    /// finding. Throws InputError when its data differ, naming both places, and when
    /// `municipalities` is empty. `source` names the table in messages.
    MunicipalityTable(std::vector<Municipality> municipalities, Period period,
                      const SourceRef& source, std::vector<Finding>& findings);

    [[nodiscard]] const Period& period() const noexcept { return period_; }
    void set_period(const Period& period) { period_ = period; }

    [[nodiscard]] std::size_t size() const noexcept { return municipalities_.size(); }
    [[nodiscard]] const Municipality& operator[](MunicipalityIndex index) const;
    [[nodiscard]] const std::vector<Municipality>& all() const noexcept { return municipalities_; }

    [[nodiscard]] std::optional<MunicipalityIndex> find(std::string_view code) const;

    /// Gives a municipality the area of its polygons, unless it has an official one.
    void set_measured_area(MunicipalityIndex index, Area area);

private:
    std::vector<Municipality> municipalities_;
    Period period_;
};

/// "Lendelede (34025)".
[[nodiscard]] std::string name_and_code(const Municipality& municipality);

} // namespace regio::registry
