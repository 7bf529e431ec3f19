#include "cli/style_command.hpp"

#include "cli/messages.hpp"
#include "cli/style_folders.hpp"
#include "io/output_file.hpp"
#include "map/style.hpp"
#include "scene/fonts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

namespace {

ExitCode print(const std::string& text) {
    io::OutputFile output("-", io::Overwrite::No);
    output.write(text);
    output.finish();
    return ExitCode::Done;
}

std::string list_of_themes() {
    const auto themes = themes_folder();
    std::string list;
    for (const auto& name : map::theme_names(themes))
        list +=
            fmt::format("{:<14}  {}\n", name, map::read_style(themes / name, themes).description);
    return list;
}

/// "15 symbols, 2 of its own and 13 of print".
std::string symbols_of(const map::StyleReading& style) {
    const std::size_t all = map::symbol_count();
    if (style.base.empty())
        return fmt::format("{} symbols", all);
    return fmt::format("{} symbols, {} of its own and {} of {}", all, style.own_symbols,
                       all - style.own_symbols, style.base);
}

} // namespace

void StyleCommand::setup(CLI::App& app) {
    check_ = app.add_subcommand("check", "Read a style, and tell every fault in it");
    check_->add_option("STYLE", style_, "The folder of a style, or the name of a theme")
        ->required();
    app.add_subcommand("list", "The themes that travel with the program");
    app.require_subcommand(1);
    app.footer("Exit status: 0 done, 1 the style has faults, 2 wrong use.");
}

ExitCode StyleCommand::run() {
    return check_->parsed() ? check() : print(list_of_themes());
}

ExitCode StyleCommand::check() const {
    const auto folder = style_folder(style_);
    const auto style = map::read_style(folder, themes_folder());
    for (const auto& fault : style.faults) {
        print_line(fmt::format("regio: {}", fault.what()));
        if (!fault.hint().empty())
            print_line(fmt::format("hint: {}", fault.hint()));
    }
    if (!style.faults.empty())
        return ExitCode::CouldNot;
    static_cast<void>(scene::Fonts(style.theme.fonts));
    return print(fmt::format("{}: a style of {}\n", style_, symbols_of(style)));
}

} // namespace regio::cli
