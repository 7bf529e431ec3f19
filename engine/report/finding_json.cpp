#include "report/finding_json.hpp"

#include "report/json_values.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;

} // namespace

Json finding_objects(std::span<const Finding> findings, Language language) {
    Json array = Json::array();
    for (const auto& finding : findings)
        array.push_back(
            {{"number", label(finding.number)},
             {"severity", id_of(kind_of(finding.number).severity)},
             {"list", text_or_null(finding.list)},
             {"partnership", text_or_null(finding.partnership)},
             {"message", message(finding, language)},
             {"file", finding.source.file},
             {"layer", text_or_null(finding.source.layer)},
             {"row", finding.source.fid < 0 ? Json(nullptr) : Json(finding.source.fid)},
             {"part", finding.source.part < 0 ? Json(nullptr) : Json(finding.source.part)},
             {"ring", finding.source.ring < 0 ? Json(nullptr) : Json(finding.source.ring)}});
    return array;
}

} // namespace regio::report
