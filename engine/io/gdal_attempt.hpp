#pragma once

#include "base/error.hpp"
#include "io/gdal_dataset.hpp"

#include <fmt/format.h>
#include <ogr_core.h>

#include <string>

namespace regio::io {

/// What GDAL does for a file that is to be written.
struct GdalAttempt {
    const std::string& file; ///< As the user named it.
    const GdalComplaints& complaints;

    /// Throws InputError when a step failed, or succeeded with a complaint.
    void require(bool succeeded) const {
        if (succeeded && !complaints.any())
            return;
        throw InputError(fmt::format("{}: could not be written: {}", file,
                                     complaints.any() ? complaints.last() : "GDAL gives no reason"),
                         "");
    }
    void require(OGRErr outcome) const { require(outcome == OGRERR_NONE); }
};

} // namespace regio::io
