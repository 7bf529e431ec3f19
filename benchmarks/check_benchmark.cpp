// What a check costs, step by step, on the embedded example and on a list of a million members.

#include "io/delimited_text.hpp"
#include "nesting/verdict.hpp"
#include "project/project.hpp"
#include "project/project_file.hpp"
#include "report/check_json.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace {

using namespace regio;

const char* const kFlanders = REGIO_SOURCE_DIR "/shapes/flanders/regio.toml";

/// 20 000 partnerships of 50 members each, spread over all municipalities of 2025.
registry::PartnershipList million_members(const registry::MunicipalityTable& municipalities) {
    registry::PartnershipListBuilder builder({.list = "million"}, {.file = "million"});
    std::int64_t row = 1;
    for (std::size_t p = 0; p < 20'000; ++p) {
        const std::string id = fmt::format("p{:05}", p);
        for (std::size_t m = 0; m < 50; ++m) {
            const auto& code = municipalities.all()[(p * 7 + m * 3) % municipalities.size()].code;
            builder.add({.id = id, .name = id, .member_code = code, .row = ++row});
        }
    }
    std::vector<Finding> findings;
    return std::move(builder).take(findings);
}

/// Opening, reading, resolving and judging the 463 partnerships.
void open_flanders(benchmark::State& state) {
    const auto options = project::read_project_file(kFlanders);
    for (auto _ : state)
        benchmark::DoNotOptimize(project::open_project(options).assessments.size());
}
BENCHMARK(open_flanders)->Unit(benchmark::kMillisecond);

/// Judging the 463 when they are resolved: relations, main regions, near misses.
void judge_flanders(benchmark::State& state) {
    const auto project = project::open_project(project::read_project_file(kFlanders));
    for (auto _ : state)
        for (const auto& assessment : project.assessments)
            benchmark::DoNotOptimize(nesting::judge(assessment.partnership, project.regions,
                                                    project.territory.current()));
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(project.assessments.size()));
}
BENCHMARK(judge_flanders)->Unit(benchmark::kMillisecond);

/// The whole JSON of the 463.
void write_flanders_json(benchmark::State& state) {
    const auto project = project::open_project(project::read_project_file(kFlanders));
    report::CheckReport report{.as_of = project.territory.as_of(),
                               .municipalities = &project.territory.current(),
                               .regions = &project.regions,
                               .findings = project.findings};
    for (const auto& assessment : project.assessments)
        report.assessments.push_back(&assessment);
    std::size_t bytes = 0;
    for (auto _ : state)
        report::write_check_json(report, [&](std::string_view piece) { bytes += piece.size(); });
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(write_flanders_json)->Unit(benchmark::kMillisecond);

/// Resolving a million members of 20 000 partnerships.
void resolve_million(benchmark::State& state) {
    const auto project = project::open_project(project::read_project_file(kFlanders));
    std::vector<registry::PartnershipList> lists;
    lists.push_back(million_members(project.territory.current()));
    for (auto _ : state) {
        std::vector<Finding> findings;
        benchmark::DoNotOptimize(
            registry::resolve_partnerships(lists, project.territory, project.regions, findings));
    }
    state.SetItemsProcessed(state.iterations() * 1'000'000);
}
BENCHMARK(resolve_million)->Unit(benchmark::kMillisecond);

/// Splitting delimited text into cells.
void split_text(benchmark::State& state) {
    std::string text = "id,naam,nis\n";
    for (int i = 0; i < 200'000; ++i)
        text += fmt::format("p{:05},\"Verband {:05}\",{}\n", i / 50, i / 50, 11001 + i % 300);
    for (auto _ : state) {
        io::DelimitedText reader(text, "text");
        for (std::vector<std::string> cells; reader.next(cells);)
            benchmark::DoNotOptimize(cells.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(split_text)->Unit(benchmark::kMillisecond);

} // namespace
