#include "cli/overlap_side_arguments.hpp"

#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace regio::cli {

namespace {

/// Conditions written FIELD=VALUE; of several on one field any may hold.
std::vector<io::RowFilter> filters(const std::vector<std::string>& conditions,
                                   const std::string& flag) {
    std::vector<io::RowFilter> filters;
    for (const auto& condition : conditions) {
        const auto equals = condition.find('=');
        if (equals == std::string::npos || equals == 0)
            throw UsageError(fmt::format("{} {}: names no field and value", flag, condition),
                             fmt::format("as in {} soort=gemeente", flag));
        const std::string field = condition.substr(0, equals);
        auto known = std::find_if(filters.begin(), filters.end(),
                                  [&](const auto& filter) { return filter.field == field; });
        if (known == filters.end())
            known = filters.insert(filters.end(), {.field = field, .values = {}});
        known->values.push_back(condition.substr(equals + 1));
    }
    return filters;
}

} // namespace

void OverlapSideArguments::setup(CLI::App& app, const std::string& letter) {
    letter_ = letter;
    const std::string side(1, static_cast<char>(letter[0] - 'a' + 'A'));
    const std::string group = "Layer " + side;
    const auto flag = [&](const char* name) { return fmt::format("--{}-{}", letter, name); };
    app.add_option(side, file_, "Polygon layer: FILE or FILE|layername=NAME")->required();
    app.add_option(flag("layer"), layer_, "Layer in the file, when it has several")->group(group);
    app.add_option(flag("code"), code_, "Field of the layer with codes")->group(group);
    app.add_option(flag("name"), name_,
                   fmt::format("Field with names: of the layer, or of TABLE when {} is given",
                               flag("members")))
        ->group(group);
    app.add_option(flag("where"), where_,
                   "FIELD=VALUE: only features with this value; may be given several times")
        ->group(group)
        ->allow_extra_args(false);
    setup_members(app, letter, group);
}

void OverlapSideArguments::setup_members(CLI::App& app, const std::string& letter,
                                         const std::string& group) {
    const auto flag = [&](const char* name) { return fmt::format("--{}-{}", letter, name); };
    auto* members = app.add_option(flag("members"), members_,
                                   "TABLE with a row for each member of each group of features, "
                                   "to be measured instead of them");
    members->group(group);
    app.add_option(flag("by"), by_, "Field of TABLE with the group")->group(group)->needs(members);
    app.add_option(flag("member"), member_, "Field of TABLE with the code of the member")
        ->group(group)
        ->needs(members);
}

project::OverlapSource OverlapSideArguments::source(const std::string& src_crs) const {
    project::OverlapSource source;
    source.layer.source = io::parse_source(file_);
    if (!layer_.empty())
        source.layer.source.layer = layer_;
    source.layer.code = code_;
    source.layer.crs = src_crs;
    source.layer.where = filters(where_, fmt::format("--{}-where", letter_));
    if (members_.empty()) {
        source.layer.name = name_;
        return source;
    }
    const auto hint = [&](const char* name) {
        return fmt::format("name it with --{}-{}", letter_, name);
    };
    source.layer.code_hint = hint("code");
    source.members = project::GroupTable{.table = {.source = io::parse_source(members_)},
                                         .group = by_,
                                         .name = name_,
                                         .member = member_,
                                         .group_hint = hint("by"),
                                         .member_hint = hint("member")};
    return source;
}

} // namespace regio::cli
