#include "tests/support/real_data.hpp"

#include <filesystem>
#include <iostream>

namespace regio::test {

bool real_data_there() {
    const bool there = std::filesystem::is_directory(REGIO_TEST_DATA);
    if (!there)
        std::cout << "skipped: the real data are not there (" REGIO_TEST_DATA ")\n";
    return there;
}

std::string data_file(std::string_view name) {
    return REGIO_TEST_DATA "/" + std::string(name);
}

project::ProjectOptions real_territory(int year) {
    const std::string text = std::to_string(year);
    project::ProjectOptions options;
    io::MunicipalitiesSource municipalities;
    municipalities.table.source.file = data_file("municipalities/" + text + ".gpkg");
    options.municipalities.push_back(municipalities);
    io::RegionsSource regions;
    regions.table.source.file = data_file("tables/nis_memberships_" + text + ".csv");
    regions.code = "refreg_code";
    regions.name = "refreg_name";
    regions.member = "nis";
    // The tables call one region Middenkust that the decree calls Regio Oostende.
    io::RegionNamesSource names;
    names.table.source.file = REGIO_SOURCE_DIR "/shapes/flanders/regions.csv";
    names.code = "code";
    names.name = "name";
    names.alias = "alias";
    regions.names = std::move(names);
    options.regions.push_back(std::move(regions));
    return options;
}

io::PartnershipsSource list_from(const std::string& file) {
    io::PartnershipsSource source;
    source.table.source.file = file;
    source.terms.list = project::default_list_name(source);
    return source;
}

io::PartnershipsSource register_of_2023() {
    auto list = list_from(data_file("tables/igs_members_2023-08.csv"));
    list.terms.dated = make_date(2023, 8, 31);
    return list;
}

io::PartnershipsSource delimitation(const std::string& file, const std::string& kind) {
    io::PartnershipsSource source;
    source.table.source.file = file;
    source.id = kind + "_code";
    source.name = kind + "_name";
    source.kind_is = kind;
    source.members.code = "nis";
    source.terms.list = kind;
    return source;
}

Counts counts(const project::Project& project) {
    Counts result{};
    for (const auto& assessment : project.assessments)
        ++result[static_cast<std::size_t>(assessment.verdict.relation)];
    return result;
}

Counts counts_of_list(const project::Project& project, std::string_view list) {
    Counts result{};
    for (const auto& assessment : project.assessments)
        if (assessment.partnership.list == list)
            ++result[static_cast<std::size_t>(assessment.verdict.relation)];
    return result;
}

} // namespace regio::test
