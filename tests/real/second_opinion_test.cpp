// What GDAL makes of delimited text that it reads right, and what the program makes of it.

#include "base/text_file.hpp"
#include "io/delimited_text.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>
#include <gdal.h>
#include <ogr_api.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace regio {

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_by_gdal(const std::string& file) {
    GDALAllRegister();
    const char* const options[] = {"HEADERS=NO", nullptr};
    const std::unique_ptr<void, decltype([](GDALDatasetH d) { GDALClose(d); })> dataset(
        GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, options, nullptr));
    REQUIRE(dataset);
    const OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
    Rows rows;
    while (const OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
        rows.emplace_back();
        for (int i = 0; i < OGR_F_GetFieldCount(feature); ++i)
            rows.back().emplace_back(OGR_F_GetFieldAsString(feature, i));
        OGR_F_Destroy(feature);
    }
    return rows;
}

Rows rows_by_us(const std::string& file) {
    const std::string text = read_text_file(file);
    io::DelimitedText reader(text, file);
    Rows rows;
    for (std::vector<std::string> cells; reader.next(cells);)
        rows.push_back(cells);
    for (auto& row : rows)
        row.resize(rows.front().size());
    return rows;
}

} // namespace

TEST_CASE("well-formed tables are split as GDAL splits them") {
    if (!test::real_data_there())
        return;
    std::size_t compared = 0;
    for (const auto* folder : {"tables", "samples/lists"})
        for (const auto& entry : std::filesystem::directory_iterator(test::data_file(folder))) {
            const std::string file = entry.path().string();
            // GDAL does not recode Windows-1252.
            if (entry.path().extension() != ".csv" || file.find("1252") != std::string::npos)
                continue;
            INFO(file);
            CHECK((rows_by_us(file) == rows_by_gdal(file)));
            ++compared;
        }
    CHECK(compared >= 15);
}

} // namespace regio
