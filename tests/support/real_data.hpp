#pragma once

#include "nesting/relation.hpp"
#include "project/options.hpp"
#include "project/project.hpp"

#include <array>
#include <string>
#include <string_view>

namespace regio::test {

/// Whether the real data lie beside the project; says so on standard output when they do not, in
/// the words by which the test runner counts the test as skipped.
bool real_data_there();

/// A file of the real data.
std::string data_file(std::string_view name);

/// Municipalities and regions of the real data, of 2024 or 2025.
project::ProjectOptions real_territory(int year);

/// A list with guessed fields.
io::PartnershipsSource list_from(const std::string& file);

/// The 179 intermunicipal partnerships of the public register of August 2023.
io::PartnershipsSource register_of_2023();

/// A list of a delimitation: a row per municipality, fields KIND_code and KIND_name.
io::PartnershipsSource delimitation(const std::string& file, const std::string& kind);

/// within, coincides, supraregional, crosses, unresolved.
using Counts = std::array<std::size_t, 5>;
Counts counts(const project::Project& project);

/// The same of one list.
Counts counts_of_list(const project::Project& project, std::string_view list);

} // namespace regio::test
