#pragma once

#include "nesting/verdict.hpp"
#include "project/project.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regio::project {

/// Which partnerships are meant. Values of one field are alternatives; fields that are not empty
/// must all hold.
struct Selection {
    std::vector<std::string> partnerships;   ///< An id, "list:id", or a name.
    std::vector<std::string> lists;          ///< Names of lists.
    std::vector<std::string> regions;        ///< A code, name or alias: those that touch it.
    std::vector<std::string> municipalities; ///< A code or name: those that have it as a member.
    std::vector<std::string> kinds;
    std::vector<std::string> statuses;
    std::vector<std::string> verdicts; ///< An id of a relation, or its Dutch word.
};

/// The assessments that are selected, in the project's order. Throws UsageError for a value that
/// names nothing (with the nearest names) or, where one thing is meant, several (with all of them).
[[nodiscard]] std::vector<const nesting::Assessment*> select(const Project& project,
                                                             const Selection& selection);

} // namespace regio::project
